package glia.chip.build;

import glia.chip.interconnect.Network;
import glia.chip.interconnect.Reach;
import glia.chip.interconnect.Topology;
import glia.chip.plasticity.LayerSite;
import glia.chip.plasticity.LearningRule;
import glia.chip.plasticity.TileSite;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The area of a chip: counts of parts times their areas, as exact decimals. Tiles in use count at their full size, whether or not a
 * network fills them; those without a synapse are left out, as in static power. Memories hold words of
 * {@link ChipConfig#WORD_BITS} bits, but for kept activations and DeltaVecs narrower than that: a tile the activations of its rows, the
 * DeltaVec or error of its columns and, where inputs are bit-serial, their sums so far; a neuron unit its
 * partial sums, activations and DeltaVec; an astrocyte its DeltaVecs, probed samples, slopes and the output error; the cost unit
 * outputs and errors; the input port a sample. Where phases overlap, a tile also holds the inputs
 * of the pass that follows, and a neuron unit its partial sums and activations. A second copy of the weights has cells, row drivers and
 * converters of its own; a router the packets of its inputs (what senders hold is left out). Wiring over blocks, the
 * switches of routers and pads are left out.
 *
 * @param parts what there is of each part in each kind of block, none that is not there
 */
public record AreaReport(List<Part> parts) {
    /**
     * One part in all blocks of a kind.
     *
     * @param block the kind of block
     * @param part the part
     * @param count how often it is there
     * @param squareMicrometres area of all of them
     */
    public record Part(BlockKind block, AreaPart part, long count, BigDecimal squareMicrometres) {}

    /** Copies the list. */
    public AreaReport {
        parts = List.copyOf(parts);
    }

    /** The area of a chip with a floorplan, a learning rule and an interconnect. */
    public static AreaReport of(
            ChipConfig config,
            Floorplan floorplan,
            LearningRule rule,
            InterconnectView interconnect,
            Technology technology) {
        Counter counter = new Counter(config, floorplan, rule, technology);
        counter.tiles();
        floorplan.layers().forEach(counter::layer);
        counter.others();
        counter.wires(interconnect);
        counter.broadcast(interconnect.placement());
        return counter.report();
    }

    /** All of it in square micrometres. */
    public BigDecimal total() {
        return parts.stream().map(Part::squareMicrometres).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static final class Counter {
        private final ChipConfig config;
        private final Floorplan floorplan;
        private final LearningRule rule;
        private final Technology technology;
        private final Map<BlockKind, Map<AreaPart, Long>> counts = new EnumMap<>(BlockKind.class);

        Counter(ChipConfig config, Floorplan floorplan, LearningRule rule, Technology technology) {
            this.config = config;
            this.floorplan = floorplan;
            this.rule = rule;
            this.technology = technology;
        }

        void add(BlockKind block, AreaPart part, long count) {
            counts.computeIfAbsent(block, unused -> new EnumMap<>(AreaPart.class))
                    .merge(part, count, Long::sum);
        }

        AreaReport report() {
            List<Part> parts = new ArrayList<>();
            counts.forEach((block, ofBlock) -> ofBlock.forEach((part, count) -> {
                if (count > 0) {
                    BigDecimal area = technology.area(part).multiply(BigDecimal.valueOf(count));
                    parts.add(new Part(block, part, count, area));
                }
            }));
            return new AreaReport(parts);
        }

        void memory(BlockKind block, long words) {
            memory(block, words, ChipConfig.WORD_BITS);
        }

        void memory(BlockKind block, long numbers, int bits) {
            add(block, AreaPart.MEMORY_BIT, numbers * bits);
        }

        void tiles() {
            long tiles = floorplan.tileCount();
            long arrays = tiles * config.schedule().copies();
            long synapses = tiles * config.tileRows() * config.tileColumns();
            long cells = config.device().scheme().pairs() ? 2 : 1;
            add(
                    BlockKind.TILE,
                    AreaPart.CELL,
                    synapses * cells * config.schedule().copies());
            add(BlockKind.TILE, AreaPart.ROW_DRIVER, arrays * config.tileRows());
            add(BlockKind.TILE, AreaPart.DAC, arrays * config.lanes().dacs());
            add(BlockKind.TILE, AreaPart.ADC, arrays * config.lanes().adcs());
            add(BlockKind.TILE, AreaPart.TILE_LANE, tiles * config.lanes().tile());
            memories(tiles, arrays);
            add(BlockKind.REGISTER, AreaPart.REGISTER_BIT, synapses * rule.registerBits());
        }

        private void memories(long tiles, long arrays) {
            long sums = config.periphery().converters().bitSerial() ? arrays : 0;
            long held = config.schedule().overlaps() ? tiles : 0;
            memory(BlockKind.TILE, (tiles + sums) * config.tileColumns() + held * config.tileRows());
            memory(
                    BlockKind.TILE,
                    tiles * config.tileRows(),
                    config.periphery().activations().storedBits());
        }

        void layer(LayerSite site) {
            long neurons = site.neurons();
            List<TileSite> tiles = floorplan.tiles().get(site.layer());
            boolean perturbed = !site.isLast() || rule.perturbsLastLayer();
            boolean separate = !config.programming().element().inPlace();
            if (separate && perturbed && rule.synapse(site, tiles.get(0)).setsElements()) {
                add(BlockKind.TILE, AreaPart.ELEMENT, (long) tiles.size() * config.tileRows() * config.tileColumns());
            }
            add(BlockKind.NEURONS, AreaPart.LANE, config.lanes().neurons());
            add(BlockKind.NEURONS, AreaPart.REGISTER_BIT, neurons * ChipConfig.WORD_BITS);
            long passes = config.schedule().overlaps() ? 2L : 1L;
            memory(BlockKind.NEURONS, neurons * (passes * (floorplan.segments(site.layer()) + 1L) + 1L));
            add(BlockKind.REGISTER, AreaPart.REGISTER_BIT, neurons * rule.registerBits());
            if (rule.astrocytes().in(site)) {
                long probed = (long) rule.astrocytes().probedSamples(site.classes())
                        * (rule.astrocytes().probedNeurons(site) + site.classes());
                add(BlockKind.ASTROCYTE, AreaPart.LANE, config.lanes().astrocyte());
                memory(BlockKind.ASTROCYTE, probed + neurons + site.classes());
                memory(
                        BlockKind.ASTROCYTE,
                        site.classes() * neurons,
                        config.periphery().deltaVecs().storedBits());
            }
        }

        void others() {
            LayerSite first = floorplan.layers().get(0);
            add(BlockKind.INPUT, AreaPart.LANE, config.lanes().input());
            memory(BlockKind.INPUT, first.inputs());
            add(BlockKind.COST, AreaPart.LANE, config.lanes().cost());
            memory(BlockKind.COST, 2L * first.classes());
            add(BlockKind.SEQUENCER, AreaPart.SEQUENCER, 1);
        }

        /** Private wires count one each; a shared link counts once a step, and the packets that the router at its end holds. */
        void wires(InterconnectView interconnect) {
            int bits = config.wires().bits();
            long steps = interconnect.topology().map(Topology::steps).orElse((long) interconnect.wires());
            add(BlockKind.INTERCONNECT, AreaPart.LINK_BIT, steps * bits);
            Network.Flow flow = config.wires().flow();
            long packets = interconnect
                            .topology()
                            .filter(Topology::buffered)
                            .map(each -> each.links().size())
                            .orElse(0)
                    * (long) flow.buffers();
            add(BlockKind.INTERCONNECT, AreaPart.MEMORY_BIT, packets * flow.packetBeats() * bits);
        }

        void broadcast(Placement placement) {
            int bits = config.bus().bits();
            if (config.bus().medium() == Reach.Medium.BUS) {
                add(BlockKind.BUS, AreaPart.BUS_BIT, ChipBuilder.listeners(floorplan, rule) * bits);
            } else {
                add(
                        BlockKind.BUS,
                        AreaPart.LINK_BIT,
                        ChipBuilder.broadcastLinks(placement, config).steps() * bits);
            }
        }
    }
}
