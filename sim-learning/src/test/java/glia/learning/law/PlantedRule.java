package glia.learning.law;

import glia.chip.build.ChipConfig;
import glia.chip.build.NetworkShape;
import glia.chip.datapath.Optimizer;
import glia.chip.datapath.PerturbationElements;
import glia.chip.datapath.SignBits;
import glia.chip.datapath.WeightChange;
import glia.chip.message.Phase;
import glia.chip.plasticity.CostBehaviour;
import glia.chip.plasticity.LayerSite;
import glia.chip.plasticity.LearningRule;
import glia.chip.plasticity.SynapseBehaviour;
import glia.chip.plasticity.TileSite;
import glia.core.random.RandomStream;
import glia.learning.part.Periods;
import glia.learning.part.PerturbationPattern;
import glia.learning.part.UndirectedMgdParameters;
import glia.learning.reference.ReferenceNetwork;
import glia.learning.reference.ReferenceRule;
import glia.learning.reference.UndirectedMgdReference;
import java.util.Arrays;
import java.util.List;

/**
 * Undirected MGD by random signs for layers of up to 64 neurons, written once more with a fault.
 *
 * @param fault what is wrong
 */
record PlantedRule(Fault fault) implements RuleUnderTest {
    private static final float EPSILON = 0.25f;

    /** What may be wrong. */
    enum Fault {
        NONE,
        REFERENCE_WITH_OTHER_EPSILON,
        SIGNS_NUMBERED_BY_TILE,
        SIGNS_SHARED_BY_A_ROW,
        SIZES_BY_ROW,
        BIASES_ALONE,
        UPDATES_COUNTED_BY_ALL_TILES,
        UPDATES_COUNTED_BY_ALL_NEURON_UNITS,
        COST_UNIT_SEES_ACTIVATIONS,
        DOUBLE_GAIN,
        OFFSET_OF_THE_COST,
        SIZE_OF_THE_COST_CHANGE,
        DECAY,
        WRITES_OF_ZERO
    }

    @Override
    public LearningRule rule(NetworkShape shape) {
        return new Kit(fault);
    }

    @Override
    public ReferenceRule reference(ReferenceNetwork network, ChipConfig config) {
        float epsilon = fault == Fault.REFERENCE_WITH_OTHER_EPSILON ? EPSILON / 2 : EPSILON;
        Periods each = new Periods(1, 1, 1);
        return new UndirectedMgdReference(
                new UndirectedMgdParameters(
                        PerturbationPattern.BERNOULLI, false, epsilon, false, each, Optimizer.PLAIN, 0),
                network);
    }

    private static final class Kit implements LearningRule {
        private final Fault fault;
        private int updates;
        private float activation;

        Kit(Fault fault) {
            this.fault = fault;
        }

        @Override
        public List<Phase> phases(long sample) {
            return List.of(Phase.BASELINE, Phase.PERTURB, Phase.PERTURBED, Phase.UPDATE);
        }

        @Override
        public SynapseBehaviour synapse(LayerSite site, TileSite tile) {
            return new Part(site, true, tile.firstColumn(), tile.rows(), tile.columns());
        }

        @Override
        public SynapseBehaviour bias(LayerSite site) {
            return new Part(site, false, 0, 1, site.neurons());
        }

        @Override
        public CostBehaviour cost() {
            return new CostBehaviour() {
                @Override
                public float update(float rate, float costChange, float baselineCost, float squaredNorm) {
                    return (rate * read(costChange)) / (EPSILON * EPSILON);
                }

                @Override
                public UpdateWork updateWork(int perturbedLayers) {
                    return new UpdateWork(1, 2, 0);
                }
            };
        }

        private float read(float costChange) {
            return switch (fault) {
                case DOUBLE_GAIN -> 2 * costChange;
                case OFFSET_OF_THE_COST -> costChange + 0.5f;
                case SIZE_OF_THE_COST_CHANGE -> Math.abs(costChange);
                case COST_UNIT_SEES_ACTIVATIONS -> costChange + activation;
                default -> costChange;
            };
        }

        private final class Part implements SynapseBehaviour {
            private final LayerSite site;
            private final boolean inTile;
            private final int firstColumn;
            private final float[] rows;
            private final float[] columns;

            Part(LayerSite site, boolean inTile, int firstColumn, int rows, int columns) {
                this.site = site;
                this.inTile = inTile;
                this.firstColumn = firstColumn;
                this.rows = new float[rows];
                this.columns = new float[columns];
                Arrays.fill(this.rows, 1f);
                Arrays.fill(this.columns, 1f);
            }

            @Override
            public void perturb(
                    long pass, float[] activations, float[] deltas, float scale, PerturbationElements elements) {
                RandomStream draws = RandomStream.of(0, 11).sub(site.layer()).sub(pass);
                SignBits signs = (row, word) -> draws.bits(row);
                activation = activations[0];
                switch (fault) {
                    case SIGNS_NUMBERED_BY_TILE ->
                        elements.setSigned(rows, columns, EPSILON, (row, word) -> draws.bits(row) << firstColumn);
                    case SIGNS_SHARED_BY_A_ROW ->
                        elements.setSigned(rows, columns, EPSILON, (row, word) -> draws.bits(row) < 0 ? -1 : 0);
                    case SIZES_BY_ROW -> elements.setDense((row, column) -> EPSILON * (row + 1));
                    case BIASES_ALONE -> elements.setSigned(rows, columns, inTile ? 0f : EPSILON, signs);
                    default -> elements.setSigned(rows, columns, EPSILON, signs);
                }
            }

            @Override
            public void onCostChange(float c, float[] activations, float[] deltas, float scale, WeightChange change) {
                switch (fault) {
                    case UPDATES_COUNTED_BY_ALL_TILES -> addCounted(inTile, c, change);
                    case UPDATES_COUNTED_BY_ALL_NEURON_UNITS -> addCounted(!inTile, c, change);
                    case DECAY -> change.addRankOne(-0.01f, rows, columns);
                    case WRITES_OF_ZERO -> change.addRankOne(0f, rows, columns);
                    default -> {}
                }
                if (c != 0f) {
                    change.addPerturbation(-c);
                }
            }

            private void addCounted(boolean counted, float c, WeightChange change) {
                if (counted) {
                    updates++;
                    change.addPerturbation(-c * updates);
                }
            }
        }
    }
}
