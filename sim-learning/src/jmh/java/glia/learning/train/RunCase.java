package glia.learning.train;

import glia.chip.ChipAction;
import glia.chip.block.SynapseTile;
import glia.chip.build.AreaPart;
import glia.chip.build.BlockKind;
import glia.chip.build.Chip;
import glia.chip.build.ChipBuilder;
import glia.chip.build.ChipConfig;
import glia.chip.build.Figure;
import glia.chip.build.Grade;
import glia.chip.build.NetworkShape;
import glia.chip.build.Technology;
import glia.chip.datapath.ActivationFunction;
import glia.chip.datapath.CostFunction;
import glia.chip.datapath.Noise;
import glia.chip.datapath.Optimizer;
import glia.chip.datapath.Slope;
import glia.chip.device.DeviceParameters;
import glia.chip.interconnect.Arbiter;
import glia.chip.interconnect.Network;
import glia.chip.interconnect.Reach;
import glia.learning.data.Dataset;
import glia.learning.data.Glyphs;
import glia.learning.data.Patterns;
import glia.learning.part.DeltaMgdParameters;
import glia.learning.part.DeltaVecParameters;
import glia.learning.part.DeltaVecSource;
import glia.learning.part.Norm;
import glia.learning.part.Recall;
import glia.learning.rule.DeltaMgd;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** A network, its data and its rule: what the shipped scenarios of these names say. */
public enum RunCase {
    /** The smallest scenario, tiles of 2 x 2. */
    TINY(List.of(4, 3, 2), ActivationFunction.TANH, 2, 0.1, 0.03f, 100, 100),
    /** The embedded default. */
    GLYPHS(List.of(784, 64, 10), ActivationFunction.TANH, 128, 0.02, 0.03f, 2000, 2000),
    /** The network of the MNIST scenario on the embedded data. */
    GLYPHS_128_128(List.of(784, 128, 128, 10), ActivationFunction.TANH, 128, 0.02, 0.03f, 5000, 5000),
    /** The central 20 x 20 of each picture; the network that the MLP+NeuroSim framework ships with. */
    GLYPHS_400_100(List.of(400, 100, 10), ActivationFunction.TANH, 128, 0.02, 0.03f, 5000, 5000),
    /** The MNIST scenario. */
    MNIST(List.of(784, 128, 128, 10), ActivationFunction.TANH, 128, 0.02, 0.03f, 5000, 5000),
    /** The same network as {@link #GLYPHS_400_100} on MNIST. */
    MNIST_400_100(List.of(400, 100, 10), ActivationFunction.TANH, 128, 0.02, 0.03f, 5000, 5000),
    /** A large network on MNIST; its one refresh is left out of the time. */
    MNIST_1024_1024(List.of(784, 1024, 1024, 10), ActivationFunction.TANH, 128, 0.005, 0.03f, 1_000_000, 250),
    /** The CIFAR-10 scenario. */
    CIFAR_10(List.of(3072, 128, 128, 10), ActivationFunction.RELU, 128, 0.0015, 0.003f, 5000, 5000),
    /** One large layer that learns from the output's error, dense inputs; never a refresh. */
    LAYER_4096(List.of(4096, 4096), ActivationFunction.TANH, 128, 0.001, 0.03f, 1_000_000, 4),
    /** A layer of a hundred million synapses. */
    LAYER_10000(List.of(10_000, 10_000), ActivationFunction.TANH, 128, 0.001, 0.03f, 1_000_000, 1),
    /** The same in a hundred thousand tiles. */
    LAYER_10000_TILES(List.of(10_000, 10_000), ActivationFunction.TANH, 32, 0.001, 0.03f, 1_000_000, 1);

    static final long SEED = 1;

    private static final int MAXIMUM_TILES = 200_000;

    private final List<Integer> sizes;
    private final ActivationFunction activation;
    private final int tile;
    private final double rate;
    private final float epsilon;
    private final long period;
    private final int chunk;

    RunCase(
            List<Integer> sizes,
            ActivationFunction activation,
            int tile,
            double rate,
            float epsilon,
            long period,
            int chunk) {
        this.sizes = sizes;
        this.activation = activation;
        this.tile = tile;
        this.rate = rate;
        this.epsilon = epsilon;
        this.period = period;
        this.chunk = chunk;
    }

    /** Samples of one operation; with one refresh among them, unless they are fewer than lie between two. */
    public int chunk() {
        return chunk;
    }

    boolean refreshesInEveryChunk() {
        return period <= chunk;
    }

    /** The name of the data as written in tables. */
    public String title() {
        return name().toLowerCase(Locale.ROOT)
                .replaceFirst("(_128_128|_1024_1024|_400_100)$", "")
                .replace('_', '-');
    }

    /** The network as written in tables. */
    public String network() {
        return String.join("-", sizes.stream().map(String::valueOf).toList());
    }

    /** Without hidden neurons: then no probe is needed, and the first sample's refresh is left out. */
    boolean isOneLayer() {
        return sizes.size() == 2;
    }

    /** The tiles as written in tables. */
    String tiles() {
        return tile + " x " + tile;
    }

    /** How many synapses, biases not counted. */
    double synapses() {
        double synapses = 0;
        for (int l = 1; l < sizes.size(); l++) {
            synapses += (double) sizes.get(l - 1) * sizes.get(l);
        }
        return synapses;
    }

    /** The set of files that it needs; none, if empty. */
    String files() {
        return switch (this) {
            case MNIST, MNIST_400_100, MNIST_1024_1024 -> "mnist";
            case CIFAR_10 -> "cifar-10";
            default -> "";
        };
    }

    Dataset data() {
        return switch (this) {
            case TINY -> Patterns.generate(SEED, 1000, 1).train();
            case GLYPHS, GLYPHS_128_128 -> Glyphs.generate(SEED, 5000, 1).train();
            case GLYPHS_400_100 ->
                BenchData.centre(Glyphs.generate(SEED, 5000, 1).train());
            case MNIST, MNIST_1024_1024 -> BenchData.mnist();
            case MNIST_400_100 -> BenchData.centre(BenchData.mnist());
            case CIFAR_10 -> BenchData.cifar();
            case LAYER_4096, LAYER_10000, LAYER_10000_TILES -> BenchData.dense(sizes.get(0), sizes.get(1));
        };
    }

    /** A plan without an end, at a constant rate. */
    TrainingPlan plan(Dataset data) {
        return new TrainingPlan(SEED, data, Long.MAX_VALUE, rate, RateSchedule.CONSTANT);
    }

    private NetworkShape shape() {
        return new NetworkShape(sizes, activation, CostFunction.CROSS_ENTROPY);
    }

    private DeltaMgdParameters parameters() {
        return new DeltaMgdParameters(
                new DeltaVecParameters(
                        Recall.ERROR, Slope.EXACT, DeltaVecSource.EXEMPLARS, period, 0, 0f, 0.01f, 10, 0.3f, SEED),
                isOneLayer(),
                Norm.GLOBAL,
                epsilon,
                OptionalDouble.empty(),
                1,
                Optimizer.PLAIN);
    }

    BareTraining bare() {
        return new BareTraining(shape(), parameters(), tile, SEED);
    }

    Chip chip() {
        return initialised(ChipBuilder.build(shape(), config(), technology(), new DeltaMgd(parameters())));
    }

    /** A chip whose resources only answer cycles. */
    Chip uncountedChip() {
        return initialised(ChipBuilder.buildUncounted(shape(), config(), technology(), new DeltaMgd(parameters())));
    }

    private Chip initialised(Chip chip) {
        Trainer.initialise(chip, SEED);
        if (isOneLayer()) {
            chip.startAt(1);
        }
        return chip;
    }

    private ChipConfig config() {
        return new ChipConfig(
                tile,
                tile,
                MAXIMUM_TILES,
                new BigDecimal("100000000"),
                DeviceParameters.IDEAL,
                Noise.NONE,
                new SynapseTile.Options(false, false),
                new ChipConfig.Lanes(128, 16, 16, 16, 16, 16, 16),
                new ChipConfig.Wires("point-to-point", 256, new Network.Flow(Arbiter.ROUND_ROBIN, 16, 2, true)),
                new ChipConfig.Bus(Reach.Medium.BUS, 32, 2, Arbiter.ROUND_ROBIN));
    }

    /** Every action takes two cycles and starts every cycle; speed does not depend on the figures. */
    private static Technology technology() {
        Map<String, Figure> energies = new TreeMap<>();
        Map<String, Figure> latencies = new TreeMap<>();
        Map<String, Figure> intervals = new TreeMap<>();
        Map<String, Figure> powers = new TreeMap<>();
        for (ChipAction action : ChipAction.values()) {
            energies.put(action.name(), figure("1"));
            latencies.put(action.name(), figure("2e-8"));
            intervals.put(action.name(), figure("1e-8"));
        }
        for (BlockKind kind : BlockKind.values()) {
            powers.put(kind.label(), figure("1e-3"));
        }
        Map<String, Figure> areas = new TreeMap<>();
        for (AreaPart part : AreaPart.values()) {
            areas.put(part.label(), figure("1"));
        }
        return new Technology(
                "benchmark", energies, latencies, intervals, new Technology.Blocks(powers, powers, powers), areas);
    }

    private static Figure figure(String value) {
        return new Figure(new BigDecimal(value), "benchmark", Grade.ASSUMED);
    }
}
