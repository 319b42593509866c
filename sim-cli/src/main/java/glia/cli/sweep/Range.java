package glia.cli.sweep;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Numbers from one to another, both included.
 *
 * @param from the least
 * @param to the greatest
 * @param unit behind each number; empty if there is none
 * @param scale how places between them are spread
 */
public record Range(BigDecimal from, BigDecimal to, String unit, Scale scale) {
    /** Digits of a number that is drawn or lies on a logarithmic scale. */
    private static final MathContext DRAWN = new MathContext(9, RoundingMode.HALF_EVEN);

    private static final MathContext EXACT = MathContext.DECIMAL64;

    /** How places on a range are spread over it. */
    public enum Scale {
        /** Evenly. */
        LINEAR("linear", false, false),
        /** Evenly in the logarithm. */
        LOG("log", true, false),
        /** Evenly over whole numbers. */
        INTEGER("integer", false, true),
        /** Whole numbers, evenly in the logarithm. */
        LOG_INTEGER("log-integer", true, true);

        private final String label;
        private final boolean log;
        private final boolean whole;

        Scale(String label, boolean log, boolean whole) {
            this.label = label;
            this.log = log;
            this.whole = whole;
        }

        /** The name in a file. */
        String label() {
            return label;
        }

        /** Whether logarithms count, so that both ends must be above 0. */
        boolean log() {
            return log;
        }

        /** Whether all numbers are whole. */
        boolean whole() {
            return whole;
        }
    }

    private String text(BigDecimal number) {
        return new Amount(number, unit).text();
    }

    /** What a column of its numbers holds. */
    Column.Type type() {
        return !unit.isEmpty() ? Column.Type.TEXT : scale.whole ? Column.Type.WHOLE : Column.Type.DECIMAL;
    }

    /** The number at a place from 0 to below 1. */
    String at(double place) {
        double low = from.doubleValue();
        double high = to.doubleValue();
        if (scale.whole) {
            double end = high + 1;
            double value = Math.floor(scale.log ? logarithmic(low, end, place) : low + place * (end - low));
            return text(BigDecimal.valueOf((long) Math.max(low, Math.min(high, value))));
        }
        double value = scale.log ? logarithmic(low, high, place) : low + place * (high - low);
        return text(new BigDecimal(value).round(DRAWN).max(from).min(to));
    }

    private static double logarithmic(double low, double high, double place) {
        return StrictMath.exp(StrictMath.log(low) + place * (StrictMath.log(high) - StrictMath.log(low)));
    }

    /** How many numbers {@link #stepped} answers. */
    BigDecimal steps(BigDecimal step) {
        return to.subtract(from).divideToIntegralValue(step).add(BigDecimal.ONE);
    }

    /** From the least in steps, as long as they are not beyond the greatest. */
    List<String> stepped(BigDecimal step) {
        List<String> values = new ArrayList<>();
        for (BigDecimal value = from; value.compareTo(to) <= 0; value = value.add(step)) {
            values.add(text(value));
        }
        return values;
    }

    /** From the least by a factor, as long as they are not beyond the greatest; rounded to nine digits. */
    List<String> multiplied(BigDecimal factor) {
        List<String> values = new ArrayList<>();
        for (BigDecimal value = from; value.compareTo(to) <= 0; value = value.multiply(factor, EXACT)) {
            values.add(text(value.round(DRAWN)));
        }
        return values;
    }

    /** So many of them, at least 2, both ends included, evenly on the scale; those of a logarithmic one have nine digits. */
    List<String> counted(int count) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(text(i == 0 ? from : i == count - 1 ? to : between(i, count - 1)));
        }
        return values;
    }

    private BigDecimal between(int i, int gaps) {
        BigDecimal value = scale.log
                ? new BigDecimal(logarithmic(from.doubleValue(), to.doubleValue(), (double) i / gaps)).round(DRAWN)
                : from.add(to.subtract(from).multiply(BigDecimal.valueOf(i)).divide(BigDecimal.valueOf(gaps), EXACT));
        return scale.whole ? value.setScale(0, RoundingMode.HALF_EVEN) : value;
    }
}
