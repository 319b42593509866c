package glia.cli.report;

import glia.cli.run.Comparison;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finished runs in columns beside each other, and what to know before one is called better. */
public final class CompareScreen {
    private final Comparison comparison;
    private final List<Comparison.Difference> differences;
    private final int width;
    private final StringBuilder out = new StringBuilder();

    private CompareScreen(Comparison comparison, int width) {
        this.comparison = comparison;
        this.width = width;
        differences = comparison.differences();
    }

    /**
     * The screen.
     *
     * @param width how many characters fit a line; runs that do not fit beside the others follow below
     */
    public static String of(Comparison comparison, int width) {
        CompareScreen screen = new CompareScreen(comparison, width);
        screen.tables();
        screen.chips();
        screen.keys();
        screen.divergences();
        screen.warnings();
        return screen.out.toString();
    }

    private void tables() {
        List<Comparison.Entry> left = comparison.entries();
        while (!left.isEmpty()) {
            int count = left.size();
            while (count > 1 && widthOf(table(left.subList(0, count))) > width) {
                count--;
            }
            out.append(table(left.subList(0, count))).append('\n');
            left = left.subList(count, left.size());
        }
    }

    private static int widthOf(Table table) {
        return table.toString().lines().mapToInt(String::length).max().orElse(0);
    }

    private Table table(List<Comparison.Entry> entries) {
        Table table = new Table();
        row(table, "", entries, Comparison.Entry::name);
        for (ComparedFigure figure : ComparedFigure.ALL) {
            if (figure.isHeading()) {
                table.row(figure.label());
            } else if (figure.isShown(comparison)) {
                row(
                        table,
                        figure.label(),
                        entries,
                        entry -> orDash(figure.shown().apply(entry)));
            }
        }
        return table;
    }

    private static String orDash(String cell) {
        return cell.isEmpty() ? "-" : cell;
    }

    private static void row(
            Table table, String label, List<Comparison.Entry> entries, Function<Comparison.Entry, String> cell) {
        table.row(Stream.concat(Stream.of(label), entries.stream().map(cell).map(CompareScreen::plain))
                .toArray(String[]::new));
    }

    private void chips() {
        List<String> keys = names(Comparison::isOfChip);
        line(keys.isEmpty() ? "Chips and networks are all the same." : "Chips differ in " + String.join(", ", keys));
    }

    private void keys() {
        if (differences.isEmpty()) {
            line("Scenarios are all the same.");
            return;
        }
        line("Scenarios differ in");
        differences.forEach(each -> line("  " + each.key() + ": " + String.join(" | ", each.values())));
    }

    private void divergences() {
        for (Comparison.Entry entry : comparison.entries()) {
            entry.run().divergence().ifPresent(reason -> line(entry.name() + ": " + reason));
        }
    }

    private void warnings() {
        List<String> warnings = new LikeForLike(comparison).warnings();
        if (!warnings.isEmpty()) {
            line("Not like for like:");
            warnings.forEach(warning -> line("  " + warning));
        }
    }

    private List<String> names(Predicate<String> wanted) {
        return differences.stream()
                .map(Comparison.Difference::key)
                .filter(wanted)
                .toList();
    }

    private void line(String text) {
        out.append(plain(text)).append('\n');
    }

    /** Names of folders and values may hold anything. */
    private static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
