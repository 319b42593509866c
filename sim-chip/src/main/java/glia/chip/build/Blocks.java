package glia.chip.build;

import glia.chip.block.CostUnit;
import glia.chip.block.InputPort;
import glia.chip.block.Sequencer;
import glia.chip.block.SynapseTile;
import glia.chip.message.Phase;
import glia.core.archive.Archive;
import java.util.List;

/** All blocks, and a view of what they store. */
record Blocks(InputPort input, CostUnit cost, Sequencer sequencer, List<Chip.Layer> layers, Parameters parameters) {
    /** Which of two kinds a phase is of: 1 where it restores cells that are perturbed in place. */
    int variant(Phase phase, long pass) {
        return phase == Phase.UPDATE && layers.get(0).tiles().get(0).restoresInUpdate(pass) ? 1 : 0;
    }

    /** Brings write counts up to date. */
    void settle() {
        for (Chip.Layer layer : layers) {
            layer.tiles().forEach(SynapseTile::settle);
            layer.neurons().settle();
        }
    }

    /** Saves or loads what every block keeps. */
    void state(Archive archive) {
        parameters.devicesState(archive);
        for (Chip.Layer layer : layers) {
            layer.tiles().forEach(tile -> tile.state(archive));
            layer.neurons().state(archive);
            layer.astrocyte().ifPresent(astrocyte -> astrocyte.state(archive));
        }
        archive.part("input");
        input.state(archive);
        archive.part("cost");
        cost.state(archive);
        archive.part("sequencer");
        sequencer.state(archive);
    }
}
