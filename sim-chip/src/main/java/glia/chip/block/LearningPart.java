package glia.chip.block;

import glia.chip.ChipAction;
import glia.chip.datapath.FixedPoint;
import glia.chip.datapath.Optimizer;
import glia.chip.datapath.PerturbationElements;
import glia.chip.datapath.WeightChange;
import glia.chip.message.CostChange;
import glia.chip.message.DeltaVec;
import glia.chip.message.ErrorEstimate;
import glia.chip.message.NodeSigns;
import glia.chip.message.PerturbationScale;
import glia.chip.plasticity.SynapseBehaviour;
import glia.chip.plasticity.SynapseBehaviour.Work;
import glia.core.account.Resource;
import glia.core.event.Simulation;

/** What tiles and neuron units have in common: the words of learning that reach them, and the rule's part that uses them. */
final class LearningPart {
    private final Simulation simulation;
    private final Resource resource;
    private final SynapseBehaviour behaviour;
    private final float[] deltas;
    private final float[] errors;
    private final Work perturbWork;
    private final Work updateWork;
    private final FixedPoint kept;
    private boolean errorsKnown;
    private float scale;
    /** Perturbed passes so far: every one ends with a cost change. */
    private long pass;

    /**
     * Makes the part of a block with some rows (biases have none) and outputs; {@code fixedScale} is its scale until a message brings
     * another one, {@code kept} how it keeps activations.
     */
    LearningPart(
            Simulation simulation,
            Resource resource,
            SynapseBehaviour behaviour,
            int rows,
            int outputs,
            float fixedScale,
            FixedPoint kept) {
        this.simulation = simulation;
        this.resource = resource;
        this.behaviour = behaviour;
        this.scale = fixedScale;
        this.kept = kept;
        deltas = new float[outputs];
        errors = new float[outputs];
        perturbWork = behaviour.perturbWork(rows, outputs);
        updateWork = behaviour.updateWork(rows, outputs);
    }

    /** Takes the DeltaVec of the block's outputs, and the word that comes along with it, if any. */
    void take(DeltaVec in) {
        System.arraycopy(in.values(), in.first(), deltas, 0, deltas.length);
        takeParameter(in.parameter());
        resource.perform(ChipAction.STORE_WORD, in.words(), simulation.nowCycle());
    }

    /** Takes the signs of the block's perturbed outputs as their deltas. */
    void take(NodeSigns in) {
        System.arraycopy(in.values(), in.first(), deltas, 0, deltas.length);
        resource.perform(ChipAction.STORE_WORD, in.words(), simulation.nowCycle());
    }

    /** The deltas of the block's outputs, which the caller may change. */
    float[] deltas() {
        return deltas;
    }

    /** Takes the error estimates of the block's outputs. */
    void take(ErrorEstimate in) {
        System.arraycopy(in.values(), in.first(), errors, 0, errors.length);
        errorsKnown = true;
        resource.perform(ChipAction.STORE_WORD, in.words(), simulation.nowCycle());
    }

    /** Takes the scale of the perturbation. */
    void take(PerturbationScale in) {
        scale = in.value()[0];
    }

    /** Takes the word that came along with deltas, if any: a scale, or a threshold in its place. */
    void takeParameter(float[] words) {
        if (words.length > 0) {
            scale = words[0];
        }
    }

    /** The perturbed pass that follows or runs, from 0. */
    long pass() {
        return pass;
    }

    /** Whether the block's elements are set for the perturbed pass that follows. */
    boolean takesPart() {
        return behaviour.takesPart(pass);
    }

    /** Whether elements stay as they are after the update of the perturbed pass that runs. */
    boolean keepsElements() {
        return behaviour.keepsElements(pass);
    }

    /** Sets elements by the rule. */
    void perturb(float[] activations, PerturbationElements elements) {
        behaviour.perturb(pass, activations, deltas, scale, elements);
    }

    /** Computes what setting elements takes; answers when that is done. */
    long computePerturbation(long readyCycle) {
        return compute(perturbWork, readyCycle);
    }

    /** Computes what an update takes; answers when that is done. */
    long computeUpdate() {
        return compute(updateWork, simulation.nowCycle());
    }

    /** Ends the perturbed pass; answers whether the elements are to be released. */
    boolean endPass() {
        boolean released = !behaviour.keepsElements(pass);
        pass++;
        return released;
    }

    /** Loads, draws and multiplies one after the other; answers when all is done. */
    private long compute(Work work, long readyCycle) {
        long loaded = resource.perform(ChipAction.LOAD_WORD, work.loadedWords(kept), readyCycle);
        long drawn = resource.perform(ChipAction.DRAW_SIGN, work.draws(), loaded);
        return resource.perform(ChipAction.DIGITAL_MULTIPLY_ACCUMULATE, work.multiplyAccumulates(), drawn);
    }

    /** Adds a change to the registers of some synapses; answers when that is done. */
    long integrate(long synapses, long readyCycle) {
        long loaded = resource.perform(ChipAction.LOAD_WORD, synapses, readyCycle);
        long added = resource.perform(ChipAction.DIGITAL_MULTIPLY_ACCUMULATE, synapses, loaded);
        return resource.perform(ChipAction.STORE_WORD, synapses, added);
    }

    /** What a commit computes for some synapses; answers when it is done. */
    long computeCommit(Optimizer optimizer, long synapses, long readyCycle) {
        long words = synapses * (1 + optimizer.moments());
        long loaded = resource.perform(ChipAction.LOAD_WORD, words, readyCycle);
        long products = synapses * optimizer.multiplyAccumulates();
        long multiplied = resource.perform(ChipAction.DIGITAL_MULTIPLY_ACCUMULATE, products, loaded);
        long divided = resource.perform(ChipAction.DIVIDE, synapses * optimizer.divisions(), multiplied);
        resource.perform(ChipAction.STORE_WORD, words, divided);
        return divided;
    }

    /** Commits changes by the rule: from error estimates if there are any, else from the cost change. */
    void commit(CostChange cost, float[] activations, WeightChange change) {
        if (errorsKnown) {
            behaviour.onErrorEstimate(errors, activations, change);
        } else {
            behaviour.onCostChange(cost.update(), activations, deltas, scale, change);
        }
        errorsKnown = false;
    }

    /** How many values are not 0. */
    static int nonZero(float[] values) {
        int count = 0;
        for (float value : values) {
            count += value != 0f ? 1 : 0;
        }
        return count;
    }
}
