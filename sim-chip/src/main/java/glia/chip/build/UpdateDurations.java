package glia.chip.build;

import glia.chip.ChipAction;
import glia.chip.datapath.Optimizer;
import glia.chip.device.ElementParameters;
import glia.chip.device.Programming;
import glia.chip.message.NodeSigns;
import glia.chip.plasticity.CostBehaviour.UpdateWork;
import glia.chip.plasticity.LayerSite;
import glia.chip.plasticity.LearningRule;
import glia.chip.plasticity.ScaleSource;
import glia.chip.plasticity.SynapseBehaviour;
import glia.chip.plasticity.SynapseBehaviour.Work;
import glia.chip.plasticity.TileSite;

/** How long the phases take in which tiles and neuron units set elements, change weights and commit. */
abstract class UpdateDurations extends Durations {
    private final Floorplan floorplan;
    private final LearningRule rule;
    private final Programming programming;
    private final int slotPulses;

    UpdateDurations(Floorplan floorplan, ChipConfig config, Technology technology, LearningRule rule) {
        super(config, technology, ChipBuilder.reach(floorplan, config, rule));
        programming = config.programming();
        slotPulses = programming.slot() == Programming.Slot.FULL_TRAIN
                ? config.device().longestTrain()
                : 1;
        this.floorplan = floorplan;
        this.rule = rule;
    }

    final Floorplan floorplan() {
        return floorplan;
    }

    final LearningRule rule() {
        return rule;
    }

    final ElementParameters element() {
        return programming.element();
    }

    /** A write phase of a tile; where slots last as long as their trains, of trains of one pulse. */
    private long write(TileSite tile) {
        return tile(tile, ChipAction.WRITE_ROW, programming.mode().slots(tile.rows(), tile.columns()) * slotPulses);
    }

    /** The write that restores cells perturbed in place in the update phase of the first pass. */
    private long restore(LayerSite layer, TileSite tile) {
        boolean committed = rule.integration().map(by -> by.updatePeriod() == 1).orElse(true);
        boolean merged = element().mergedRestore() && committed;
        boolean kept = rule.synapse(layer, tile).keepsElements(0);
        return element().inPlace() && perturbs(layer) && !kept && !merged ? write(tile) : 0;
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
        long drawn = rule.node(layer).isPresent() ? neurons(ChipAction.DRAW_SIGN, layer.neurons()) : 0;
        long end = drawn
                + compute(BlockKind.NEURONS, 1, rule.bias(layer).perturbWork(0, layer.neurons()))
                + neurons(ChipAction.SET_PERTURBATION, layer.neurons());
        if (rule.node(layer).isPresent()) {
            end = Math.max(end, signs(layer));
        }
        for (TileSite tile : floorplan.tiles().get(layer.layer())) {
            Work work = rule.synapse(layer, tile).perturbWork(tile.rows(), tile.columns());
            long driven = element().inPlace() ? write(tile) : tile(tile, ChipAction.SET_PERTURBATION, tile.synapses());
            long set = perturbs(layer) ? driven : 0;
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
        return timing(kind, ChipAction.LOAD_WORD, columns)
                        .duration(work.loadedWords(periphery().activations()))
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
            long computed = compute(BlockKind.TILE, tile.columns(), work);
            long restored = restore(layer, tile);
            long written = integrates
                    ? Math.max(restored, computed + integrate(BlockKind.TILE, tile.columns(), tile.synapses()))
                    : Math.max(restored, computed) + write(tile);
            end = Math.max(end, written);
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
                longest = Math.max(
                        longest,
                        read + commit(BlockKind.TILE, tile.columns(), optimizer, tile.synapses(), write(tile)));
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
