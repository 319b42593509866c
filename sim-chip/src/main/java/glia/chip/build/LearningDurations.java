package glia.chip.build;

import glia.chip.ChipAction;
import glia.chip.datapath.Optimizer;
import glia.chip.datapath.Slope;
import glia.chip.message.NodeSigns;
import glia.chip.plasticity.AstrocyteBehaviour;
import glia.chip.plasticity.CostBehaviour.UpdateWork;
import glia.chip.plasticity.LayerSite;
import glia.chip.plasticity.LearningRule;
import glia.chip.plasticity.ScaleSource;
import glia.chip.plasticity.SynapseBehaviour;
import glia.chip.plasticity.SynapseBehaviour.Work;
import glia.chip.plasticity.TileSite;
import java.util.Optional;

/** How long the phases of learning take: error, recall, perturbation, update and commit. */
abstract class LearningDurations extends Durations {
    private final Floorplan floorplan;
    private final LearningRule rule;

    LearningDurations(Floorplan floorplan, ChipConfig config, Technology technology, LearningRule rule) {
        super(config, technology, ChipBuilder.listeners(floorplan, rule));
        this.floorplan = floorplan;
        this.rule = rule;
    }

    final Floorplan floorplan() {
        return floorplan;
    }

    final LearningRule rule() {
        return rule;
    }

    final int inputs() {
        return floorplan.layers().get(0).inputs();
    }

    final int classes() {
        return floorplan.layers().get(0).classes();
    }

    final boolean tellsSlopes(LayerSite layer) {
        return !layer.isLast() && rule.slope() != Slope.NONE && rule.probes(layer);
    }

    long learn() {
        long longest = 0;
        for (LayerSite layer : floorplan.layers()) {
            Optional<AstrocyteBehaviour.Work> work =
                    rule.astrocyte(layer).map(part -> part.learnWork(classes(), layer.neurons()));
            longest = Math.max(
                    longest,
                    work.map(each -> astrocyte(ChipAction.LOAD_WORD, each.loads())
                                    + compute(each)
                                    + astrocyte(ChipAction.WRITE_DELTAVEC, each.writes()))
                            .orElse(0L));
        }
        return longest;
    }

    private long compute(AstrocyteBehaviour.Work work) {
        return astrocyte(ChipAction.READ_DELTAVEC, work.reads())
                + astrocyte(ChipAction.DIVIDE, work.divisions())
                + astrocyte(ChipAction.DIGITAL_MULTIPLY_ACCUMULATE, work.multiplyAccumulates());
    }

    long error() {
        long formed = duration(BlockKind.COST, ChipAction.ADD, classes());
        long end = formed + (recallsByError() ? hop(classes()) : 0);
        if (rule.backpropagates()) {
            end = Math.max(end, backward(formed));
        }
        if (!rule.perturbsLastLayer()) {
            long scaled = formed + duration(BlockKind.COST, ChipAction.DIGITAL_MULTIPLY_ACCUMULATE, classes());
            end = Math.max(
                    end, scaled + tell(floorplan.layers().get(floorplan.layers().size() - 1), 0));
        }
        return end;
    }

    private boolean recallsByError() {
        return !rule.recallsByLabel()
                && floorplan.layers().stream()
                        .anyMatch(layer -> rule.astrocyte(layer).isPresent());
    }

    /** The error's way down the layers, from the cycle at which it is formed. */
    private long backward(long formed) {
        int more = rule.deltaThreshold() > 0f ? 1 : 0;
        long ready = formed;
        if (more > 0) {
            ready += duration(BlockKind.COST, ChipAction.COMPARE, classes())
                    + duration(BlockKind.COST, ChipAction.DIGITAL_MULTIPLY_ACCUMULATE, 1);
        }
        long end = 0;
        for (int number = floorplan.layers().size() - 1; number >= 0; number--) {
            LayerSite layer = floorplan.layers().get(number);
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
        for (TileSite tile : floorplan.tiles().get(layer.layer())) {
            long read = hop(tile.columns() + (long) moreWords)
                    + tile(tile, ChipAction.DAC_CONVERSION, tile.columns())
                    + tile(tile, ChipAction.MULTIPLY_ACCUMULATE, tile.synapses())
                    + tile(tile, ChipAction.ADC_CONVERSION, tile.rows());
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
        for (TileSite tile : floorplan.tiles().get(layer.layer())) {
            long slice = tile.columns() + (long) moreWords;
            end = Math.max(end, hop(slice) + tile(tile, ChipAction.STORE_WORD, slice));
        }
        return end;
    }

    long recall() {
        long longest = 0;
        for (LayerSite layer : floorplan.layers()) {
            Optional<AstrocyteBehaviour> part = rule.astrocyte(layer);
            if (part.isPresent()) {
                longest = Math.max(longest, recall(layer, part.get()));
            }
        }
        return longest;
    }

    private long recall(LayerSite layer, AstrocyteBehaviour part) {
        long slopes = tellsSlopes(layer) ? astrocyte(ChipAction.DIGITAL_MULTIPLY_ACCUMULATE, layer.neurons()) : 0;
        long recalled = compute(part.recallWork(classes(), layer.neurons())) + slopes;
        long norm = recalled + astrocyte(ChipAction.DIGITAL_MULTIPLY_ACCUMULATE, layer.neurons() + 1L);
        if (rule.scaleSource() == ScaleSource.ASTROCYTE) {
            return norm + astrocyte(ChipAction.DIVIDE, 2) + tell(layer, 1);
        }
        return Math.max(norm + hop(1), recalled + tell(layer, 0));
    }

    int perturbedLayers() {
        return floorplan.layers().size() - (rule.perturbsLastLayer() ? 0 : 1);
    }

    long perturb() {
        long told = rule.scaleSource() != ScaleSource.COST_UNIT
                ? 0
                : duration(BlockKind.COST, ChipAction.ADD, perturbedLayers())
                        + duration(BlockKind.COST, ChipAction.DIVIDE, 2)
                        + broadcast();
        long longest = 0;
        for (LayerSite layer : floorplan.layers()) {
            if (!layer.isLast() || rule.perturbsLastLayer()) {
                longest = Math.max(longest, set(layer));
            }
        }
        return told + longest;
    }

    /** Whether tiles of a layer have elements that are set for the first perturbed pass. */
    final boolean perturbs(LayerSite layer) {
        SynapseBehaviour behaviour =
                rule.synapse(layer, floorplan.tiles().get(layer.layer()).get(0));
        return (!layer.isLast() || rule.perturbsLastLayer()) && behaviour.setsElements() && behaviour.takesPart(0);
    }

    private long set(LayerSite layer) {
        if (!rule.bias(layer).takesPart(0)) {
            return 0;
        }
        long end = compute(BlockKind.NEURONS, 1, rule.bias(layer).perturbWork(0, layer.neurons()))
                + neurons(ChipAction.SET_PERTURBATION, layer.neurons());
        if (rule.node(layer).isPresent()) {
            end = Math.max(end, signs(layer));
        }
        for (TileSite tile : floorplan.tiles().get(layer.layer())) {
            Work work = rule.synapse(layer, tile).perturbWork(tile.rows(), tile.columns());
            long set = perturbs(layer) ? tile(tile, ChipAction.SET_PERTURBATION, tile.synapses()) : 0;
            end = Math.max(end, compute(BlockKind.TILE, tile.columns(), work) + set);
        }
        return end;
    }

    private long signs(LayerSite layer) {
        long drawn = neurons(ChipAction.DRAW_SIGN, layer.neurons());
        long end = drawn;
        for (TileSite tile : floorplan.tiles().get(layer.layer())) {
            int words = new NodeSigns(new float[0], 0, tile.columns()).words();
            end = Math.max(end, drawn + hop(words) + tile(tile, ChipAction.STORE_WORD, words));
        }
        return end;
    }

    private long compute(BlockKind kind, int columns, Work work) {
        return timing(kind, ChipAction.LOAD_WORD, columns).duration(work.loads())
                + timing(kind, ChipAction.DRAW_SIGN, columns).duration(work.draws())
                + timing(kind, ChipAction.DIGITAL_MULTIPLY_ACCUMULATE, columns).duration(work.multiplyAccumulates());
    }

    long update() {
        UpdateWork work = rule.cost().updateWork(perturbedLayers());
        long told = duration(BlockKind.COST, ChipAction.ADD, work.additions())
                + duration(BlockKind.COST, ChipAction.DIVIDE, work.divisions())
                + duration(BlockKind.COST, ChipAction.DIGITAL_MULTIPLY_ACCUMULATE, work.multiplications())
                + broadcast();
        long longest = 0;
        for (LayerSite layer : floorplan.layers()) {
            if (rule.bias(layer).takesPart(0)) {
                longest = Math.max(longest, change(layer));
            }
        }
        return told + longest;
    }

    private long change(LayerSite layer) {
        boolean integrates = rule.integration().isPresent();
        long biases = integrates
                ? integrate(BlockKind.NEURONS, 1, layer.neurons())
                : neurons(ChipAction.WRITE_BIAS, layer.neurons());
        long end = compute(BlockKind.NEURONS, 1, rule.bias(layer).updateWork(0, layer.neurons())) + biases;
        for (TileSite tile : floorplan.tiles().get(layer.layer())) {
            Work work = rule.synapse(layer, tile).updateWork(tile.rows(), tile.columns());
            long written = integrates
                    ? integrate(BlockKind.TILE, tile.columns(), tile.synapses())
                    : tile(tile, ChipAction.WRITE_ROW, tile.rows());
            end = Math.max(end, compute(BlockKind.TILE, tile.columns(), work) + written);
        }
        return end;
    }

    private long integrate(BlockKind kind, int columns, long synapses) {
        return timing(kind, ChipAction.LOAD_WORD, columns).duration(synapses)
                + timing(kind, ChipAction.DIGITAL_MULTIPLY_ACCUMULATE, columns).duration(synapses)
                + timing(kind, ChipAction.STORE_WORD, columns).duration(synapses);
    }

    /** A commit, once its words are known everywhere. */
    final long commit() {
        Optimizer optimizer = rule.integration().orElseThrow().optimizer();
        long longest = 0;
        for (LayerSite layer : floorplan.layers()) {
            long biases = neurons(ChipAction.WRITE_BIAS, layer.neurons());
            longest = Math.max(longest, commit(BlockKind.NEURONS, 1, optimizer, layer.neurons(), biases));
            for (TileSite tile : floorplan.tiles().get(layer.layer())) {
                long read = optimizer.weightDecay() == 0f ? 0 : readCells(tile);
                long rows = tile(tile, ChipAction.WRITE_ROW, tile.rows());
                longest = Math.max(
                        longest, read + commit(BlockKind.TILE, tile.columns(), optimizer, tile.synapses(), rows));
            }
        }
        return longest;
    }

    private long readCells(TileSite tile) {
        return tile(tile, ChipAction.DAC_CONVERSION, tile.rows())
                + tile(tile, ChipAction.MULTIPLY_ACCUMULATE, tile.synapses())
                + tile(tile, ChipAction.ADC_CONVERSION, tile.synapses());
    }

    private long commit(BlockKind kind, int columns, Optimizer optimizer, long synapses, long written) {
        long words = synapses * (1 + optimizer.moments());
        long computed = timing(kind, ChipAction.LOAD_WORD, columns).duration(words)
                + timing(kind, ChipAction.DIGITAL_MULTIPLY_ACCUMULATE, columns)
                        .duration(synapses * optimizer.multiplyAccumulates())
                + timing(kind, ChipAction.DIVIDE, columns).duration(synapses * optimizer.divisions());
        return computed + Math.max(timing(kind, ChipAction.STORE_WORD, columns).duration(words), written);
    }
}
