package glia.chip.build;

import glia.chip.ChipAction;
import glia.chip.block.AstrocyteWords;
import glia.chip.plasticity.LayerSite;
import glia.chip.plasticity.LearningRule;
import glia.chip.plasticity.ScaleSource;
import glia.chip.plasticity.TileSite;

/** How long forward passes take. */
abstract class PassDurations extends LearningDurations {
    PassDurations(Floorplan floorplan, ChipConfig config, Technology technology, LearningRule rule) {
        super(floorplan, config, technology, rule);
    }

    /** A step of the sequencer: its control word, what that starts, the barrier. */
    final long step(long work) {
        return broadcast() + work + duration(BlockKind.SEQUENCER, ChipAction.BARRIER, 1);
    }

    final long fetch(int labelWords) {
        return duration(BlockKind.INPUT, ChipAction.FETCH_WORD, inputs() + (long) labelWords);
    }

    /** A forward pass and all that hangs on it, from the cycle at which the input is ready. */
    final long pass(long readyCycle, boolean slopes, boolean keeps, boolean perturbed) {
        long ready = readyCycle;
        long end = ready + (keeps ? sideOfInput() : 0);
        for (LayerSite layer : floorplan().layers()) {
            long summed = 0;
            for (TileSite tile : floorplan().tiles().get(layer.layer())) {
                long arrived = ready + hop(tile.rows());
                end = Math.max(end, arrived + (keeps ? keep(tile) : 0));
                summed = Math.max(summed, arrived + multiply(tile, perturbed) + hop(tile.columns()));
            }
            ready = summed + activate(layer);
            end = Math.max(end, ready + sideOf(layer, slopes, keeps));
        }
        return Math.max(end, ready + hop(classes()) + evaluate());
    }

    private long keep(TileSite tile) {
        return tile(tile, ChipAction.STORE_WORD, periphery().activations().words(tile.rows()));
    }

    final long multiply(TileSite tile, boolean perturbed) {
        boolean separate = perturbed && !element().inPlace();
        boolean elements = separate && perturbs(floorplan().layers().get(tile.layer()));
        return read(tile, tile.rows(), elements, tile.columns());
    }

    final long activate(LayerSite layer) {
        long added = neurons(ChipAction.ADD, (long) floorplan().segments(layer.layer()) * layer.neurons());
        return layer.isLast() ? added : added + neurons(ChipAction.ACTIVATE, layer.neurons());
    }

    /** What the input port does beside sending a new sample: the label and the sum of squares. */
    final long sideOfInput() {
        boolean recalled = normalises(floorplan().layers().get(0));
        long norm = duration(BlockKind.INPUT, ChipAction.DIGITAL_MULTIPLY_ACCUMULATE, inputs()) + hop(1);
        return Math.max(hop(1), recalled ? norm : 0);
    }

    final long sideOf(LayerSite layer, boolean slopes, boolean keeps) {
        long end = 0;
        if (slopes && rule().astrocytes().tellSlopes(layer)) {
            end = neurons(AstrocyteWords.evaluation(rule().astrocytes().slope()), layer.neurons())
                    + hop(rule().astrocytes().slope().words(layer.neurons()));
        }
        if (keeps && !layer.isLast() && normalises(floorplan().layers().get(layer.layer() + 1))) {
            end = Math.max(end, neurons(ChipAction.DIGITAL_MULTIPLY_ACCUMULATE, layer.neurons()) + hop(1));
        }
        return end;
    }

    /** Whether a layer's astrocyte forms the norm of its share of the gradient. */
    final boolean normalises(LayerSite layer) {
        return rule().scaleSource() != ScaleSource.NONE
                && rule().astrocytes().behaviour(layer).isPresent();
    }

    final long evaluate() {
        return duration(BlockKind.COST, ChipAction.EVALUATE_COST, classes());
    }
}
