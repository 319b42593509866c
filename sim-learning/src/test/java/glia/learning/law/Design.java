package glia.learning.law;

import glia.chip.ChipAction;
import glia.chip.block.DivergenceException;
import glia.chip.block.SynapseTile;
import glia.chip.build.AreaPart;
import glia.chip.build.BlockKind;
import glia.chip.build.Chip;
import glia.chip.build.ChipBuilder;
import glia.chip.build.ChipConfig;
import glia.chip.build.Figure;
import glia.chip.build.Grade;
import glia.chip.build.NetworkShape;
import glia.chip.build.PowerGating;
import glia.chip.build.Technology;
import glia.chip.build.TraceTap;
import glia.chip.datapath.Noise;
import glia.chip.datapath.Periphery;
import glia.chip.device.DeviceParameters;
import glia.chip.device.Programming;
import glia.chip.interconnect.Arbiter;
import glia.chip.interconnect.Interconnects;
import glia.chip.interconnect.Network;
import glia.chip.interconnect.Reach;
import glia.chip.plasticity.LearningRule;
import glia.core.account.ActionTiming;
import glia.core.random.RandomStream;
import glia.learning.reference.ReferenceNetwork;
import glia.learning.reference.ReferenceRule;
import glia.learning.train.Trainer;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.Assume;

/**
 * A small chip with a rule and a stream of samples to learn from.
 *
 * @param shape the network
 * @param config structure of the chip
 * @param technology its times and prices
 * @param underTest the rule in its two forms
 * @param samples what it learns from; their seed is also that of the initial weights
 */
public record Design(
        NetworkShape shape, ChipConfig config, Technology technology, RuleUnderTest underTest, SampleStream samples) {
    /** The clock of all drawn chips, in hertz. */
    public static final BigDecimal CLOCK = new BigDecimal("100000000");

    /** A fresh kit of the rule. */
    public LearningRule rule() {
        return underTest.rule(shape);
    }

    /** A technology whose latencies are 1 to 9 cycles, drawn from a seed. */
    public static Technology technology(long seed) {
        RandomStream draws = RandomStream.of(seed, 77);
        Map<String, Figure> energies = new HashMap<>();
        Map<String, Figure> latencies = new HashMap<>();
        Map<String, Figure> intervals = new HashMap<>();
        Map<String, Figure> powers = new HashMap<>();
        Map<String, Figure> clocks = new HashMap<>();
        Map<String, Figure> gated = new HashMap<>();
        Map<String, Figure> areas = new HashMap<>();
        for (ChipAction action : ChipAction.values()) {
            int latency = 1 + draws.below(2L * action.ordinal(), 9);
            int interval = 1 + draws.below(2L * action.ordinal() + 1, latency);
            energies.put(action.name(), figure(BigDecimal.valueOf(draws.below(action.ordinal(), 1000), 4)));
            latencies.put(action.name(), figure(BigDecimal.valueOf(latency).movePointLeft(8)));
            intervals.put(action.name(), figure(BigDecimal.valueOf(interval).movePointLeft(8)));
        }
        for (BlockKind kind : BlockKind.values()) {
            powers.put(kind.label(), figure(BigDecimal.valueOf(draws.below(1000L + kind.ordinal(), 1000), 9)));
            clocks.put(kind.label(), figure(BigDecimal.valueOf(draws.below(1100L + kind.ordinal(), 1000), 9)));
            gated.put(kind.label(), figure(BigDecimal.valueOf(draws.below(1200L + kind.ordinal(), 1000), 10)));
        }
        for (AreaPart part : AreaPart.values()) {
            areas.put(part.label(), figure(BigDecimal.valueOf(draws.below(1300L + part.ordinal(), 1000), 2)));
        }
        return new Technology(
                "times drawn from " + seed,
                energies,
                latencies,
                intervals,
                new Technology.Blocks(powers, clocks, gated),
                areas);
    }

    private static Figure figure(BigDecimal value) {
        return new Figure(value, "drawn", Grade.ASSUMED);
    }

    /** A structure with lanes, links and bus drawn from a seed. */
    public static ChipConfig config(int tileRows, int tileColumns, long seed) {
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
                DeviceParameters.IDEAL,
                Noise.NONE,
                new SynapseTile.Options(false, false),
                new ChipConfig.Lanes(lanes[0], lanes[1], lanes[2], lanes[3], lanes[4], lanes[5], lanes[6]),
                wires(draws),
                new ChipConfig.Bus(
                        Reach.Medium.values()[Math.max(0, draws.below(14, 5) - 2)],
                        width(draws, 11, 80),
                        1 + draws.below(12, 3),
                        Arbiter.values()[draws.below(13, Arbiter.values().length)]),
                PowerGating.values()[draws.below(24, PowerGating.values().length)],
                draws.below(25, 2) == 0 ? ActionTiming.ALL : 1 + draws.below(26, 20));
    }

    /** Private wires as often as shared links. */
    private static ChipConfig.Wires wires(RandomStream draws) {
        int shared =
                draws.below(15, 2) * (1 + draws.below(16, Interconnects.names().size() - 1));
        return new ChipConfig.Wires(
                Interconnects.names().get(shared),
                width(draws, 10, 300),
                new Network.Flow(
                        Arbiter.values()[draws.below(17, Arbiter.values().length)],
                        1 + draws.below(18, 5),
                        1 + draws.below(19, 3),
                        draws.below(20, 2) == 0));
    }

    /** The same on a chip with private wires and the rest alike. */
    public Design withPrivateWires() {
        ChipConfig.Wires wires = new ChipConfig.Wires(
                "point-to-point", config.wires().bits(), config.wires().flow());
        return with(config.withWires(wires), technology);
    }

    /** A width in bits: a power of two as often as any other. */
    private static int width(RandomStream draws, int index, int widest) {
        return draws.below(100L + index, 2) == 0 ? 8 << draws.below(index, 6) : 1 + draws.below(index, widest);
    }

    /** The same rule, network and samples on another chip. */
    public Design with(ChipConfig other, Technology otherTechnology) {
        return new Design(shape, other, otherTechnology, underTest, samples);
    }

    /** The same design with noise. */
    public Design with(Noise noise) {
        return with(config.withNoise(noise), technology);
    }

    /** The same design with another periphery. */
    public Design with(Periphery periphery) {
        return with(config.withPeriphery(periphery), technology);
    }

    /** The same design with another device. */
    public Design with(DeviceParameters device) {
        return with(config.withDevice(device), technology);
    }

    /** The same design, perturbed and written otherwise. */
    public Design with(Programming programming) {
        return with(config.withProgramming(programming), technology);
    }

    /** A chip with drawn weights. */
    public Chip chip() {
        return chip(rule());
    }

    /** The same chip with another kit. */
    Chip chip(LearningRule kit) {
        return initialised(ChipBuilder.build(shape, config, technology, kit));
    }

    /** The same chip, except that it counts no action. */
    public Chip uncountedChip() {
        return initialised(ChipBuilder.buildUncounted(shape, config, technology, rule()));
    }

    /** The same chip, built around a tap. */
    public Chip tappedChip(TraceTap tap) {
        return initialised(ChipBuilder.buildTapped(shape, config, technology, rule(), tap));
    }

    private Chip initialised(Chip chip) {
        Trainer.initialise(chip, samples.seed());
        return chip;
    }

    /** The reference with the same weights, put into cells of its own. */
    public ReferenceRule reference() {
        Chip chip =
                initialised(ChipBuilder.build(shape, config.withDevice(DeviceParameters.IDEAL), technology, rule()));
        float[][][] weights = new float[shape.layers()][][];
        float[][] biases = new float[shape.layers()][];
        for (int layer = 0; layer < shape.layers(); layer++) {
            weights[layer] = chip.parameters().weights(layer);
            biases[layer] = chip.parameters().biases(layer);
        }
        return underTest.reference(
                new ReferenceNetwork(
                        weights,
                        biases,
                        shape.activation(),
                        shape.cost(),
                        config.tileRows(),
                        config.device(),
                        config.noise(),
                        config.periphery(),
                        config.programming().element()),
                config);
    }

    /** The input of a sample. */
    public float[] input(long sample) {
        return samples.input(sample);
    }

    /** The class of a sample. */
    public int label(long sample) {
        return samples.label(sample);
    }

    /** A chip that has learned from the first samples; skips the try if its costs do not stay finite. */
    public Chip trained(int count) {
        Chip chip = chip();
        long sample = 0;
        while (sample < count && learns(chip, sample)) {
            sample++;
        }
        Assume.that(sample == count);
        chip.ledger();
        return chip;
    }

    /** Learns from a sample; answers whether costs stayed finite. */
    public boolean learns(Chip chip, long sample) {
        try {
            learn(chip, sample);
            return true;
        } catch (DivergenceException diverged) {
            return false;
        }
    }

    /** Learns from a sample. */
    public void learn(Chip chip, long sample) {
        learn(chip, sample, samples.rate(sample));
    }

    void learn(Chip chip, long sample, float rate) {
        chip.learn(input(sample), label(sample), rate, samples.host(sample));
    }

    /** Learns from a sample. */
    public void learn(ReferenceRule reference, long sample) {
        reference.step(sample, input(sample), label(sample), samples.rate(sample), samples.host(sample));
    }

    @Override
    public String toString() {
        return shape.sizes() + " " + shape.activation() + " " + shape.cost() + ", tiles " + config.tileRows() + " x "
                + config.tileColumns() + ", " + config.wires() + ", " + config.bus() + ", " + technology.name() + ", "
                + config.device() + ", " + config.noise() + ", " + config.periphery() + ", " + config.programming()
                + ", "
                + underTest + ", "
                + samples;
    }
}
