package glia.chip.block;

import glia.chip.ChipAction;
import glia.chip.datapath.PerturbationElements;
import glia.chip.datapath.WeightChange;
import glia.chip.message.CostChange;
import glia.chip.message.DeltaVec;
import glia.chip.message.ErrorEstimate;
import glia.chip.message.PerturbationScale;
import glia.chip.plasticity.SynapseBehaviour;
import glia.core.account.Resource;
import glia.core.event.Simulation;

/** What tiles and neuron units have in common: the words of learning that reach them, and the rule's part that uses them. */
final class LearningPart {
    private final Simulation simulation;
    private final Resource resource;
    private final SynapseBehaviour behaviour;
    private final float[] deltas;
    private final float[] errors;
    private boolean errorsKnown;
    private float scale;

    /** Makes the part of a block with some outputs; {@code fixedScale} is its scale until a message brings another one. */
    LearningPart(Simulation simulation, Resource resource, SynapseBehaviour behaviour, int outputs, float fixedScale) {
        this.simulation = simulation;
        this.resource = resource;
        this.behaviour = behaviour;
        this.scale = fixedScale;
        deltas = new float[outputs];
        errors = new float[outputs];
    }

    /** Takes the DeltaVec of the block's outputs, and the scale if it comes with it. */
    void take(DeltaVec in) {
        System.arraycopy(in.values(), in.first(), deltas, 0, deltas.length);
        if (in.scale().length > 0) {
            scale = in.scale()[0];
        }
        resource.perform(ChipAction.STORE_WORD, in.words(), simulation.nowCycle());
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

    /** Sets elements by the rule. */
    void perturb(float[] activations, PerturbationElements elements) {
        behaviour.perturb(activations, deltas, scale, elements);
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

    /** Whether a cost change would change anything of an input that is not 0. */
    boolean writes(CostChange cost) {
        return errorsKnown ? nonZero(errors) > 0 : cost.update() != 0f && nonZero(deltas) > 0;
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
