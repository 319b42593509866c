package glia.cli.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** Numbers with units, as people read them. */
public final class Quantities {
    private static final List<String> PREFIXES = List.of("p", "n", "u", "m", "", "k", "M", "G");
    private static final int NO_PREFIX = PREFIXES.indexOf("");

    private static final double LARGE = 1e9;
    private static final double MINUTE = 60;
    private static final double HOUR = 60 * MINUTE;
    private static final double DAY = 24 * HOUR;
    private static final double YEAR = 365.25 * DAY;

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

    /** Four significant digits below 1000, whole with commas above, a power of ten from 1e9 on; "never" if it is infinite. */
    public static String large(double value) {
        if (Double.isInfinite(value)) {
            return "never";
        }
        if (value < LARGE) {
            return value < 1000 ? number(value) : count(Math.round(value));
        }
        return String.format(Locale.ROOT, "%.3e", value).replaceAll("\\.?0*e\\+0?", "e");
    }

    /** Seconds in the unit that people would take; "never" if they are infinite. */
    public static String span(double seconds) {
        if (Double.isInfinite(seconds)) {
            return "never";
        }
        if (seconds < 2 * MINUTE) {
            return scaled(seconds, "s");
        }
        if (seconds < 2 * HOUR) {
            return digits(seconds / MINUTE) + " min";
        }
        if (seconds < 2 * DAY) {
            return digits(seconds / HOUR) + " h";
        }
        double years = seconds / YEAR;
        return years < 2 ? digits(seconds / DAY) + " days" : (years < 1e4 ? digits(years) : large(years)) + " years";
    }

    /** A share of 1 in percent. */
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }
}
