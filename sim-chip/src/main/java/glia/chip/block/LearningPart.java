package glia.chip.block;

import glia.chip.ChipAction;
import glia.chip.datapath.FixedPoint;
import glia.chip.datapath.Optimizer;
import glia.chip.datapath.PerturbationElements;
import glia.chip.datapath.WeightChange;
import glia.chip.message.Activations;
import glia.chip.message.CostChange;
import glia.chip.message.DeltaVec;
import glia.chip.message.ErrorEstimate;
import glia.chip.message.NodeSigns;
import glia.chip.message.PerturbationScale;
import glia.chip.message.Phase;
import glia.chip.plasticity.LayerSite;
import glia.chip.plasticity.LearningRule;
import glia.chip.plasticity.ScaleSource;
import glia.chip.plasticity.SynapseBehaviour;
import glia.chip.plasticity.SynapseBehaviour.Work;
import glia.chip.plasticity.TileSite;
import glia.core.account.Resource;
import glia.core.archive.Archive;
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
    private final Join perturbing;
    private final Join updating;
    private final boolean hasRows;
    private final boolean toldDeltas;
    private final boolean toldSigns;
    private final boolean toldScale;
    private final boolean toldErrors;
    private boolean errorsKnown;
    private float scale;
    private float update;
    private boolean costsFinite = true;
    /** Perturbed passes so far: every one ends with a cost change. */
    private long pass;

    /** Makes the part of a layer's block with some rows (biases have none) and outputs, which keeps activations as numbers of some kind. */
    LearningPart(
            Simulation simulation,
            Resource resource,
            SynapseBehaviour behaviour,
            int rows,
            int outputs,
            LearningRule rule,
            LayerSite site,
            FixedPoint kept) {
        this.simulation = simulation;
        this.resource = resource;
        this.behaviour = behaviour;
        this.scale = rule.fixedScale();
        this.kept = kept;
        perturbing = new Join(resource, Phase.PERTURB);
        updating = new Join(resource, Phase.UPDATE);
        hasRows = rows > 0;
        toldDeltas = rule.backpropagates() || rule.astrocytes().behaviour(site).isPresent();
        toldSigns = hasRows && rule.node(site).isPresent();
        toldScale = rule.scaleSource() == ScaleSource.COST_UNIT;
        toldErrors = site.isLast() && !rule.perturbsLastLayer();
        deltas = new float[outputs];
        errors = new float[outputs];
        perturbWork = behaviour.perturbWork(rows, outputs);
        updateWork = behaviour.updateWork(rows, outputs);
    }

    /** Makes the part of a tile of a layer, which keeps activations as numbers of some kind. */
    static LearningPart of(
            Simulation simulation,
            Resource resource,
            LearningRule rule,
            LayerSite layer,
            TileSite tile,
            FixedPoint kept) {
        SynapseBehaviour behaviour = rule.synapse(layer, tile);
        return new LearningPart(simulation, resource, behaviour, tile.rows(), tile.columns(), rule, layer, kept);
    }

    /** Keeps the block's activations of the baseline pass. */
    void keep(Activations in, float[] activations) {
        System.arraycopy(in.values(), in.first(), activations, 0, activations.length);
        kept.round(activations);
        long words = kept.words(activations.length);
        perturbing.come(Join.Item.ACTIVATIONS, resource.perform(ChipAction.STORE_WORD, words, simulation.nowCycle()));
    }

    /** Takes the word of a phase: a sample announces what it will bring, a perturbation is asked for. */
    void start(Phase phase) {
        if (phase == Phase.BASELINE) {
            expectSample();
            return;
        }
        if (toldScale) {
            perturbing.expect(Join.Item.SCALE);
        }
        if (toldSigns) {
            updating.expect(Join.Item.DELTAS);
        }
        perturbing.call(simulation.nowCycle());
    }

    private void expectSample() {
        if (toldDeltas) {
            perturbing.expect(Join.Item.DELTAS);
            updating.expect(Join.Item.DELTAS);
            if (hasRows) {
                perturbing.expect(Join.Item.ACTIVATIONS);
            }
        }
        if (toldErrors) {
            updating.expect(Join.Item.ESTIMATE);
        }
    }

    /** The setting of elements, which waits for its data. */
    Join perturbing() {
        return perturbing;
    }

    /** The change of weights, which waits for its data. */
    Join updating() {
        return updating;
    }

    /** Says that the deltas can be used from a cycle on. */
    void comeDeltas(long cycle) {
        perturbing.come(Join.Item.DELTAS, cycle);
        updating.come(Join.Item.DELTAS, cycle);
    }

    /** Takes the DeltaVec of the block's outputs, and the word that comes along with it, if any. */
    void take(DeltaVec in) {
        System.arraycopy(in.values(), in.first(), deltas, 0, deltas.length);
        takeParameter(in.parameter());
        comeDeltas(resource.perform(ChipAction.STORE_WORD, in.words(), simulation.nowCycle()));
    }

    /** Takes the signs of the block's perturbed outputs as their deltas. */
    void take(NodeSigns in) {
        System.arraycopy(in.values(), in.first(), deltas, 0, deltas.length);
        comeDeltas(resource.perform(ChipAction.STORE_WORD, in.words(), simulation.nowCycle()));
    }

    /** The deltas of the block's outputs, which the caller may change. */
    float[] deltas() {
        return deltas;
    }

    /** Takes the error estimates of the block's outputs. */
    void take(ErrorEstimate in) {
        System.arraycopy(in.values(), in.first(), errors, 0, errors.length);
        errorsKnown = true;
        updating.come(Join.Item.ESTIMATE, resource.perform(ChipAction.STORE_WORD, in.words(), simulation.nowCycle()));
    }

    /** Takes the scale of the perturbation. */
    void take(PerturbationScale in) {
        scale = in.value()[0];
        perturbing.come(Join.Item.SCALE, simulation.nowCycle());
        perturbing.call(simulation.nowCycle());
    }

    /** Takes the cost change of a perturbation. */
    void take(CostChange in) {
        update = in.update();
        costsFinite = Float.isFinite(in.costChange());
        updating.call(simulation.nowCycle());
    }

    /** Takes the word that came along with deltas, if any: a scale, or a threshold in its place. */
    void takeParameter(float[] words) {
        if (words.length > 0) {
            scale = words[0];
        }
    }

    /** Says which perturbed pass follows. */
    void startAt(long nextPass) {
        pass = nextPass;
    }

    /** The perturbed pass that follows or runs, from 0. */
    long pass() {
        return pass;
    }

    /** Whether the block's elements are set for the perturbed pass that follows. */
    boolean takesPart() {
        return behaviour.takesPart(pass);
    }

    /** Whether elements stay as they are after the update of a perturbed pass. */
    boolean keepsElements(long ofPass) {
        return behaviour.keepsElements(ofPass);
    }

    /** Whether the block changes after the pass: not by costs that are no finite numbers, at which training stops. */
    boolean changes() {
        return takesPart() && costsFinite;
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
    long computeUpdate(long readyCycle) {
        return compute(updateWork, readyCycle);
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
    void commit(float[] activations, WeightChange change) {
        if (errorsKnown) {
            behaviour.onErrorEstimate(errors, activations, change);
        } else {
            behaviour.onCostChange(update, activations, deltas, scale, change);
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

    /** Saves or loads what reached it, and what the rule's part keeps. */
    void state(Archive archive) {
        archive.at(deltas);
        archive.at(errors);
        errorsKnown = archive.at(errorsKnown);
        scale = archive.at(scale);
        update = archive.at(update);
        costsFinite = archive.at(costsFinite);
        pass = archive.at(pass);
        perturbing.state(archive);
        updating.state(archive);
        behaviour.state(archive);
    }
}
