package glia.core.bench;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A race and how to read it.
 *
 * @param entrants who takes part
 * @param pace how long
 * @param read makes rows and ratios out of the times
 */
public record Trial(List<Entrant> entrants, Pace pace, Function<Race, Outcome> read) {
    /**
     * What a race showed.
     *
     * @param rows of the table
     * @param ratios by name; more is better
     */
    public record Outcome(List<String> rows, Map<String, Double> ratios) {}

    /** Has the race run. */
    public Outcome run(boolean slowly) {
        return read.apply(Race.run(entrants, slowly ? pace.slower() : pace));
    }
}
