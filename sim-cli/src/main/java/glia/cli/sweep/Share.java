package glia.cli.sweep;

import glia.core.config.InputException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A share of a sweep's points: every so-manieth one.
 *
 * @param number which one, from 1
 * @param of how many there are
 */
public record Share(int number, int of) {
    /** All points. */
    public static final Share WHOLE = new Share(1, 1);

    private static final int MOST = 100_000;
    private static final Pattern FORM = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

    /** Reads an option such as {@code 2/8}. */
    public static Share of(String option, String text) {
        Matcher matcher = FORM.matcher(text);
        if (matcher.matches()) {
            Share share = new Share(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
            if (share.number >= 1 && share.number <= share.of && share.of <= MOST) {
                return share;
            }
        }
        throw new InputException(option + ": " + text + "; expected a share I/N with I from 1 to N and N up to " + MOST
                + ", such as 1/4");
    }

    /** Whether a point belongs to it. */
    public boolean contains(int point) {
        return (point - 1) % of == number - 1;
    }

    @Override
    public String toString() {
        return number + "/" + of;
    }
}
