package glia.cli.command;

import glia.cli.figure.Raster;
import glia.cli.page.ReportPage;
import glia.cli.page.SweepPage;
import glia.cli.report.Quantities;
import glia.cli.run.Comparison;
import glia.cli.run.NewFile;
import glia.cli.run.NewFolder;
import glia.cli.run.RunOrder;
import glia.cli.sweep.SweepFolder;
import glia.core.config.InputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the report of finished runs, or of a sweep, as one page of HTML, and its pictures for papers. */
@Command(
        name = "report",
        description =
                "Write finished runs, or a sweep, as one page of HTML: accuracy, time, energy, floorplan, writes.",
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
    @Parameters(
            arity = "1..*",
            paramLabel = "RUN",
            description =
                    "The folders of finished runs; several are put beside each other. Or the folder of one finished sweep.")
    private List<Path> runs = List.of();

    @Option(
            names = "--out",
            paramLabel = "FILE.html",
            description = "The page. Default: beside the first run, named after it.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--figures",
            paramLabel = "DIR",
            description = "A new folder for every picture as SVG and PNG, and the data behind it as CSV.")
    private Optional<Path> figures = Optional.empty();

    @Mixin
    private ObjectiveOptions objectives;

    @Option(
            names = "--points",
            paramLabel = "DIR",
            description =
                    "Of a sweep: a new folder for the report of every point whose run was kept; the table leads to them.")
    private Optional<Path> points = Optional.empty();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Path file = out.orElseGet(this::besideTheFirst);
        if (SweepFolder.isSweep(runs.get(0))) {
            return reportSweep(file);
        }
        if (objectives.areGiven() || points.isPresent()) {
            throw new InputException(runs.get(0) + ": is no sweep; --minimize, --maximize and --points are for sweeps");
        }
        Comparison comparison = Comparison.of(runs, RunOrder.GIVEN);
        NewFile page = new NewFile("--out", file);
        checkLetters();
        ReportPage report = ReportPage.of(comparison);
        write(report::writeFigures, page, report.html(), file);
        return Commands.DONE;
    }

    private int reportSweep(Path file) {
        if (runs.size() > 1) {
            throw new InputException(runs.get(0) + ": is a sweep; expected it alone, or runs only");
        }
        NewFile page = new NewFile("--out", file);
        checkLetters();
        SweepReport report = new SweepReport(runs.get(0), objectives);
        Optional<PointReports> each = points.map(folder -> PointReports.write(report.runs(), folder));
        SweepPage sweep = report.page(each.map(reports -> reports.links(file)).orElse(Map.of()));
        write(sweep::writeFigures, page, sweep.html(), file);
        return Commands.DONE;
    }

    private void checkLetters() {
        if (figures.isPresent() && !Raster.hasLetters()) {
            throw new InputException("--figures: Java finds no font to draw with; expected one, such as DejaVu"
                    + " (Debian: fontconfig fonts-dejavu-core)");
        }
    }

    private void write(Consumer<NewFolder> report, NewFile page, String html, Path file) {
        figures.ifPresentOrElse(
                folder -> write(report, NewFolder.prepare(folder, "the figures"), page, html), () -> page.write(html));
        long bytes = html.getBytes(StandardCharsets.UTF_8).length;
        spec.commandLine().getOut().println("Report: " + file + ", " + Quantities.scaled((double) bytes, "B"));
        figures.ifPresent(folder -> spec.commandLine().getOut().println("Figures: " + folder));
        spec.commandLine().getOut().flush();
    }

    /** All pictures first, so that there is no page without them. */
    private static void write(Consumer<NewFolder> report, NewFolder folder, NewFile page, String html) {
        try (folder) {
            report.accept(folder);
            page.write(html);
            folder.moveIntoPlace();
        }
    }

    private Path besideTheFirst() {
        Path first = runs.get(0).toAbsolutePath().normalize();
        String others = runs.size() == 1 ? "" : "-and-" + (runs.size() - 1) + "-more";
        return first.resolveSibling(first.getFileName() + others + ".html");
    }
}
