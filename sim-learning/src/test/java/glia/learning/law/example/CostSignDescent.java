package glia.learning.law.example;

import glia.chip.datapath.PerturbationElements;
import glia.chip.datapath.WeightChange;
import glia.chip.message.Phase;
import glia.chip.plasticity.CostBehaviour;
import glia.chip.plasticity.HostSamples;
import glia.chip.plasticity.LayerSite;
import glia.chip.plasticity.LearningRule;
import glia.chip.plasticity.SynapseBehaviour;
import glia.chip.plasticity.TileSite;
import glia.core.random.RandomStream;
import glia.learning.reference.ReferenceNetwork;
import glia.learning.reference.ReferenceRule;
import glia.learning.reference.SynapseCounts;
import java.util.Arrays;
import java.util.List;

/**
 * Descent by the sign of the cost change: every parameter is moved by ε or -ε at random, and then by η against that move if the cost
 * rose, along with it if the cost fell. θ~ = ±ε, c = η · sign(ΔC) / ε, w ← w - c · θ~.
 *
 * @param epsilon size ε of the perturbation of one parameter
 * @param seed of the random signs
 */
public record CostSignDescent(float epsilon, long seed) implements LearningRule {
    @Override
    public List<Phase> phases(long sample) {
        return List.of(Phase.BASELINE, Phase.PERTURB, Phase.PERTURBED, Phase.UPDATE);
    }

    @Override
    public SynapseBehaviour synapse(LayerSite layer, TileSite tile) {
        return new Part(layer, tile.rows(), tile.columns());
    }

    @Override
    public SynapseBehaviour bias(LayerSite layer) {
        return new Part(layer, 1, layer.neurons());
    }

    @Override
    public CostBehaviour cost() {
        return new CostBehaviour() {
            @Override
            public float update(float rate, float costChange, float baselineCost, float squaredNorm) {
                return rate * Math.signum(costChange) / epsilon;
            }

            @Override
            public UpdateWork updateWork(int perturbedLayers) {
                return new UpdateWork(1, 1, 0); // ΔC; η by the constant 1 / ε, its sign is a bit
            }
        };
    }

    @Override
    public int elementBits() {
        return 1;
    }

    /** What sits in a tile, or beside the biases of a layer. */
    private final class Part implements SynapseBehaviour {
        private final LayerSite layer;
        private final float[] rows;
        private final float[] columns;

        Part(LayerSite layer, int rows, int columns) {
            this.layer = layer;
            this.rows = new float[rows];
            this.columns = new float[columns];
            Arrays.fill(this.rows, 1f);
            Arrays.fill(this.columns, 1f);
        }

        /** Signs are numbered by the layer's rows and columns, 64 of one draw, so that no tiling moves one. */
        @Override
        public void perturb(
                long pass, float[] activations, float[] deltas, float scale, PerturbationElements elements) {
            RandomStream draws = RandomStream.of(seed, layer.layer()).sub(pass);
            long words = (layer.neurons() + 63L) / 64;
            elements.setSigned(rows, columns, epsilon, (row, word) -> draws.bits(row * words + word));
        }

        @Override
        public Work perturbWork(int ofRows, int ofColumns) {
            return new Work(0, 0, (long) rows.length * columns.length); // a sign each
        }

        @Override
        public void onCostChange(float c, float[] activations, float[] deltas, float scale, WeightChange change) {
            if (c != 0f) {
                change.addPerturbation(-c);
            }
        }

        @Override
        public Work updateWork(int ofRows, int ofColumns) {
            return new Work(0, 1, 0); // c · ε
        }
    }

    /** The same rule as plain loops: no blocks, no messages, no time, and none of the code above. */
    public static final class Reference implements ReferenceRule {
        private final CostSignDescent numbers;
        private final ReferenceNetwork network;
        private long samples;

        /** Takes the numbers of the rule, and what learns. */
        public Reference(CostSignDescent numbers, ReferenceNetwork network) {
            this.numbers = numbers;
            this.network = network;
        }

        @Override
        public void step(long sample, float[] input, int label, float rate, HostSamples host) {
            float cost = network.cost(network.forward(input)[network.layers()], label);
            float costChange = network.cost(perturbed(input), label) - cost;
            float c = costChange == 0f ? 0f : costChange > 0f ? rate / numbers.epsilon : -rate / numbers.epsilon;
            for (int l = 0; l < network.layers(); l++) {
                for (int i = 0; i <= network.size(l); i++) {
                    for (int j = 0; j < network.size(l + 1); j++) {
                        move(l, i, j, -c * numbers.epsilon * sign(l, i, j));
                    }
                }
            }
            samples++;
        }

        /** The sign of a parameter; those of the biases follow the last input. */
        private float sign(int l, int i, int j) {
            long words = (network.size(l + 1) + 63L) / 64;
            long bits = RandomStream.of(numbers.seed, l).sub(samples).bits(i * words + j / 64);
            return (bits >>> (j % 64) & 1) == 0 ? 1f : -1f;
        }

        private float[] perturbed(float[] input) {
            float[] x = input;
            for (int l = 0; l < network.layers(); l++) {
                float[] z = new float[network.size(l + 1)];
                for (int j = 0; j < z.length; j++) {
                    z[j] = perturbedSum(l, x, j);
                }
                x = z.clone();
                if (l < network.layers() - 1) {
                    network.activation().apply(z, x);
                }
            }
            return x;
        }

        /** Segment by segment what the cells add, and what their elements add. */
        private float perturbedSum(int l, float[] x, int j) {
            float z = network.biases()[l][j] + numbers.epsilon * sign(l, x.length, j);
            for (int from = 0; from < x.length; from += network.segmentLength()) {
                float stored = 0f;
                float signed = 0f;
                for (int i = from; i < Math.min(from + network.segmentLength(), x.length); i++) {
                    stored = Math.fma(x[i], network.weights()[l][i][j], stored);
                    signed += sign(l, i, j) * x[i];
                }
                z += stored + numbers.epsilon * signed;
            }
            return z;
        }

        private void move(int l, int i, int j, float change) {
            boolean bias = i == network.size(l);
            (bias ? network.biases()[l] : network.weights()[l][i])[j] += change;
            counts(network.toggles(), l, i)[j]++;
            counts(network.commits(), l, i)[j] += change != 0f ? 1 : 0;
            counts(network.potentiations(), l, i)[j] += change > 0f ? 1 : 0;
        }

        private static long[] counts(SynapseCounts counts, int l, int i) {
            return i == counts.synapses()[l].length ? counts.biases()[l] : counts.synapses()[l][i];
        }

        @Override
        public ReferenceNetwork network() {
            return network;
        }

        @Override
        public long forwardPasses() {
            return 2 * samples;
        }

        @Override
        public long gradientComponents() {
            return 0;
        }

        @Override
        public long gradientComponentsStrict() {
            return 0;
        }
    }
}
