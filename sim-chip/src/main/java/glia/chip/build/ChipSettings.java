package glia.chip.build;

import glia.chip.block.SynapseTile;
import glia.chip.datapath.ActivationFunction;
import glia.chip.datapath.CostFunction;
import glia.chip.datapath.Noise;
import glia.chip.device.DeviceParameters;
import glia.chip.device.Programming;
import glia.chip.interconnect.Arbiter;
import glia.chip.interconnect.Interconnects;
import glia.chip.interconnect.Network;
import glia.chip.interconnect.Reach;
import glia.chip.plasticity.LearningRule;
import glia.core.account.ActionTiming;
import glia.core.config.Dimension;
import glia.core.config.Key;
import glia.core.config.Settings;
import glia.core.config.ValueType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The keys of a scenario that describe chip and network, and how parts are made of them. */
public final class ChipSettings {
    private static final int LARGEST_TILE = 65_536;
    private static final ValueType LANES = ValueType.whole(1, LARGEST_TILE);

    private static final List<Key> CHIP = List.of(
            new Key("chip.tile.rows", ValueType.whole(1, LARGEST_TILE), "128", "inputs a synapse tile holds at most"),
            new Key(
                            "chip.tile.columns",
                            ValueType.whole(1, LARGEST_TILE),
                            "128",
                            "outputs a synapse tile holds at most; changes no weight")
                    .costOnly(),
            new Key("chip.tile.dacs", LANES, "128", "input converters of a tile, working at once").costOnly(),
            new Key("chip.tile.adcs", LANES, "16", "output converters of a tile, working at once").costOnly(),
            new Key(
                            "chip.tile.multipliers",
                            ValueType.or("all", ValueType.whole(1, Integer.MAX_VALUE)),
                            "all",
                            "multiply-accumulates a tile does at once, and elements it sets; a crossbar does all, and sets a row")
                    .costOnly(),
            new Key("chip.tile.lanes", LANES, "16", "words the digital part of a tile handles at once").costOnly(),
            new Key("chip.tiles", ValueType.whole(1, 10_000_000), "4096", "synapse tiles there are on the chip")
                    .costOnly(),
            new Key(
                            "chip.clock",
                            ValueType.quantity(Dimension.FREQUENCY, "1 Hz", "100 GHz"),
                            "100 MHz",
                            "the one clock")
                    .costOnly(),
            new Key(
                            "chip.zeroGating",
                            ValueType.flag(),
                            "false",
                            "whether rows whose input is 0 are not driven; counts then depend on data")
                    .costOnly(),
            new Key(
                            "chip.skipIdleRows",
                            ValueType.flag(),
                            "false",
                            "whether a write phase spends no slot on rows without a write; cycles then depend on data")
                    .costOnly(),
            new Key(
                            "chip.powerGating",
                            ValueType.choice(PowerGating.names()),
                            "none",
                            "what a block without work is spared: nothing, its clock, or its clock and its supply but for what keeps"
                                    + " its state (gatedPower of the technology); waking takes no time")
                    .costOnly(),
            new Key("chip.input.lanes", LANES, "16", "words the input port fetches or handles at once").costOnly(),
            new Key("chip.neurons.lanes", LANES, "16", "words a neuron unit handles at once").costOnly(),
            new Key("chip.astrocyte.lanes", LANES, "16", "words an astrocyte unit handles at once").costOnly(),
            new Key("chip.cost.lanes", LANES, "16", "words the cost unit handles at once").costOnly(),
            new Key(
                    "chip.cost.noise",
                    ValueType.decimal(0, 100),
                    "0",
                    "deviation of every measured change of the cost, probes included, a share of the running mean of its size"),
            new Key(
                            "chip.interconnect.kind",
                            ValueType.choice(Interconnects.names()),
                            "point-to-point",
                            "how activations, partial sums and DeltaVecs get from block to block")
                    .costOnly(),
            new Key(
                            "chip.interconnect.width",
                            ValueType.quantity(Dimension.WIDTH, "1 bit", "65536 bit"),
                            "256 bit",
                            "width of a link; a word has 32 bit")
                    .costOnly(),
            new Key(
                            "chip.interconnect.arbiter",
                            ValueType.choice(Arbiter.names()),
                            "round-robin",
                            "who is granted when several ask for a shared link in one cycle")
                    .costOnly(),
            new Key(
                            "chip.interconnect.packet",
                            ValueType.whole(1, 1_000_000),
                            "16",
                            "beats of a link that travel as one packet at most, on an h-tree or a mesh")
                    .costOnly(),
            new Key(
                            "chip.interconnect.buffers",
                            ValueType.whole(1, 1_000_000),
                            "2",
                            "packets that an input of a router holds, on an h-tree or a mesh")
                    .costOnly(),
            new Key(
                            "chip.interconnect.multicast",
                            ValueType.flag(),
                            "true",
                            "whether a message to several receivers crosses a shared link once")
                    .costOnly(),
            new Key(
                            "chip.bus.medium",
                            ValueType.choice(Reach.Medium.names()),
                            "bus",
                            "what brings control words and cost changes to every block: a bus, or an h-tree or mesh of links of its own")
                    .costOnly(),
            new Key(
                            "chip.bus.width",
                            ValueType.quantity(Dimension.WIDTH, "1 bit", "65536 bit"),
                            "32 bit",
                            "width of the broadcast bus; a word has 32 bit")
                    .costOnly(),
            new Key(
                            "chip.bus.depth",
                            ValueType.whole(1, 1_000),
                            "2",
                            "pipeline stages of the broadcast bus from a sender to all listeners; a tree or mesh has one at every step of"
                                    + " the floorplan")
                    .costOnly(),
            new Key(
                            "chip.bus.arbiter",
                            ValueType.choice(Arbiter.names()),
                            "round-robin",
                            "who is granted when several ask for the broadcast bus in one cycle")
                    .costOnly());

    private static final List<Key> NETWORK = List.of(
            new Key(
                    "network.layers",
                    ValueType.wholeList(2, 1, 1_000_000),
                    "[784, 64, 10]",
                    "inputs, neurons of each hidden layer, classes"),
            new Key(
                    "network.activation",
                    ValueType.choice(List.of("tanh", "relu", "identity")),
                    "tanh",
                    "activation function of the hidden layers"),
            new Key(
                    "network.cost",
                    ValueType.choice(List.of("cross-entropy", "mse", "linear")),
                    "cross-entropy",
                    "softmax and cross-entropy; half the squared error against one-hot targets; or the other outputs less the label's,"
                            + " linear and unbounded below, for studies"));

    /** The keys in order. */
    public static final List<Key> KEYS = Stream.of(
                    PeripherySettings.among(CHIP),
                    ScheduleSettings.KEYS,
                    DeviceSettings.KEYS,
                    SchemeSettings.KEYS,
                    WearSettings.KEYS,
                    ProgrammingSettings.KEYS,
                    NETWORK)
            .flatMap(List::stream)
            .toList();

    private ChipSettings() {}

    /** Whether training depends on the value of a key under a rule: the columns of a tile end the sums of transposed reads. */
    public static boolean trains(Key key, LearningRule rule) {
        return key.trained() || (key.name().equals("chip.tile.columns") && rule.backpropagates());
    }

    /**
     * The chip's structure.
     *
     * @param seed decides what differs from cell to cell
     */
    public static ChipConfig config(Settings settings, long seed) {
        DeviceParameters device = DeviceSettings.parameters(settings, seed);
        Programming programming = ProgrammingSettings.programming(settings, seed);
        return new ChipConfig(
                settings.integer("chip.tile.rows"),
                settings.integer("chip.tile.columns"),
                settings.integer("chip.tiles"),
                settings.quantity("chip.clock"),
                device,
                new Noise(
                        (float) settings.decimal("chip.cost.noise"),
                        (float) settings.decimal("chip.device.readNoise"),
                        seed),
                new SynapseTile.Options(settings.flag("chip.zeroGating"), settings.flag("chip.skipIdleRows")),
                lanes(settings),
                wires(settings),
                bus(settings),
                PowerGating.named(settings.word("chip.powerGating")),
                settings.isWord("chip.tile.multipliers", "all")
                        ? ActionTiming.ALL
                        : settings.whole("chip.tile.multipliers"),
                PeripherySettings.periphery(settings),
                programming,
                ScheduleSettings.schedule(settings, device, programming));
    }

    private static ChipConfig.Wires wires(Settings settings) {
        return new ChipConfig.Wires(
                settings.word("chip.interconnect.kind"),
                bits(settings, "chip.interconnect.width"),
                new Network.Flow(
                        Arbiter.named(settings.word("chip.interconnect.arbiter")),
                        settings.integer("chip.interconnect.packet"),
                        settings.integer("chip.interconnect.buffers"),
                        settings.flag("chip.interconnect.multicast")));
    }

    private static ChipConfig.Bus bus(Settings settings) {
        return new ChipConfig.Bus(
                Reach.Medium.named(settings.word("chip.bus.medium")),
                bits(settings, "chip.bus.width"),
                settings.integer("chip.bus.depth"),
                Arbiter.named(settings.word("chip.bus.arbiter")));
    }

    private static ChipConfig.Lanes lanes(Settings settings) {
        return new ChipConfig.Lanes(
                settings.integer("chip.tile.dacs"),
                settings.integer("chip.tile.adcs"),
                settings.integer("chip.tile.lanes"),
                settings.integer("chip.neurons.lanes"),
                settings.integer("chip.astrocyte.lanes"),
                settings.integer("chip.cost.lanes"),
                settings.integer("chip.input.lanes"));
    }

    private static int bits(Settings settings, String key) {
        try {
            return settings.quantity(key).intValueExact();
        } catch (ArithmeticException notWhole) {
            throw settings.complaint(key, "a whole number of bits");
        }
    }

    /** The network, checked against the tiles there are. */
    public static NetworkShape shape(Settings settings) {
        List<Integer> sizes =
                Arrays.stream(settings.integers("network.layers")).boxed().toList();
        ActivationFunction activation = switch (settings.word("network.activation")) {
            case "tanh" -> ActivationFunction.TANH;
            case "relu" -> ActivationFunction.RELU;
            default -> ActivationFunction.IDENTITY;
        };
        CostFunction cost = switch (settings.word("network.cost")) {
            case "mse" -> CostFunction.MSE;
            case "linear" -> CostFunction.LINEAR;
            default -> CostFunction.CROSS_ENTROPY;
        };
        NetworkShape shape = new NetworkShape(sizes, activation, cost);
        long needed =
                Floorplan.tilesNeeded(shape, settings.integer("chip.tile.rows"), settings.integer("chip.tile.columns"));
        if (needed > settings.integer("chip.tiles")) {
            throw settings.complaint(
                    "chip.tiles",
                    "at least " + needed + ", which network " + sizes + " needs with tiles of "
                            + settings.text("chip.tile.rows") + " x " + settings.text("chip.tile.columns"));
        }
        return shape;
    }
}
