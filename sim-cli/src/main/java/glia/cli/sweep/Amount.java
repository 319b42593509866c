package glia.cli.sweep;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number, and the unit behind it if there is one.
 *
 * @param number the number
 * @param unit the unit; empty if there is none
 */
record Amount(BigDecimal number, String unit) {
    private static final int MOST_DIGITS = 100;
    private static final Pattern FORM =
            Pattern.compile("([-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d{1,3})?)\\s*([A-Za-z]\\w*|)");

    /** Reads a number such as {@code 0.5} or {@code 100 MHz}. */
    static Optional<Amount> parse(String text) {
        Matcher matcher = FORM.matcher(text.trim());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(matcher.group(1));
        return number.precision() + Math.abs((long) number.scale()) > MOST_DIGITS
                ? Optional.empty()
                : Optional.of(new Amount(number, matcher.group(2)));
    }

    /** A number as it is written in a scenario. */
    static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        boolean isLong = stripped.signum() != 0 && (stripped.scale() > 12 || stripped.scale() < -18);
        return isLong ? stripped.toString() : stripped.toPlainString();
    }

    /** As a user would write it. */
    String text() {
        return unit.isEmpty() ? plain(number) : plain(number) + " " + unit;
    }
}
