package glia.cli.report;

import glia.cli.reproduce.Finding;
import glia.cli.reproduce.Outcome;
import glia.cli.reproduce.Reproduction;
import glia.cli.reproduce.Subject;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Reproductions on the terminal: the list of them, and what one found. */
public final class ReproductionScreen {
    private ReproductionScreen() {}

    /** The list of reproductions. */
    public static String list(List<Reproduction> all) {
        StringBuilder out =
                new StringBuilder("Published results that can be done again (quick, --full: minutes on one core):\n");
        Table table = new Table();
        for (Reproduction each : all) {
            Subject subject = each.subject();
            table.leftRow(
                    subject.name(),
                    "[" + subject.paper().letter() + "] " + subject.item(),
                    minutes(subject.quickMinutes()) + ", " + minutes(subject.fullMinutes()),
                    subject.sets().isEmpty() ? "no data" : String.join(", ", subject.sets()));
        }
        out.append(table).append("Data sets that are not there: the quick form takes the embedded glyphs.\n");
        all.stream()
                .map(each -> each.subject().paper())
                .distinct()
                .forEach(paper -> out.append("[" + paper.letter() + "] " + paper.citation() + "\n"));
        return out.toString();
    }

    private static String minutes(double minutes) {
        return minutes < 1 ? "< 1" : String.format(Locale.ROOT, "%.0f", minutes);
    }

    /** What will be done and about how long it takes. */
    public static String forecast(Subject subject, boolean full, List<Long> seeds) {
        double minutes = full ? subject.fullMinutes() : subject.quickMinutes();
        return String.format(
                Locale.ROOT,
                "%s (%s): %s, seeds %s; about %s on one core%n",
                subject.name(),
                subject.item(),
                full ? "full" : "quick",
                seeds,
                minutes < 1 ? Math.round(minutes * 60) + " s" : Math.round(minutes) + " min");
    }

    /** What a reproduction found. */
    public static String of(Outcome outcome, Path folder) {
        Table table = new Table().leftRow("", "published", "ours", "difference", "spread");
        for (Finding each : outcome.findings()) {
            table.leftRow(each.quantity(), each.published(), each.ours(), each.difference(), each.spread());
        }
        return table + "  page, picture and numbers in " + folder + "\n";
    }
}
