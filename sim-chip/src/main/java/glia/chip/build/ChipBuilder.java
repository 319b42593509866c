package glia.chip.build;

import glia.chip.block.AstrocyteUnit;
import glia.chip.block.CostUnit;
import glia.chip.block.InputPort;
import glia.chip.block.NeuronUnit;
import glia.chip.block.ProbePace;
import glia.chip.block.Sequencer;
import glia.chip.block.SynapseTile;
import glia.chip.datapath.ActivationFunction;
import glia.chip.datapath.CostNoise;
import glia.chip.datapath.SynapseArray;
import glia.chip.device.LayerDevice;
import glia.chip.device.LayerElements;
import glia.chip.interconnect.BroadcastBus;
import glia.chip.interconnect.Interconnect;
import glia.chip.interconnect.Interconnects;
import glia.chip.interconnect.MeshTopology;
import glia.chip.interconnect.Place;
import glia.chip.interconnect.Reach;
import glia.chip.interconnect.Topology;
import glia.chip.interconnect.TreeTopology;
import glia.chip.message.Broadcast;
import glia.chip.plasticity.LayerSite;
import glia.chip.plasticity.LearningRule;
import glia.chip.plasticity.TileSite;
import glia.core.event.OutPort;
import glia.core.event.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the blocks of a chip and has them wired. */
public final class ChipBuilder {
    private final NetworkShape shape;
    private final ChipConfig config;
    private final Technology technology;
    private final LearningRule rule;
    private final Floorplan floorplan;
    private final Placement placement;
    private final Reach reach;
    private final Simulation simulation = new Simulation();
    private final Hardware hardware;
    private final Interconnect interconnect;
    private final BroadcastBus bus;
    private final Optional<? extends Watch> watch;
    private final List<LayerDevice> devices = new ArrayList<>();
    private final Optional<ProbePace> probePace;

    private ChipBuilder(
            NetworkShape shape,
            ChipConfig config,
            Technology technology,
            LearningRule rule,
            boolean counting,
            Optional<? extends Watch> watch) {
        this.shape = shape;
        this.config = config;
        this.technology = technology;
        this.rule = rule;
        this.watch = watch;
        floorplan = Floorplan.of(shape, config.tileRows(), config.tileColumns());
        placement = Placement.of(floorplan, rule);
        reach = reach(floorplan, config, rule);
        hardware = new Hardware(simulation, config, technology, reach, counting, watch);
        hardware.block(BlockKind.INTERCONNECT.label(), BlockKind.INTERCONNECT);
        interconnect = interconnect();
        probePace = ProbeDurations.pace(floorplan, config, technology, rule);
        bus = new BroadcastBus(
                simulation,
                hardware.block(BlockKind.BUS.label(), BlockKind.BUS),
                hardware.timing(BlockKind.BUS, reach.action(), 1),
                config.bus().arbiter(),
                reach);
    }

    private Interconnect interconnect() {
        return Interconnects.create(
                config.wires().kind(),
                new Interconnects.Parts(
                        simulation,
                        hardware::wire,
                        hardware::linkTiming,
                        placement.width(),
                        placement.height(),
                        config.wires().flow()));
    }

    /**
     * Builds a chip that runs a network under a learning rule.
     *
     * @throws IllegalArgumentException if the technology lacks a figure or the chip has too few tiles
     */
    public static Chip build(NetworkShape shape, ChipConfig config, Technology technology, LearningRule rule) {
        return build(shape, config, technology, rule, true, Optional.empty());
    }

    /** As {@link #build}, but the chip's ledger stays empty; messages, cycles and weights are the same. Shows what counting costs. */
    public static Chip buildUncounted(NetworkShape shape, ChipConfig config, Technology technology, LearningRule rule) {
        return build(shape, config, technology, rule, false, Optional.empty());
    }

    /** As {@link #build}, but watched. */
    static Chip buildWatched(
            NetworkShape shape, ChipConfig config, Technology technology, LearningRule rule, Watch watch) {
        return build(shape, config, technology, rule, true, Optional.of(watch));
    }

    /** As {@link #build}, but what happens on the chip is told to a tap while that is open. */
    public static Chip buildTapped(
            NetworkShape shape, ChipConfig config, Technology technology, LearningRule rule, TraceTap tap) {
        return buildWatched(shape, config, technology, rule, tap);
    }

    private static Chip build(
            NetworkShape shape,
            ChipConfig config,
            Technology technology,
            LearningRule rule,
            boolean counting,
            Optional<? extends Watch> watch) {
        List<String> missing = technology.missing();
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("technology " + technology.name() + " lacks the " + missing.get(0));
        }
        long tiles = Floorplan.tilesNeeded(shape, config.tileRows(), config.tileColumns());
        if (tiles > config.maximumTiles()) {
            throw new IllegalArgumentException(
                    "the network needs " + tiles + " tiles; the chip has " + config.maximumTiles());
        }
        if (config.programming().element().inPlace() && rule.perturbsThroughBaselines()) {
            throw new IllegalArgumentException(
                    "the rule keeps a perturbation through a baseline pass, which cells perturbed in place cannot");
        }
        return new ChipBuilder(shape, config, technology, rule, counting, watch).assemble();
    }

    /** What the broadcast of a word takes. */
    static Reach reach(Floorplan floorplan, ChipConfig config, LearningRule rule) {
        if (config.bus().medium() == Reach.Medium.BUS) {
            return Reach.ofBus(listeners(floorplan, rule), config.bus().depth());
        }
        Placement placement = Placement.of(floorplan, rule);
        List<Place> senders = List.of(placement.of("sequencer"), placement.of("cost"));
        return Reach.ofLinks(broadcastLinks(placement, config), senders, placement.places());
    }

    /** The links of a broadcast that is no bus. */
    static Topology broadcastLinks(Placement placement, ChipConfig config) {
        return config.bus().medium() == Reach.Medium.TREE
                ? new TreeTopology(placement.width(), placement.height())
                : new MeshTopology(placement.width(), placement.height());
    }

    /** How many blocks the broadcast bus reaches: tiles, neuron units, astrocytes, cost unit, input port. */
    static long listeners(Floorplan floorplan, LearningRule rule) {
        long astrocytes =
                floorplan.layers().stream().filter(rule.astrocytes()::in).count();
        return floorplan.tileCount() + floorplan.layers().size() + astrocytes + 2L;
    }

    private Chip assemble() {
        OutPort<Broadcast> sequencerBus = busSender("sequencer");
        OutPort<Broadcast> costBus = busSender("cost");
        CostUnit cost = costUnit(costBus);
        Wiring wiring = new Wiring(
                new Connector(simulation, interconnect, placement, watch),
                new BusWiring(simulation, bus, rule, config.schedule(), probePace.isPresent()),
                rule);
        Sequencer sequencer = new Sequencer(
                simulation,
                hardware.block("sequencer", BlockKind.SEQUENCER),
                sequencerBus,
                rule.integration(),
                wiring.rateWire(cost),
                shape.sizes().stream().skip(1).mapToInt(Integer::intValue).toArray(),
                probePace.orElse(new ProbePace(0, 0)));
        InputPort input = new InputPort(simulation, hardware.block("input", BlockKind.INPUT), shape.inputs(0));
        List<Chip.Layer> layers = new ArrayList<>();
        for (LayerSite site : floorplan.layers()) {
            layers.add(layer(site, wiring));
        }
        wiring.connect(input, cost, layers);
        return chip(new Blocks(
                input,
                cost,
                sequencer,
                layers,
                new Parameters(shape, layers, devices, !config.device().storesSums())));
    }

    private Chip chip(Blocks blocks) {
        StepRecorder steps = new StepRecorder(
                simulation,
                hardware.ledger(),
                bus,
                interconnect.network(),
                blocks.sequencer(),
                ReplayObstacle.of(config, technology));
        watch.ifPresent(each -> each.built(simulation, steps));
        return new Chip(
                shape,
                floorplan,
                rule,
                simulation,
                hardware,
                new InterconnectView(placement, interconnect, hardware, steps),
                steps,
                new PhaseSteps(config.schedule()),
                new Prober(
                        rule.astrocytes(),
                        floorplan.layers(),
                        blocks.input(),
                        blocks.sequencer(),
                        steps,
                        probePace.isPresent()),
                blocks);
    }

    private OutPort<Broadcast> busSender(String name) {
        OutPort<Broadcast> sender = bus.sender(name);
        if (watch.isEmpty()) {
            return sender;
        }
        return watch.get().bus(sender, name, new Durations(config, technology, reach)::broadcast);
    }

    private CostUnit costUnit(OutPort<Broadcast> costBus) {
        return new CostUnit(
                simulation,
                hardware.block("cost", BlockKind.COST),
                shape.cost(),
                new CostNoise(config.noise()),
                config.periphery(),
                rule,
                shape.classes(),
                shape.layers() - (rule.perturbsLastLayer() ? 0 : 1),
                costBus);
    }

    private Chip.Layer layer(LayerSite site, Wiring wiring) {
        List<TileSite> sites = floorplan.tiles().get(site.layer());
        ActivationFunction function = site.isLast() ? ActivationFunction.IDENTITY : shape.activation();
        NeuronUnit neurons = new NeuronUnit(
                simulation,
                hardware.block(site.name() + ".neurons", BlockKind.NEURONS),
                site,
                function,
                rule,
                floorplan.segments(site.layer()),
                sites.size());
        List<SynapseTile> tiles = new ArrayList<>();
        TileBuilder parts = new TileBuilder(simulation, hardware, config, rule);
        LayerDevice device = LayerDevice.of(config.device(), site.layer(), site.inputs(), site.neurons());
        devices.add(device);
        LayerElements elements = LayerElements.of(config.programming().element(), site.layer(), site.neurons());
        hardware.registers(site.name() + ".neurons", words(site.neurons()));
        for (TileSite tile : sites) {
            SynapseArray array = new SynapseArray(
                    tile.rows(), tile.columns(), tile.firstRow(), tile.firstColumn(), device, elements);
            hardware.registers(tile.name(), words(tile.synapses()));
            tiles.add(parts.tile(tile, array, site, wiring.sumsWire(tile, site, neurons)));
        }
        return new Chip.Layer(site, tiles, neurons, astrocyte(site));
    }

    /** Words of the registers of some synapses. */
    private long words(long synapses) {
        return (synapses * rule.registerBits() + ChipConfig.WORD_BITS - 1) / ChipConfig.WORD_BITS;
    }

    private Optional<AstrocyteUnit> astrocyte(LayerSite site) {
        if (!rule.astrocytes().in(site)) {
            return Optional.empty();
        }
        return Optional.of(new AstrocyteUnit(
                simulation,
                hardware.block(site.name() + ".astrocyte", BlockKind.ASTROCYTE),
                site,
                rule,
                config.periphery().deltaVecs()));
    }
}
