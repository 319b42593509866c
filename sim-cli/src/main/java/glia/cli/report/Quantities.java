package glia.cli.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** Numbers with units, as people read them. */
public final class Quantities {
    private static final List<String> PREFIXES = List.of("p", "n", "u", "m", "", "k", "M", "G");
    private static final int NO_PREFIX = PREFIXES.indexOf("");

    private Quantities() {}

    /** Picojoules with a fitting prefix and four digits. */
    public static String energy(BigDecimal picojoules) {
        return scaled(picojoules.doubleValue() * 1e-12, "J");
    }

    /** Square micrometres, from a tenth of a square millimetre on in these, with four digits or whole. */
    public static String area(BigDecimal squareMicrometres) {
        double value = squareMicrometres.doubleValue();
        if (value >= 1e5) {
            return digits(value / 1e6) + " mm2";
        }
        return (value >= 1000 ? count(Math.round(value)) : digits(value)) + " um2";
    }

    /** A value of a unit with a fitting prefix and four digits. */
    public static String scaled(double value, String unit) {
        int prefix = NO_PREFIX;
        double shown = value;
        while (shown != 0 && Math.abs(shown) < 1 && prefix > 0) {
            shown *= 1000;
            prefix--;
        }
        while (Math.abs(shown) >= 1000 && prefix < PREFIXES.size() - 1) {
            shown /= 1000;
            prefix++;
        }
        return digits(shown) + " " + PREFIXES.get(prefix) + unit;
    }

    /** Four significant digits below 10,000, whole above. */
    public static String digits(double value) {
        double size = Math.abs(value);
        String format = size >= 1000 ? "%.0f" : size >= 100 ? "%.1f" : size >= 10 ? "%.2f" : "%.3f";
        return String.format(Locale.ROOT, format, value);
    }

    /** A whole number with commas, or four significant digits of another one. */
    public static String number(double value) {
        return value == Math.rint(value) ? count((long) value) : digits(value);
    }

    /** A whole number with commas. */
    public static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** A share of 1 in percent. */
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }
}
