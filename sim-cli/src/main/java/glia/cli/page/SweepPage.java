package glia.cli.page;

import glia.cli.explore.Designs;
import glia.cli.explore.ParetoFront;
import glia.cli.run.NewFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The report of a finished sweep: one page of HTML that holds all it shows, and asks for nothing. */
public final class SweepPage {
    private final String name;
    private final Designs designs;
    private final List<Section> sections;

    /**
     * The report of designs.
     *
     * @param name of the sweep
     * @param text the sweep as it was asked for
     * @param links by point the place of its own report; of those that have one
     */
    public SweepPage(String name, String text, Designs designs, ParetoFront front, Map<Integer, String> links) {
        this.name = name;
        this.designs = designs;
        sections = List.of(
                new FrontSection(designs, front),
                new EffectsSection(designs, front),
                new ParallelSection(designs, front),
                new PointsSection(designs, front, links),
                new SweepSection(text));
    }

    /** The whole page. */
    public String html() {
        return new Page(name, lead(), sections, List.of("page.js", "sweep.js")).html();
    }

    private String lead() {
        List<String> parts = new ArrayList<>();
        parts.add(designs.all().size() + " designs over " + String.join(", ", designs.axes()));
        if (designs.seeds() > 1) {
            parts.add("up to " + designs.seeds() + " seeds each");
        }
        long failed = designs.all().stream()
                .filter(design -> !design.reason().isEmpty())
                .count();
        if (failed > 0) {
            parts.add(failed + " with points that failed");
        }
        return String.join("; ", parts);
    }

    /** Writes every picture of the page as SVG and as PNG, and the data behind it as CSV. */
    public void writeFigures(NewFolder folder) {
        for (Section section : sections) {
            section.plots().forEach(plot -> plot.writeFiles(folder));
        }
    }
}
