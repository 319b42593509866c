package glia.cli.page;

import glia.cli.figure.DataTable;
import glia.cli.figure.Figure;
import glia.cli.figure.Raster;
import glia.cli.run.NewFolder;
import java.util.List;

/**
 * Pictures and the data that all of them show.
 *
 * @param name of the data's file, and of what belongs to it on the page: letters, digits and hyphens
 * @param pictures one or more
 * @param data the values
 */
record Plot(String name, List<Picture> pictures, DataTable data) {
    /**
     * A picture.
     *
     * @param name of its file
     * @param figure what it shows
     */
    record Picture(String name, Figure figure) {}

    /** A single picture of some data. */
    static Plot of(String name, Figure figure, DataTable data) {
        return new Plot(name, List.of(new Picture(name, figure)), data);
    }

    /** Writes the pictures and the data as files. */
    void writeFiles(NewFolder folder) {
        for (Picture picture : pictures) {
            folder.write(picture.name() + ".svg", picture.figure().paper());
            folder.write(picture.name() + ".png", Raster.png(picture.figure()));
        }
        folder.write(name + ".csv", data.csv());
    }

    /** Writes the pictures, and the data behind them. */
    void write(Html html) {
        html.open("div", "class", pictures.size() > 1 ? "plot wide" : "plot").open("div", "class", "pictures");
        for (Picture picture : pictures) {
            html.open("figure")
                    .raw(picture.figure().inline("picture-" + picture.name()))
                    .close("figure");
        }
        html.close("div");
        behind(html, pictures.get(0).figure().title());
        html.close("div");
    }

    private void behind(Html html, String what) {
        html.open("div", "class", "behind")
                .element(
                        "button",
                        "CSV",
                        "type",
                        "button",
                        "class",
                        "csv",
                        "data-table",
                        "data-" + name,
                        "data-file",
                        name + ".csv",
                        "aria-label",
                        "Download the data of: " + what)
                .open("details")
                .element("summary", "Data", "aria-label", "Data of: " + what)
                .open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Table of: " + what)
                .table(data, "data-" + name, what)
                .close("div")
                .close("details")
                .close("div");
    }
}
