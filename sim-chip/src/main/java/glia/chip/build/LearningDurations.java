package glia.chip.build;

import glia.chip.ChipAction;
import glia.chip.plasticity.AstrocyteBehaviour;
import glia.chip.plasticity.LayerSite;
import glia.chip.plasticity.LearningRule;
import glia.chip.plasticity.ScaleSource;
import glia.chip.plasticity.TileSite;
import java.util.Optional;

/** How long the phases take in which blocks tell each other errors and DeltaVecs. */
abstract class LearningDurations extends UpdateDurations {
    LearningDurations(Floorplan floorplan, ChipConfig config, Technology technology, LearningRule rule) {
        super(floorplan, config, technology, rule);
    }

    final int inputs() {
        return floorplan().layers().get(0).inputs();
    }

    final int classes() {
        return floorplan().layers().get(0).classes();
    }

    long learn() {
        long longest = 0;
        for (LayerSite layer : floorplan().layers()) {
            int probed = rule().astrocytes().probedNeurons(layer);
            Optional<AstrocyteBehaviour.Work> work = rule().astrocytes()
                    .behaviour(layer)
                    .map(part -> part.learnWork(rule().astrocytes().probedSamples(classes()), classes(), probed));
            longest = Math.max(
                    longest,
                    work.map(each -> astrocyte(ChipAction.LOAD_WORD, each.loads())
                                    + compute(each, probed)
                                    + astrocyte(
                                            ChipAction.WRITE_DELTAVEC,
                                            periphery().deltaVecs().words(each.writes(), probed)))
                            .orElse(0L));
        }
        return longest;
    }

    private long compute(AstrocyteBehaviour.Work work, int ofARow) {
        return astrocyte(ChipAction.READ_DELTAVEC, periphery().deltaVecs().words(work.reads(), ofARow))
                + astrocyte(ChipAction.DIVIDE, work.divisions())
                + astrocyte(ChipAction.DIGITAL_MULTIPLY_ACCUMULATE, work.multiplyAccumulates());
    }

    long error() {
        long compared = recalls() && rule().astrocytes().recallByRunnerUp()
                ? duration(BlockKind.COST, ChipAction.COMPARE, classes()) + hop(1)
                : 0;
        if (!recallsByError() && rule().perturbsLastLayer() && !rule().backpropagates()) {
            return compared;
        }
        long formed = duration(BlockKind.COST, ChipAction.ADD, classes());
        long end = Math.max(compared, formed + (recallsByError() ? hop(classes()) : 0));
        if (rule().backpropagates()) {
            end = Math.max(end, backward(formed));
        }
        if (!rule().perturbsLastLayer()) {
            long scaled = formed + duration(BlockKind.COST, ChipAction.DIGITAL_MULTIPLY_ACCUMULATE, classes());
            end = Math.max(
                    end,
                    scaled + tell(floorplan().layers().get(floorplan().layers().size() - 1), 0));
        }
        return end;
    }

    private boolean recallsByError() {
        return recalls() && !rule().astrocytes().recallByLabel();
    }

    private boolean recalls() {
        return floorplan().layers().stream()
                .anyMatch(layer -> rule().astrocytes().behaviour(layer).isPresent());
    }

    /** The error's way down the layers, from the cycle at which it is formed. */
    private long backward(long formed) {
        int more = rule().deltaThreshold() > 0f ? 1 : 0;
        long ready = formed;
        if (more > 0) {
            ready += duration(BlockKind.COST, ChipAction.COMPARE, classes())
                    + duration(BlockKind.COST, ChipAction.DIGITAL_MULTIPLY_ACCUMULATE, 1);
        }
        long end = 0;
        for (int number = floorplan().layers().size() - 1; number >= 0; number--) {
            LayerSite layer = floorplan().layers().get(number);
            end = Math.max(end, ready + (layer.isLast() ? tell(layer, more) : tellTiles(layer, more)));
            if (number > 0) {
                ready = slopedBelow(layer, ready, more);
                end = Math.max(end, ready);
            }
        }
        return end;
    }

    /** From the bias gradients of a layer to those of the layer below. */
    private long slopedBelow(LayerSite layer, long ready, int moreWords) {
        long summed = 0;
        int segments = 0;
        for (TileSite tile : floorplan().tiles().get(layer.layer())) {
            long read = hop(tile.columns() + (long) moreWords) + read(tile, tile.columns(), false, tile.rows());
            summed = Math.max(summed, ready + read + hop(tile.rows()));
            segments = Math.max(segments, tile.columnTile() + 1);
        }
        long sloped = summed
                + neurons(ChipAction.ADD, (long) segments * layer.inputs())
                + neurons(ChipAction.EVALUATE_SLOPE, layer.inputs())
                + neurons(ChipAction.DIGITAL_MULTIPLY_ACCUMULATE, layer.inputs());
        return moreWords == 0
                ? sloped
                : sloped
                        + neurons(ChipAction.COMPARE, layer.inputs())
                        + neurons(ChipAction.DIGITAL_MULTIPLY_ACCUMULATE, 1);
    }

    /** A vector from one unit to a layer's neuron unit and tiles, and into their buffers. */
    private long tell(LayerSite layer, int moreWords) {
        long words = layer.neurons() + (long) moreWords;
        return Math.max(hop(words) + neurons(ChipAction.STORE_WORD, words), tellTiles(layer, moreWords));
    }

    private long tellTiles(LayerSite layer, int moreWords) {
        long end = 0;
        for (TileSite tile : floorplan().tiles().get(layer.layer())) {
            long slice = tile.columns() + (long) moreWords;
            end = Math.max(end, hop(slice) + tile(tile, ChipAction.STORE_WORD, slice));
        }
        return end;
    }

    long recall() {
        long longest = 0;
        for (LayerSite layer : floorplan().layers()) {
            Optional<AstrocyteBehaviour> part = rule().astrocytes().behaviour(layer);
            if (part.isPresent()) {
                longest = Math.max(longest, recall(layer, part.get()));
            }
        }
        return longest;
    }

    private long recall(LayerSite layer, AstrocyteBehaviour part) {
        long slopes = rule().astrocytes().tellSlopes(layer)
                ? astrocyte(ChipAction.DIGITAL_MULTIPLY_ACCUMULATE, layer.neurons())
                : 0;
        long recalled = compute(part.recallWork(classes(), layer.neurons()), layer.neurons()) + slopes;
        if (rule().scaleSource() == ScaleSource.NONE) {
            return rule().deltaThreshold() > 0f
                    ? recalled
                            + astrocyte(ChipAction.COMPARE, layer.neurons())
                            + astrocyte(ChipAction.DIGITAL_MULTIPLY_ACCUMULATE, 1)
                            + tell(layer, 1)
                    : recalled + tell(layer, 0);
        }
        long norm = recalled + astrocyte(ChipAction.DIGITAL_MULTIPLY_ACCUMULATE, layer.neurons() + 1L);
        if (rule().scaleSource() == ScaleSource.ASTROCYTE) {
            return norm + astrocyte(ChipAction.DIVIDE, 2) + tell(layer, 1);
        }
        return Math.max(norm + hop(1), recalled + tell(layer, 0));
    }
}
