package glia.cli.page;

import glia.cli.run.Comparison;
import glia.cli.run.NewFolder;
import glia.cli.run.RunDetails;
import java.util.List;
import java.util.stream.Collectors;

/** The report of finished runs: one page of HTML that holds all it shows, and asks for nothing. */
public final class ReportPage {
    private final List<RunDetails> runs;
    private final List<Section> sections;

    private ReportPage(Comparison comparison, List<RunDetails> runs) {
        this.runs = runs;
        sections = List.of(
                new FiguresSection(comparison, runs),
                new AccuracySection(runs),
                new TimeSection(runs),
                new GanttSection(runs),
                new PathSection(runs),
                new EnergySection(runs),
                new FloorplanSection(runs),
                new AreaSection(runs),
                new WritesSection(runs),
                new ScenarioSection(runs),
                new ProvenanceSection(runs));
    }

    /** The report of runs. */
    public static ReportPage of(Comparison comparison) {
        return new ReportPage(
                comparison, comparison.entries().stream().map(RunDetails::read).toList());
    }

    /** Writes every picture of the page as SVG and as PNG, and the data behind it as CSV. */
    public void writeFigures(NewFolder folder) {
        for (Section section : sections) {
            for (Plot plot : section.plots()) {
                plot.writeFiles(folder);
            }
        }
    }

    /** The whole page. */
    public String html() {
        return new Page(title(), lead(), sections, List.of("page.js")).html();
    }

    private String title() {
        return String.join(", ", runs.stream().map(RunDetails::name).toList());
    }

    private String lead() {
        return runs.size() == 1 ? lead(runs.get(0)) : runs.size() + " runs beside each other";
    }

    private static String lead(RunDetails run) {
        String network =
                run.plan().shape().sizes().stream().map(String::valueOf).collect(Collectors.joining("-"));
        return network + ", " + run.entry().run().rule()
                + run.entry()
                        .run()
                        .recall()
                        .map(recall -> ", recall by " + recall)
                        .orElse("") + ", on "
                + run.plan().floorplan().tileCount() + " tiles in "
                + run.run().technology().name();
    }
}
