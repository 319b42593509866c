package glia.cli.page;

import java.util.List;

/** A section of the page. A new one is a file and a line in {@link ReportPage}. */
interface Section {
    /** Its name in links. */
    String id();

    /** Its heading. */
    String heading();

    /** Its pictures with their data, if any. */
    default List<Plot> plots() {
        return List.of();
    }

    /** Writes what stands below the heading. */
    default void write(Html html) {
        html.open("div", "class", "plots");
        plots().forEach(plot -> plot.write(html));
        html.close("div");
    }
}
