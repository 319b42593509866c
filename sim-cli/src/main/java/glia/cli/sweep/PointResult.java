package glia.cli.sweep;

import java.util.Locale;
import java.util.Map;

/**
 * What a point came to; the same whoever ran it, and when.
 *
 * @param point its number, from 1
 * @param status how it ended
 * @param reason why it did not go on to the end; empty if it did
 * @param figures the figures of its run by column, to the last digit; those that it has none of are missing
 */
public record PointResult(int point, Status status, String reason, Map<String, String> figures) {
    /** How a point ended. */
    public enum Status {
        /** The training went on to its end. */
        DONE,
        /** The training diverged. */
        DIVERGED,
        /** The scenario refuses this combination of values. */
        INVALID;

        /** The name in a table. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A combination of values that cannot be run. */
    static PointResult invalid(int point, String reason) {
        return new PointResult(point, Status.INVALID, reason, Map.of());
    }
}
