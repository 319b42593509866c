package glia.chip.build;

import glia.chip.ChipAction;
import glia.chip.block.NeuronUnit;
import glia.chip.message.Phase;
import glia.chip.plasticity.LayerSite;
import glia.chip.plasticity.LearningRule;
import glia.chip.plasticity.ScaleSource;
import glia.chip.plasticity.TileSite;
import java.util.EnumMap;
import java.util.Map;

/**
 * The cycles of each phase in closed form, without an event: along every path the durations add up, where paths meet the
 * longest counts. Exact for a chip on which nothing waits for anything else and no cycle depends on data.
 */
public final class Prediction extends LearningDurations {
    private Prediction(Floorplan floorplan, ChipConfig config, Technology technology, LearningRule rule) {
        super(floorplan, config, technology, rule);
    }

    /** Cycles of every phase that a rule uses on a chip, those of an inference included. */
    public static Map<Phase, Long> of(NetworkShape shape, ChipConfig config, Technology technology, LearningRule rule) {
        Floorplan floorplan = Floorplan.of(shape, config.tileRows(), config.tileColumns());
        Prediction prediction = new Prediction(floorplan, config, technology, rule);
        Map<Phase, Long> cycles = new EnumMap<>(Phase.class);
        for (Phase phase : rule.phases(0)) {
            cycles.put(phase, prediction.cycles(phase));
        }
        if (rule.integration().isPresent()) {
            cycles.put(Phase.COMMIT, prediction.cycles(Phase.COMMIT));
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
            case COMMIT -> commits();
            case INFER -> step(infer());
        };
    }

    /** A step of the sequencer: its control word, what that starts, the barrier. */
    private long step(long work) {
        return broadcast() + work + duration(BlockKind.SEQUENCER, ChipAction.BARRIER, 1);
    }

    /** A commit: its words come from the host first. */
    private long commits() {
        int words = rule().integration().orElseThrow().optimizer().words();
        return duration(BlockKind.SEQUENCER, ChipAction.FETCH_WORD, words)
                + broadcast(words)
                + commit()
                + duration(BlockKind.SEQUENCER, ChipAction.BARRIER, 1);
    }

    /** The learning rate's way, which starts with the phase, before its control word is on the bus. */
    private long rate() {
        if (rule().integration().isPresent()) {
            return 0;
        }
        return duration(BlockKind.SEQUENCER, ChipAction.FETCH_WORD, 1)
                + hop(1)
                + duration(BlockKind.SEQUENCER, ChipAction.BARRIER, 1);
    }

    private long fetch(int labelWords) {
        return duration(BlockKind.INPUT, ChipAction.FETCH_WORD, inputs() + (long) labelWords);
    }

    /** A forward pass and all that hangs on it, from the cycle at which the input is ready. */
    private long pass(long readyCycle, boolean slopes, boolean keeps, boolean perturbed) {
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

    private long multiply(TileSite tile, boolean perturbed) {
        boolean separate = perturbed && !element().inPlace();
        boolean elements = separate && perturbs(floorplan().layers().get(tile.layer()));
        return read(tile, tile.rows(), elements, tile.columns());
    }

    private long activate(LayerSite layer) {
        long added = neurons(ChipAction.ADD, (long) floorplan().segments(layer.layer()) * layer.neurons());
        return layer.isLast() ? added : added + neurons(ChipAction.ACTIVATE, layer.neurons());
    }

    /** What the input port does beside sending a new sample: the label and the sum of squares. */
    private long sideOfInput() {
        boolean recalled = normalises(floorplan().layers().get(0));
        long norm = duration(BlockKind.INPUT, ChipAction.DIGITAL_MULTIPLY_ACCUMULATE, inputs()) + hop(1);
        return Math.max(hop(1), recalled ? norm : 0);
    }

    private long sideOf(LayerSite layer, boolean slopes, boolean keeps) {
        long end = 0;
        if (slopes && rule().astrocytes().tellSlopes(layer)) {
            end = neurons(NeuronUnit.evaluation(rule().astrocytes().slope()), layer.neurons())
                    + hop(rule().astrocytes().slope().words(layer.neurons()));
        }
        if (keeps && !layer.isLast() && normalises(floorplan().layers().get(layer.layer() + 1))) {
            end = Math.max(end, neurons(ChipAction.DIGITAL_MULTIPLY_ACCUMULATE, layer.neurons()) + hop(1));
        }
        return end;
    }

    /** Whether a layer's astrocyte forms the norm of its share of the gradient. */
    private boolean normalises(LayerSite layer) {
        return rule().scaleSource() != ScaleSource.NONE
                && rule().astrocytes().behaviour(layer).isPresent();
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
        for (LayerSite layer : floorplan().layers()) {
            if (rule().astrocytes().probe(layer)) {
                boolean measures = layer.isLast() && rule().astrocytes().learnFromError();
                cycles += (rule().astrocytes().probedNeurons(layer) - (measures ? 1 : 0)) * step(probed(layer, false));
                cycles += measures ? step(probed(layer, true)) : 0;
            }
        }
        return rule().astrocytes().probedSamples(classes()) * (baseline + cycles);
    }

    private long probed(LayerSite layer, boolean tellsError) {
        long told = pass(0, false, false, false)
                + duration(BlockKind.COST, ChipAction.ADD, 1)
                + duration(BlockKind.COST, ChipAction.DIVIDE, 1)
                + hop(1);
        long divided = rule().astrocytes().tellSlopes(layer) ? astrocyte(ChipAction.DIVIDE, 1) : 0;
        long stored = told + divided + astrocyte(ChipAction.STORE_WORD, 1);
        if (tellsError) {
            stored += Math.max(
                    astrocyte(ChipAction.STORE_WORD, classes()),
                    floorplan().layers().size() > 1 ? hop(classes()) + astrocyte(ChipAction.STORE_WORD, classes()) : 0);
        }
        return Math.max(stored, neurons(ChipAction.SET_PERTURBATION, 1));
    }
}
