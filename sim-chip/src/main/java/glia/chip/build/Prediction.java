package glia.chip.build;

import glia.chip.ChipAction;
import glia.chip.block.NeuronUnit;
import glia.chip.datapath.Slope;
import glia.chip.message.Phase;
import glia.chip.plasticity.AstrocyteBehaviour;
import glia.chip.plasticity.AstrocyteBehaviour.Work;
import glia.chip.plasticity.CostBehaviour.UpdateWork;
import glia.chip.plasticity.LayerSite;
import glia.chip.plasticity.LearningRule;
import glia.chip.plasticity.ScaleSource;
import glia.chip.plasticity.TileSite;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The cycles of each phase in closed form, without an event: along every path the durations add up, where paths meet the
 * longest counts. Exact for a chip on which nothing waits for anything else and no cycle depends on data.
 */
public final class Prediction extends Durations {
    private final Floorplan floorplan;
    private final LearningRule rule;

    private Prediction(Floorplan floorplan, ChipConfig config, Technology technology, LearningRule rule) {
        super(config, technology, ChipBuilder.listeners(floorplan, rule));
        this.floorplan = floorplan;
        this.rule = rule;
    }

    /** Cycles of every phase that a rule uses on a chip, those of an inference included. */
    public static Map<Phase, Long> of(NetworkShape shape, ChipConfig config, Technology technology, LearningRule rule) {
        Floorplan floorplan = Floorplan.of(shape, config.tileRows(), config.tileColumns());
        Prediction prediction = new Prediction(floorplan, config, technology, rule);
        Map<Phase, Long> cycles = new EnumMap<>(Phase.class);
        for (Phase phase : rule.phases(0)) {
            cycles.put(phase, prediction.cycles(phase));
        }
        cycles.put(Phase.INFER, prediction.cycles(Phase.INFER));
        return cycles;
    }

    private long cycles(Phase phase) {
        return switch (phase) {
            case PROBE -> probe();
            case LEARN -> step(learn());
            case BASELINE -> Math.max(rate(), step(pass(fetch(1), true, true, false)));
            case ERROR -> step(error());
            case RECALL -> step(recall());
            case PERTURB -> step(perturb());
            case PERTURBED -> step(pass(0, false, false, true));
            case UPDATE -> step(update());
            case INFER -> step(infer());
        };
    }

    /** A step of the sequencer: its control word, what that starts, the barrier. */
    private long step(long work) {
        return broadcast() + work + duration(BlockKind.SEQUENCER, ChipAction.BARRIER, 1);
    }

    /** The learning rate's way, which starts with the phase, before its control word is on the bus. */
    private long rate() {
        return duration(BlockKind.SEQUENCER, ChipAction.FETCH_WORD, 1)
                + hop(1)
                + duration(BlockKind.SEQUENCER, ChipAction.BARRIER, 1);
    }

    private long fetch(int labelWords) {
        return duration(BlockKind.INPUT, ChipAction.FETCH_WORD, inputs() + (long) labelWords);
    }

    private int inputs() {
        return floorplan.layers().get(0).inputs();
    }

    private int classes() {
        return floorplan.layers().get(0).classes();
    }

    /** A forward pass and all that hangs on it, from the cycle at which the input is ready. */
    private long pass(long readyCycle, boolean slopes, boolean keeps, boolean perturbed) {
        long ready = readyCycle;
        long end = ready + (keeps ? sideOfInput() : 0);
        for (LayerSite layer : floorplan.layers()) {
            long summed = 0;
            for (TileSite tile : floorplan.tiles().get(layer.layer())) {
                long arrived = ready + hop(tile.rows());
                end = Math.max(end, arrived + (keeps ? tile(tile, ChipAction.STORE_WORD, tile.rows()) : 0));
                summed = Math.max(summed, arrived + multiply(tile, perturbed) + hop(tile.columns()));
            }
            ready = summed + activate(layer);
            end = Math.max(end, ready + sideOf(layer, slopes, keeps));
        }
        return Math.max(end, ready + hop(classes()) + evaluate());
    }

    private long multiply(TileSite tile, boolean perturbed) {
        long read = tile(tile, ChipAction.MULTIPLY_ACCUMULATE, tile.synapses());
        long element = perturbed ? tile(tile, ChipAction.READ_PERTURBATION, tile.synapses()) : 0;
        return tile(tile, ChipAction.DAC_CONVERSION, tile.rows())
                + Math.max(read, element)
                + tile(tile, ChipAction.ADC_CONVERSION, tile.columns());
    }

    private long activate(LayerSite layer) {
        long added = neurons(ChipAction.ADD, (long) floorplan.segments(layer.layer()) * layer.neurons());
        return layer.isLast() ? added : added + neurons(ChipAction.ACTIVATE, layer.neurons());
    }

    /** What the input port does beside sending a new sample: the label and the sum of squares. */
    private long sideOfInput() {
        boolean recalled = rule.astrocyte(floorplan.layers().get(0)).isPresent();
        long norm = duration(BlockKind.INPUT, ChipAction.DIGITAL_MULTIPLY_ACCUMULATE, inputs()) + hop(1);
        return Math.max(hop(1), recalled ? norm : 0);
    }

    private long sideOf(LayerSite layer, boolean slopes, boolean keeps) {
        long end = 0;
        if (slopes && tellsSlopes(layer)) {
            end = neurons(NeuronUnit.evaluation(rule.slope()), layer.neurons())
                    + hop(rule.slope().words(layer.neurons()));
        }
        if (keeps
                && !layer.isLast()
                && rule.astrocyte(floorplan.layers().get(layer.layer() + 1)).isPresent()) {
            end = Math.max(end, neurons(ChipAction.DIGITAL_MULTIPLY_ACCUMULATE, layer.neurons()) + hop(1));
        }
        return end;
    }

    private boolean tellsSlopes(LayerSite layer) {
        return !layer.isLast() && rule.slope() != Slope.NONE && rule.probes(layer);
    }

    private long evaluate() {
        return duration(BlockKind.COST, ChipAction.EVALUATE_COST, classes());
    }

    private long infer() {
        long outputs = pass(fetch(0), false, false, false) - evaluate();
        return outputs + duration(BlockKind.COST, ChipAction.COMPARE, classes());
    }

    private long probe() {
        long cycles = 0;
        long baseline = step(Math.max(fetch(1) + hop(1), pass(fetch(1), true, false, false)));
        for (LayerSite layer : floorplan.layers()) {
            if (rule.probes(layer)) {
                boolean measures = layer.isLast() && rule.learnsFromError();
                cycles += (layer.neurons() - (measures ? 1 : 0)) * step(probed(layer, false));
                cycles += measures ? step(probed(layer, true)) : 0;
            }
        }
        return classes() * (baseline + cycles);
    }

    private long probed(LayerSite layer, boolean tellsError) {
        long told = pass(0, false, false, false)
                + duration(BlockKind.COST, ChipAction.ADD, 1)
                + duration(BlockKind.COST, ChipAction.DIVIDE, 1)
                + hop(1);
        long divided = tellsSlopes(layer) ? astrocyte(ChipAction.DIVIDE, 1) : 0;
        long stored = told + divided + astrocyte(ChipAction.STORE_WORD, 1);
        if (tellsError) {
            stored += Math.max(
                    astrocyte(ChipAction.STORE_WORD, classes()),
                    floorplan.layers().size() > 1 ? hop(classes()) + astrocyte(ChipAction.STORE_WORD, classes()) : 0);
        }
        return Math.max(stored, neurons(ChipAction.SET_PERTURBATION, 1));
    }

    private long learn() {
        long longest = 0;
        for (LayerSite layer : floorplan.layers()) {
            Optional<Work> work = rule.astrocyte(layer).map(part -> part.learnWork(classes(), layer.neurons()));
            longest = Math.max(
                    longest,
                    work.map(each -> astrocyte(ChipAction.LOAD_WORD, each.loads())
                                    + compute(each)
                                    + astrocyte(ChipAction.WRITE_DELTAVEC, each.writes()))
                            .orElse(0L));
        }
        return longest;
    }

    private long compute(Work work) {
        return astrocyte(ChipAction.READ_DELTAVEC, work.reads())
                + astrocyte(ChipAction.DIVIDE, work.divisions())
                + astrocyte(ChipAction.DIGITAL_MULTIPLY_ACCUMULATE, work.multiplyAccumulates());
    }

    private long error() {
        long formed = duration(BlockKind.COST, ChipAction.ADD, classes());
        long end = formed + (rule.recallsByLabel() ? 0 : hop(classes()));
        if (!rule.perturbsLastLayer()) {
            long scaled = formed + duration(BlockKind.COST, ChipAction.DIGITAL_MULTIPLY_ACCUMULATE, classes());
            end = Math.max(
                    end, scaled + tell(floorplan.layers().get(floorplan.layers().size() - 1), 0));
        }
        return end;
    }

    /** A vector from one unit to a layer's neuron unit and tiles, and into their buffers. */
    private long tell(LayerSite layer, int moreWords) {
        long words = layer.neurons() + (long) moreWords;
        long end = hop(words) + neurons(ChipAction.STORE_WORD, words);
        for (TileSite tile : floorplan.tiles().get(layer.layer())) {
            long slice = tile.columns() + (long) moreWords;
            end = Math.max(end, hop(slice) + tile(tile, ChipAction.STORE_WORD, slice));
        }
        return end;
    }

    private long recall() {
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

    private int perturbedLayers() {
        return floorplan.layers().size() - (rule.perturbsLastLayer() ? 0 : 1);
    }

    private long perturb() {
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

    private long set(LayerSite layer) {
        long end = neurons(ChipAction.LOAD_WORD, layer.neurons())
                + neurons(ChipAction.DIGITAL_MULTIPLY_ACCUMULATE, layer.neurons())
                + neurons(ChipAction.SET_PERTURBATION, layer.neurons());
        for (TileSite tile : floorplan.tiles().get(layer.layer())) {
            end = Math.max(
                    end,
                    tile(tile, ChipAction.LOAD_WORD, tile.rows() + (long) tile.columns())
                            + tile(tile, ChipAction.DIGITAL_MULTIPLY_ACCUMULATE, tile.columns())
                            + tile(tile, ChipAction.SET_PERTURBATION, tile.synapses()));
        }
        return end;
    }

    private long update() {
        UpdateWork work = rule.cost().updateWork(perturbedLayers());
        long told = duration(BlockKind.COST, ChipAction.ADD, work.additions())
                + duration(BlockKind.COST, ChipAction.DIVIDE, work.divisions())
                + duration(BlockKind.COST, ChipAction.DIGITAL_MULTIPLY_ACCUMULATE, work.multiplications())
                + broadcast();
        long longest = 0;
        for (LayerSite layer : floorplan.layers()) {
            longest = Math.max(longest, commit(layer));
        }
        return told + longest;
    }

    private long commit(LayerSite layer) {
        long end = neurons(ChipAction.LOAD_WORD, layer.neurons())
                + neurons(ChipAction.DIGITAL_MULTIPLY_ACCUMULATE, 1)
                + neurons(ChipAction.WRITE_BIAS, layer.neurons());
        for (TileSite tile : floorplan.tiles().get(layer.layer())) {
            end = Math.max(
                    end,
                    tile(tile, ChipAction.LOAD_WORD, tile.rows() + (long) tile.columns())
                            + tile(tile, ChipAction.DIGITAL_MULTIPLY_ACCUMULATE, tile.rows())
                            + tile(tile, ChipAction.WRITE_ROW, tile.rows()));
        }
        return end;
    }
}
