package glia.learning.rule;

import glia.chip.ChipAction;
import glia.chip.block.DivergenceException;
import glia.chip.block.SynapseTile;
import glia.chip.build.BlockKind;
import glia.chip.build.Chip;
import glia.chip.build.ChipBuilder;
import glia.chip.build.ChipConfig;
import glia.chip.build.Figure;
import glia.chip.build.Grade;
import glia.chip.build.NetworkShape;
import glia.chip.build.Technology;
import glia.chip.interconnect.Arbiter;
import glia.chip.plasticity.HostSamples;
import glia.chip.plasticity.LearningRule;
import glia.core.random.RandomStream;
import glia.learning.part.DeltaMgdParameters;
import glia.learning.reference.DeltaMgdReference;
import glia.learning.reference.ReferenceNetwork;
import glia.learning.reference.ReferenceRule;
import glia.learning.train.Trainer;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.Assume;

/**
 * A random small chip with a rule and a stream of samples.
 *
 * @param seed of weights and samples
 */
record Design(NetworkShape shape, ChipConfig config, Technology technology, Kit kit, long seed) {
    /** A rule in its two forms. */
    interface Kit {
        LearningRule rule(NetworkShape shape);

        ReferenceRule reference(ReferenceNetwork network, ChipConfig config);

        default boolean fits(NetworkShape shape) {
            return true;
        }
    }

    /** δ-MGD in its two forms. */
    record DeltaKit(DeltaMgdParameters parameters) implements Kit {
        @Override
        public LearningRule rule(NetworkShape shape) {
            return new DeltaMgd(parameters);
        }

        @Override
        public ReferenceRule reference(ReferenceNetwork network, ChipConfig config) {
            return new DeltaMgdReference(parameters, network);
        }
    }

    LearningRule rule() {
        return kit.rule(shape);
    }

    static final BigDecimal CLOCK = new BigDecimal("100000000");

    /** A technology whose latencies are 1 to 9 cycles, drawn from a seed. */
    static Technology technology(long seed) {
        RandomStream draws = RandomStream.of(seed, 77);
        Map<String, Figure> energies = new HashMap<>();
        Map<String, Figure> latencies = new HashMap<>();
        Map<String, Figure> intervals = new HashMap<>();
        Map<String, Figure> powers = new HashMap<>();
        for (ChipAction action : ChipAction.values()) {
            int latency = 1 + draws.below(2L * action.ordinal(), 9);
            int interval = 1 + draws.below(2L * action.ordinal() + 1, latency);
            energies.put(action.name(), figure(BigDecimal.valueOf(draws.below(action.ordinal(), 1000), 4)));
            latencies.put(action.name(), figure(BigDecimal.valueOf(latency).movePointLeft(8)));
            intervals.put(action.name(), figure(BigDecimal.valueOf(interval).movePointLeft(8)));
        }
        for (BlockKind kind : BlockKind.values()) {
            powers.put(kind.label(), figure(BigDecimal.valueOf(draws.below(1000L + kind.ordinal(), 1000), 9)));
        }
        return new Technology("drawn", energies, latencies, intervals, powers);
    }

    private static Figure figure(BigDecimal value) {
        return new Figure(value, "drawn", Grade.ASSUMED);
    }

    /** A structure with lanes, links and bus drawn from a seed. */
    static ChipConfig config(int tileRows, int tileColumns, long seed) {
        RandomStream draws = RandomStream.of(seed, 78);
        int[] lanes = new int[7];
        for (int i = 0; i < lanes.length; i++) {
            lanes[i] = 1 + draws.below(i, 20);
        }
        return new ChipConfig(
                tileRows,
                tileColumns,
                100_000,
                CLOCK,
                "ideal",
                new SynapseTile.Options(false, false),
                new ChipConfig.Lanes(lanes[0], lanes[1], lanes[2], lanes[3], lanes[4], lanes[5], lanes[6]),
                "point-to-point",
                width(draws, 10, 300),
                new ChipConfig.Bus(
                        width(draws, 11, 80),
                        1 + draws.below(12, 3),
                        Arbiter.values()[draws.below(13, Arbiter.values().length)]));
    }

    /** A width in bits: a power of two as often as any other. */
    private static int width(RandomStream draws, int index, int widest) {
        return draws.below(100L + index, 2) == 0 ? 8 << draws.below(index, 6) : 1 + draws.below(index, widest);
    }

    Design with(ChipConfig other, Technology otherTechnology) {
        return new Design(shape, other, otherTechnology, kit, seed);
    }

    /** A chip with weights drawn from the seed. */
    Chip chip() {
        return initialised(ChipBuilder.build(shape, config, technology, rule()));
    }

    /** The same chip, except that it counts no action. */
    Chip uncountedChip() {
        return initialised(ChipBuilder.buildUncounted(shape, config, technology, rule()));
    }

    private Chip initialised(Chip chip) {
        Trainer.initialise(chip, seed);
        return chip;
    }

    /** The reference with the same weights. */
    ReferenceRule reference() {
        Chip chip = chip();
        float[][][] weights = new float[shape.layers()][][];
        float[][] biases = new float[shape.layers()][];
        for (int layer = 0; layer < shape.layers(); layer++) {
            weights[layer] = chip.parameters().weights(layer);
            biases[layer] = chip.parameters().biases(layer);
        }
        return kit.reference(
                new ReferenceNetwork(weights, biases, shape.activation(), shape.cost(), config.tileRows()), config);
    }

    /** The input of a sample; a third of the values are 0. */
    float[] input(long sample) {
        RandomStream draws = RandomStream.of(seed, 1000).sub(sample);
        float[] input = new float[shape.inputs(0)];
        for (int i = 0; i < input.length; i++) {
            input[i] = draws.below(2L * i, 3) == 0 ? 0f : (float) (2 * draws.uniform(2L * i + 1) - 1);
        }
        return input;
    }

    int label(long sample) {
        return RandomStream.of(seed, 1001).below(sample, shape.classes());
    }

    float rate(long sample) {
        return sample == 3 ? 0f : 0.02f / (1 + sample);
    }

    float[] exemplar(long sample, int label) {
        return input(1_000_000 + sample * shape.classes() + label);
    }

    /** Learns from samples with the chip, or from as many as keep its costs finite. */
    Chip trained(int samples) {
        Chip chip = chip();
        long sample = 0;
        while (sample < samples && learns(chip, sample)) {
            sample++;
        }
        Assume.that(sample == samples);
        chip.ledger();
        return chip;
    }

    /** Learns from a sample; answers whether costs stayed finite. */
    boolean learns(Chip chip, long sample) {
        try {
            learn(chip, sample);
            return true;
        } catch (DivergenceException diverged) {
            return false;
        }
    }

    void learn(Chip chip, long sample) {
        chip.learn(input(sample), label(sample), rate(sample), host(sample));
    }

    void learn(ReferenceRule reference, long sample) {
        reference.step(sample, input(sample), label(sample), rate(sample), host(sample));
    }

    private HostSamples host(long sample) {
        return new HostSamples() {
            @Override
            public float[] exemplar(int label) {
                return Design.this.exemplar(sample, label);
            }

            @Override
            public float[] input(int ahead) {
                return Design.this.input(sample + ahead);
            }

            @Override
            public int label(int ahead) {
                return Design.this.label(sample + ahead);
            }
        };
    }

    @Override
    public String toString() {
        return shape.sizes() + " " + shape.activation() + " " + shape.cost() + " tiles " + config.tileRows() + " x "
                + config.tileColumns() + " " + kit + " seed " + seed;
    }
}
