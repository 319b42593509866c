package glia.cli.report;

import java.util.Locale;

/** Figures of a sweep's results as text. */
public final class FigureText {
    private static final double LARGEST_WHOLE = 1e15;

    private FigureText() {}

    /** The unit of a column's values, as its name tells; empty if they are plain numbers. */
    public static String unit(String column) {
        String lower = column.toLowerCase(Locale.ROOT);
        return lower.endsWith("seconds") ? "s" : lower.contains("joules") ? "J" : "";
    }

    /** Whether a column holds shares that are shown in percent. */
    public static boolean isShare(String column) {
        return column.endsWith("Accuracy") || column.endsWith("Share");
    }

    /** A value of a column, with its unit. */
    public static String of(String column, double value) {
        if (column.startsWith("lifetime")) {
            return Quantities.span(value);
        }
        if (!unit(column).isEmpty()) {
            return Quantities.scaled(value, unit(column));
        }
        if (isShare(column)) {
            return String.format(Locale.ROOT, "%.2f %%", value * 100);
        }
        return value == Math.rint(value) && Math.abs(value) < LARGEST_WHOLE
                ? Quantities.count((long) value)
                : Quantities.digits(value);
    }
}
