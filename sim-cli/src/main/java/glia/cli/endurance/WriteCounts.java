package glia.cli.endurance;

import glia.chip.build.Chip;
import glia.chip.build.NetworkShape;

/** How often each synapse of a network was written, input by input. */
public interface WriteCounts {
    /** What is counted of a synapse. */
    enum Kind {
        /** Weight commits. */
        COMMITS("writes"),
        /** Commits that raised the weight. */
        POTENTIATIONS("potentiations"),
        /** Pulses that raised the weight. */
        RAISING_PULSES("raisingPulses"),
        /** Pulses that lowered the weight. */
        LOWERING_PULSES("loweringPulses");

        private final String file;

        Kind(String file) {
            this.file = file;
        }

        /** The name of a layer's matrix in the folder of a run. */
        String file(int layer) {
            return "layer" + (layer + 1) + "." + file + ".npy";
        }
    }

    /** The network. */
    NetworkShape shape();

    /** The counts of the synapses of one input of a layer; layers count from 0. */
    int[] of(Kind kind, int layer, int input);

    /** The counts of a chip as they stand. */
    static WriteCounts of(Chip chip) {
        chip.ledger();
        return new WriteCounts() {
            @Override
            public NetworkShape shape() {
                return chip.shape();
            }

            @Override
            public int[] of(Kind kind, int layer, int input) {
                return switch (kind) {
                    case COMMITS -> chip.parameters().commits(layer, input);
                    case POTENTIATIONS -> chip.parameters().potentiations(layer, input);
                    case RAISING_PULSES -> chip.parameters().raisingPulses(layer, input);
                    case LOWERING_PULSES -> chip.parameters().loweringPulses(layer, input);
                };
            }
        };
    }
}
