package glia.learning.law;

import glia.chip.build.Chip;
import glia.chip.build.Parameters;
import glia.chip.datapath.WriteCounter;
import glia.learning.reference.ReferenceNetwork;
import glia.learning.reference.SynapseCounts;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Parameters and write counts by layer, row and neuron, the biases of a layer as one more row behind its inputs. */
final class NetworkState {
    /** What is counted of a parameter. */
    enum Count {
        COMMITS(Parameters::commits, WriteCounter::commits, ReferenceNetwork::commits),
        POTENTIATIONS(Parameters::potentiations, WriteCounter::potentiations, ReferenceNetwork::potentiations),
        RAISING_PULSES(Parameters::raisingPulses, WriteCounter::raisingPulses, ReferenceNetwork::raisingPulses),
        LOWERING_PULSES(Parameters::loweringPulses, WriteCounter::loweringPulses, ReferenceNetwork::loweringPulses),
        TOGGLES(Parameters::toggles, WriteCounter::toggles, ReferenceNetwork::toggles);

        private final BiFunction<Parameters, Integer, int[][]> ofSynapses;
        private final BiFunction<WriteCounter, Integer, int[]> ofBiases;
        private final Function<ReferenceNetwork, SynapseCounts> ofReference;

        Count(
                BiFunction<Parameters, Integer, int[][]> ofSynapses,
                BiFunction<WriteCounter, Integer, int[]> ofBiases,
                Function<ReferenceNetwork, SynapseCounts> ofReference) {
            this.ofSynapses = ofSynapses;
            this.ofBiases = ofBiases;
            this.ofReference = ofReference;
        }
    }

    private NetworkState() {}

    /** Weights and biases of a chip. */
    static float[][][] values(Chip chip) {
        Parameters parameters = chip.parameters();
        return byLayer(chip.shape().layers(), layer -> joined(parameters.weights(layer), parameters.biases(layer)));
    }

    /** Weights and biases of a reference. */
    static float[][][] values(ReferenceNetwork network) {
        return byLayer(network.layers(), layer -> joined(network.weights()[layer], network.biases()[layer]));
    }

    private static float[][][] byLayer(int layers, IntFunction<float[][]> ofLayer) {
        float[][][] all = new float[layers][][];
        Arrays.setAll(all, ofLayer);
        return all;
    }

    /** Write counts of a chip, brought up to date. */
    static Map<Count, long[][][]> counts(Chip chip) {
        chip.ledger();
        Map<Count, long[][][]> counts = new EnumMap<>(Count.class);
        for (Count count : Count.values()) {
            long[][][] all = new long[chip.shape().layers()][][];
            Arrays.setAll(all, layer -> {
                int[][] synapses = count.ofSynapses.apply(chip.parameters(), layer);
                int[] biases = count.ofBiases.apply(chip.parameters().biasWrites(layer), 0);
                return Arrays.stream(joined(synapses, biases))
                        .map(row -> Arrays.stream(row).asLongStream().toArray())
                        .toArray(long[][]::new);
            });
            counts.put(count, all);
        }
        return counts;
    }

    /** Write counts of a reference. */
    static Map<Count, long[][][]> counts(ReferenceNetwork network) {
        Map<Count, long[][][]> counts = new EnumMap<>(Count.class);
        for (Count count : Count.values()) {
            SynapseCounts given = count.ofReference.apply(network);
            long[][][] all = new long[network.layers()][][];
            Arrays.setAll(all, layer -> joined(given.synapses()[layer], given.biases()[layer]));
            counts.put(count, all);
        }
        return counts;
    }

    private static <R> R[] joined(R[] synapses, R biases) {
        R[] rows = Arrays.copyOf(synapses, synapses.length + 1);
        rows[synapses.length] = biases;
        return rows;
    }
}
