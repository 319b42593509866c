package glia.chip.build;

import glia.chip.ChipAction;
import glia.chip.block.AstrocyteUnit;
import glia.chip.block.CostUnit;
import glia.chip.block.InputPort;
import glia.chip.block.NeuronUnit;
import glia.chip.block.Sequencer;
import glia.chip.block.SynapseTile;
import glia.chip.datapath.ActivationFunction;
import glia.chip.datapath.SynapseArray;
import glia.chip.device.Devices;
import glia.chip.device.SynapticDevice;
import glia.chip.interconnect.BroadcastBus;
import glia.chip.interconnect.Interconnect;
import glia.chip.interconnect.Interconnects;
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
    private final Simulation simulation = new Simulation();
    private final Hardware hardware;
    private final Interconnect interconnect;
    private final BroadcastBus bus;

    private ChipBuilder(
            NetworkShape shape, ChipConfig config, Technology technology, LearningRule rule, boolean counting) {
        this.shape = shape;
        this.config = config;
        this.technology = technology;
        this.rule = rule;
        floorplan = Floorplan.of(shape, config.tileRows(), config.tileColumns());
        long listeners = listeners(floorplan, rule);
        hardware = new Hardware(simulation, config, technology, listeners, counting);
        hardware.block(BlockKind.INTERCONNECT.label(), BlockKind.INTERCONNECT);
        interconnect = Interconnects.create(config.interconnect(), simulation, hardware::wire);
        bus = new BroadcastBus(
                simulation,
                hardware.block(BlockKind.BUS.label(), BlockKind.BUS),
                hardware.timing(BlockKind.BUS, ChipAction.BROADCAST_WORD, 1),
                config.bus().arbiter(),
                listeners);
    }

    /**
     * Builds a chip that runs a network under a learning rule.
     *
     * @throws IllegalArgumentException if the technology lacks a figure or the chip has too few tiles
     */
    public static Chip build(NetworkShape shape, ChipConfig config, Technology technology, LearningRule rule) {
        return build(shape, config, technology, rule, true);
    }

    /**
     * As {@link #build}, but the chip's ledger stays empty; messages, cycles and weights are the same. Shows what counting costs.
     *
     * @throws IllegalArgumentException if the technology lacks a figure or the chip has too few tiles
     */
    public static Chip buildUncounted(NetworkShape shape, ChipConfig config, Technology technology, LearningRule rule) {
        return build(shape, config, technology, rule, false);
    }

    private static Chip build(
            NetworkShape shape, ChipConfig config, Technology technology, LearningRule rule, boolean counting) {
        List<String> missing = technology.missing();
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("technology " + technology.name() + " lacks the " + missing.get(0));
        }
        long tiles = Floorplan.tilesNeeded(shape, config.tileRows(), config.tileColumns());
        if (tiles > config.maximumTiles()) {
            throw new IllegalArgumentException(
                    "the network needs " + tiles + " tiles; the chip has " + config.maximumTiles());
        }
        return new ChipBuilder(shape, config, technology, rule, counting).assemble();
    }

    /** How many blocks the broadcast bus reaches: tiles, neuron units, astrocytes, cost unit, input port. */
    static long listeners(Floorplan floorplan, LearningRule rule) {
        long astrocytes =
                floorplan.layers().stream().filter(rule.astrocytes()::in).count();
        return floorplan.tileCount() + floorplan.layers().size() + astrocytes + 2L;
    }

    private Chip assemble() {
        OutPort<Broadcast> sequencerBus = bus.sender("sequencer");
        OutPort<Broadcast> costBus = bus.sender("cost");
        CostUnit cost = new CostUnit(
                simulation,
                hardware.block("cost", BlockKind.COST),
                shape.cost(),
                rule,
                shape.classes(),
                shape.layers() - (rule.perturbsLastLayer() ? 0 : 1),
                costBus);
        Wiring wiring = new Wiring(simulation, interconnect, bus, rule);
        Sequencer sequencer = new Sequencer(
                simulation,
                hardware.block("sequencer", BlockKind.SEQUENCER),
                sequencerBus,
                rule.integration(),
                wiring.rateWire(cost),
                shape.sizes().stream().skip(1).mapToInt(Integer::intValue).toArray());
        InputPort input = new InputPort(simulation, hardware.block("input", BlockKind.INPUT), shape.inputs(0));
        List<Chip.Layer> layers = new ArrayList<>();
        for (LayerSite site : floorplan.layers()) {
            layers.add(layer(site, wiring));
        }
        wiring.connect(input, cost, layers);
        StepRecorder steps =
                new StepRecorder(simulation, hardware.ledger(), bus, sequencer, ReplayObstacle.of(config, technology));
        return new Chip(
                shape, floorplan, rule, simulation, hardware, steps, new Chip.Blocks(input, cost, sequencer, layers));
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
        SynapticDevice device = Devices.named(config.device());
        hardware.registers(site.name() + ".neurons", words(site.neurons()));
        for (TileSite tile : sites) {
            hardware.registers(tile.name(), words(tile.synapses()));
            tiles.add(new SynapseTile(
                    simulation,
                    hardware.block(tile.name(), BlockKind.TILE, tile.columns()),
                    tile,
                    new SynapseArray(tile.rows(), tile.columns(), tile.firstRow(), tile.firstColumn(), device),
                    rule,
                    site,
                    config.tileOptions(),
                    wiring.sumsWire(tile, neurons)));
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
                simulation, hardware.block(site.name() + ".astrocyte", BlockKind.ASTROCYTE), site, rule));
    }
}
