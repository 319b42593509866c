package glia.core.bench;

/**
 * How long to measure.
 *
 * @param warmUp milliseconds of the first iteration, which all run at once and which does not count
 * @param millis milliseconds of the others
 * @param rounds at least so many of them
 * @param limit milliseconds of all rounds after which there are no more, even if times still fall
 * @param heats how often to start all processes anew
 */
public record Pace(int warmUp, int millis, int rounds, int limit, int heats) {
    /** A pace for a short run. */
    public static Pace of(int warmUp, int millis, int rounds, int limit) {
        return new Pace(warmUp, millis, rounds, limit, 1);
    }

    /** The same pace at leisure: more rounds, three times. */
    public Pace slower() {
        return new Pace(2 * warmUp, millis, 2 * rounds, 3 * limit, 3);
    }
}
