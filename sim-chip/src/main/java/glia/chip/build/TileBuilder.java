package glia.chip.build;

import glia.chip.block.SynapseTile;
import glia.chip.datapath.Converters;
import glia.chip.datapath.ReadNoise;
import glia.chip.datapath.SynapseArray;
import glia.chip.datapath.TileReader;
import glia.chip.message.PartialSums;
import glia.chip.plasticity.LayerSite;
import glia.chip.plasticity.LearningRule;
import glia.chip.plasticity.TileSite;
import glia.core.account.Resource;
import glia.core.event.OutPort;
import glia.core.event.Simulation;
import java.util.List;

/** Makes the tiles of a chip. */
final class TileBuilder {
    private final Simulation simulation;
    private final Hardware hardware;
    private final ChipConfig config;
    private final LearningRule rule;

    TileBuilder(Simulation simulation, Hardware hardware, ChipConfig config, LearningRule rule) {
        this.simulation = simulation;
        this.hardware = hardware;
        this.config = config;
        this.rule = rule;
    }

    SynapseTile tile(TileSite tile, SynapseArray array, LayerSite site, OutPort<PartialSums> sumsWire) {
        return new SynapseTile(
                simulation,
                copies(tile),
                tile,
                array,
                rule,
                site,
                config.tileOptions(),
                config.programming(),
                config.device().longestTrain(),
                reader(site, tile),
                sumsWire);
    }

    /** The hardware of each copy of a tile's cells: a second one has converters and elements of its own. */
    private List<Resource> copies(TileSite tile) {
        Resource first = hardware.block(tile.name(), BlockKind.TILE, tile.columns());
        return config.schedule().copies() == 1
                ? List.of(first)
                : List.of(first, hardware.block(tile.name() + ".copy", BlockKind.TILE, tile.columns()));
    }

    private TileReader reader(LayerSite site, TileSite tile) {
        Converters converters = config.periphery().converters();
        return new TileReader(
                converters,
                converters.adc(Math.min(config.tileRows(), site.inputs()), site.inputs()),
                converters.adc(Math.min(config.tileColumns(), site.neurons()), site.inputs()),
                new ReadNoise(config.noise(), config.device().rangeOf(site.inputs()), site.layer(), site.neurons()),
                new TileReader.Place(tile.segment(), tile.rows(), tile.firstColumn(), tile.columns()),
                config.periphery().activations());
    }
}
