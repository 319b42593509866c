package glia.core.account;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How long an action takes on one unit, in cycles.
 *
 * @param latency cycles from the start of a batch to its end, at least 1
 * @param interval cycles between the starts of two batches, at least 1
 * @param lanes how many actions one batch holds, at least 1
 */
public record ActionTiming(long latency, long interval, long lanes) {
    /** The number of lanes of a unit that does all at once. */
    public static final long ALL = Long.MAX_VALUE;

    /** Checks that all three are positive. */
    public ActionTiming {
        if (latency < 1 || interval < 1 || lanes < 1) {
            throw new IllegalArgumentException(
                    "timing " + latency + ", " + interval + ", " + lanes + " is not positive throughout");
        }
    }

    /** From the seconds of a technology table: cycles = max(1, ceil(seconds · clock)), exactly. */
    public static ActionTiming ofSeconds(BigDecimal latency, BigDecimal interval, long lanes, BigDecimal clockHertz) {
        return new ActionTiming(cycles(latency, clockHertz), cycles(interval, clockHertz), lanes);
    }

    /** Cycles a time takes: max(1, ceil(seconds · clock)). */
    public static long cycles(BigDecimal seconds, BigDecimal clockHertz) {
        BigDecimal cycles = seconds.multiply(clockHertz).setScale(0, RoundingMode.CEILING);
        return Math.max(1, cycles.longValueExact());
    }

    /** How many batches a number of actions makes: ceil(times / lanes). */
    public long batches(long times) {
        return times <= lanes ? 1 : (times - 1) / lanes + 1;
    }

    /** Cycles from the start of the first batch to the end of the last one; 0 for no action. */
    public long duration(long times) {
        return times == 0 ? 0 : latency + (batches(times) - 1) * interval;
    }
}
