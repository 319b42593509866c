package glia.cli.command;

import glia.cli.figure.Raster;
import glia.cli.page.ReportPage;
import glia.cli.report.Quantities;
import glia.cli.run.Comparison;
import glia.cli.run.NewFile;
import glia.cli.run.NewFolder;
import glia.cli.run.RunOrder;
import glia.core.config.InputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the report of finished runs as one page of HTML, and its pictures for papers. */
@Command(
        name = "report",
        description = "Write finished runs as one page of HTML: accuracy, time, energy, floorplan, writes.",
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
    @Parameters(
            arity = "1..*",
            paramLabel = "RUN",
            description = "The folders of finished runs; several are put beside each other.")
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

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Comparison comparison = Comparison.of(runs, RunOrder.GIVEN);
        Path file = out.orElseGet(this::besideTheFirst);
        NewFile page = new NewFile("--out", file);
        if (figures.isPresent() && !Raster.hasLetters()) {
            throw new InputException("--figures: Java finds no font to draw with; expected one, such as DejaVu"
                    + " (Debian: fontconfig fonts-dejavu-core)");
        }
        ReportPage report = ReportPage.of(comparison);
        String html = report.html();
        figures.ifPresentOrElse(
                folder -> write(report, NewFolder.prepare(folder, "the figures"), page, html), () -> page.write(html));
        long bytes = html.getBytes(StandardCharsets.UTF_8).length;
        spec.commandLine().getOut().println("Report: " + file + ", " + Quantities.scaled((double) bytes, "B"));
        figures.ifPresent(folder -> spec.commandLine().getOut().println("Figures: " + folder));
        spec.commandLine().getOut().flush();
        return Commands.DONE;
    }

    /** All pictures first, so that there is no page without them. */
    private static void write(ReportPage report, NewFolder folder, NewFile page, String html) {
        try (folder) {
            report.writeFigures(folder);
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
