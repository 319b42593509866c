package glia.cli.reproduce;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as pages show them. */
final class Text {
    private Text() {}

    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** An accuracy in percent; a run that diverged has none. */
    static String percent(double value) {
        return Double.isNaN(value) ? "diverged" : String.format(Locale.ROOT, "%.2f %%", value);
    }

    /** A difference of two accuracies in percent. */
    static String points(double difference) {
        return Double.isNaN(difference) ? "" : String.format(Locale.ROOT, "%+.2f points", difference);
    }

    /** A change as a share of what was there before. */
    static String change(double share) {
        return Double.isNaN(share) ? "" : String.format(Locale.ROOT, "%+.1f %%", 100 * share);
    }

    /** Three significant digits, without an exponent where that is short. */
    static String three(double value) {
        if (!Double.isFinite(value)) {
            return "none";
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(3));
        boolean plain = value == 0 || (Math.abs(value) >= 1e-3 && Math.abs(value) < 1e5);
        return plain
                ? rounded.stripTrailingZeros().toPlainString()
                : String.format(Locale.ROOT, "%.2e", value)
                        .replaceAll("e([+-])0*", "e$1")
                        .replace("e+", "e");
    }
}
