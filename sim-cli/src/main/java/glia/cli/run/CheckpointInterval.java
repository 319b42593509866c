package glia.cli.run;

import glia.core.config.InputException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often a run is saved: after so many samples, epochs, or so much wall time.
 *
 * @param text as it was asked for
 * @param amount how many
 * @param unit of what; empty for samples
 */
public record CheckpointInterval(String text, double amount, String unit) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,6})?) ?(epochs?|s|min|h|)");
    private static final Map<String, Double> SECONDS = Map.of("s", 1.0, "min", 60.0, "h", 3600.0);

    /**
     * Reads 10000, 0.5epoch or 10min.
     *
     * @throws InputException if it is none of these, or not more than 0
     */
    public static CheckpointInterval of(String text) {
        Matcher form = FORM.matcher(text.trim());
        boolean known =
                form.matches() && (!form.group(2).isEmpty() || !form.group(1).contains("."));
        if (!known || Double.parseDouble(form.group(1)) == 0) {
            throw new InputException("--checkpoint: " + text
                    + " is no interval; expected samples (10000), epochs (0.5epoch) or a time (10min)");
        }
        return new CheckpointInterval(text.trim(), Double.parseDouble(form.group(1)), form.group(2));
    }

    private boolean isTime() {
        return SECONDS.containsKey(unit);
    }

    /** The sample before which the run is to be saved next, after so many; none, if it goes by time. */
    long nextSample(long samples, long epochSamples) {
        if (isTime()) {
            return Long.MAX_VALUE;
        }
        double every = unit.isEmpty() ? amount : amount * epochSamples;
        long times = (long) Math.floor(samples / every);
        long next = Math.round((times + 1) * every);
        return next > samples ? next : Math.max(samples + 1, Math.round((times + 2) * every));
    }

    /** Whether so much time has passed that the run is to be saved; never, if it goes by samples. */
    boolean isOver(double seconds) {
        return isTime() && seconds >= amount * SECONDS.getOrDefault(unit, 1.0);
    }
}
