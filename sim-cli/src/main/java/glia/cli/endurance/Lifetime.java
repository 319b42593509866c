package glia.cli.endurance;

import glia.chip.build.Figure;
import glia.cli.run.Pace;
import glia.cli.scenario.Endurance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How many samples a chip learns from until cells are past their endurance, if every cell goes on to be written as often a sample as
 * it was in a run: endurance x samples / writes.
 *
 * @param level whose endurance
 * @param endurance write cycles
 * @param reading what counts as a write cycle
 * @param samplesToFirst until the first cell; infinite if none was written
 * @param samplesToShare until a hundredth of all cells; infinite if fewer were written
 */
public record Lifetime(
        Endurance.Level level, Figure endurance, Reading reading, double samplesToFirst, double samplesToShare) {
    /** The share of cells whose end is looked for beside the first one's. */
    public static final double SHARE = 0.01;

    /** What counts as a write cycle. */
    public enum Reading {
        /** Every pulse. */
        PULSE("by pulse"),
        /** Pulses that together go through the whole range, up and down. */
        FULL_CYCLE("by full cycle");

        private final String label;

        Reading(String label) {
            this.label = label;
        }

        /** The name for people. */
        public String label() {
            return label;
        }
    }

    /** Every published endurance in every reading; that of weak pulses is one of pulses already. */
    public static List<Lifetime> of(Endurance endurance, Wear wear, Pace pace) {
        List<Lifetime> lifetimes = new ArrayList<>();
        for (Map.Entry<Endurance.Level, Figure> published : endurance.figures().entrySet()) {
            lifetimes.add(of(published, Reading.PULSE, wear, pace));
            if (published.getKey() != Endurance.Level.WEAK_PULSES) {
                lifetimes.add(of(published, Reading.FULL_CYCLE, wear, pace));
            }
        }
        return lifetimes;
    }

    private static Lifetime of(Map.Entry<Endurance.Level, Figure> published, Reading reading, Wear wear, Pace pace) {
        WearDistribution writes = reading == Reading.PULSE ? wear.pulses() : wear.parts();
        double unit = reading == Reading.PULSE ? 1 : wear.strength().cycles(1);
        double budget = published.getValue().value().doubleValue() * pace.samples();
        long rank = (long) Math.ceil(SHARE * writes.synapses());
        return new Lifetime(
                published.getKey(),
                published.getValue(),
                reading,
                budget / (writes.maximum() * unit),
                budget / (writes.ofRank(rank) * unit));
    }
}
