package glia.chip.block;

import glia.chip.ChipAction;
import glia.chip.datapath.SynapseArray;
import glia.chip.message.Activations;
import glia.chip.message.BusListener;
import glia.chip.message.CostChange;
import glia.chip.message.DeltaVec;
import glia.chip.message.ErrorEstimate;
import glia.chip.message.PartialSums;
import glia.chip.message.Pass;
import glia.chip.message.PerturbationScale;
import glia.chip.message.Phase;
import glia.chip.plasticity.SynapseBehaviour;
import glia.chip.plasticity.TileSite;
import glia.core.account.Resource;
import glia.core.event.OutPort;
import glia.core.event.Simulation;

/**
 * R x C synapses: a stored weight and a perturbation element each, and the activations they saw. Multiplies its slice, sets its
 * elements from what reaches it, and turns the broadcast update word into writes.
 */
public final class SynapseTile implements BusListener {
    /**
     * Choices of the tile's circuit.
     *
     * @param zeroGating whether rows whose input is 0 are not driven (then counts depend on data)
     * @param skipIdleRows whether a write phase spends no slot on rows without a write (then cycles depend on data)
     */
    public record Options(boolean zeroGating, boolean skipIdleRows) {}

    private final Simulation simulation;
    private final Resource resource;
    private final TileSite site;
    private final SynapseArray array;
    private final LearningPart learning;
    private final Options options;
    private final OutPort<PartialSums> sumsWire;
    private final PartialSums[] messages = new PartialSums[Pass.values().length];

    private final float[] activations;
    private long notedCommits;

    /** Makes a tile; {@code fixedScale} is its scale until a message brings another one. */
    public SynapseTile(
            Simulation simulation,
            Resource resource,
            TileSite site,
            SynapseArray array,
            SynapseBehaviour behaviour,
            Options options,
            float fixedScale,
            OutPort<PartialSums> sumsWire) {
        this.simulation = simulation;
        this.resource = resource;
        this.site = site;
        this.array = array;
        this.learning = new LearningPart(simulation, resource, behaviour, site.columns(), fixedScale);
        this.options = options;
        this.sumsWire = sumsWire;
        activations = new float[site.rows()];
        for (Pass pass : Pass.values()) {
            messages[pass.ordinal()] =
                    new PartialSums(pass, site.segment(), site.firstColumn(), new float[site.columns()]);
        }
    }

    /** Where the tile stands. */
    public TileSite site() {
        return site;
    }

    /** The synapses. */
    public SynapseArray array() {
        return array;
    }

    /** Handles a layer's values coming in: multiplies and sends the sums. */
    public void onActivations(Activations in) {
        boolean perturbed = in.pass() == Pass.PERTURBED;
        float[] sums =
                perturbed ? array.multiplyPerturbed(in.values(), in.first()) : array.multiply(in.values(), in.first());
        if (in.pass() == Pass.BASELINE) {
            System.arraycopy(in.values(), in.first(), activations, 0, activations.length);
            resource.perform(ChipAction.STORE_WORD, activations.length, simulation.nowCycle());
        }
        PartialSums out = messages[in.pass().ordinal()];
        System.arraycopy(sums, 0, out.values(), 0, site.columns());
        sumsWire.send(out, convert(perturbed));
    }

    private long convert(boolean perturbed) {
        long driven = options.zeroGating() ? array.nonZeroRows() : site.rows();
        long synapses = driven * site.columns();
        long driveDone = resource.perform(ChipAction.DAC_CONVERSION, driven, simulation.nowCycle());
        long done = resource.perform(ChipAction.MULTIPLY_ACCUMULATE, synapses, driveDone);
        if (perturbed) {
            done = Math.max(done, resource.perform(ChipAction.READ_PERTURBATION, synapses, driveDone));
        }
        return resource.perform(ChipAction.ADC_CONVERSION, site.columns(), done);
    }

    /** Handles the DeltaVec of the tile's neurons. */
    public void onDeltaVec(DeltaVec in) {
        learning.take(in);
    }

    /** Handles the error estimates of the tile's neurons. */
    public void onErrorEstimate(ErrorEstimate in) {
        learning.take(in);
    }

    @Override
    public void onPerturbationScale(PerturbationScale in) {
        learning.take(in);
        setElements();
    }

    @Override
    public void onStartPhase(Phase phase) {
        setElements();
    }

    private void setElements() {
        learning.perturb(activations, array);
        long loaded =
                resource.perform(ChipAction.LOAD_WORD, site.rows() + (long) site.columns(), simulation.nowCycle());
        long scaled = resource.perform(ChipAction.DIGITAL_MULTIPLY_ACCUMULATE, site.columns(), loaded);
        long rows = options.zeroGating() ? LearningPart.nonZero(activations) : site.rows();
        resource.perform(ChipAction.SET_PERTURBATION, rows * site.columns(), scaled);
    }

    @Override
    public void onCostChange(CostChange change) {
        long slots = slots(change);
        learning.commit(change, activations, array);
        array.release();
        long loaded =
                resource.perform(ChipAction.LOAD_WORD, site.rows() + (long) site.columns(), simulation.nowCycle());
        long scaled = resource.perform(ChipAction.DIGITAL_MULTIPLY_ACCUMULATE, site.rows(), loaded);
        resource.perform(ChipAction.WRITE_ROW, slots, scaled);
    }

    private long slots(CostChange change) {
        if (!options.skipIdleRows()) {
            return site.rows();
        }
        return learning.writes(change) ? LearningPart.nonZero(activations) : 0;
    }

    /** Brings the write counts and their share of the ledger up to date. */
    public void settle() {
        array.writes().settle();
        long commits = array.writes().totalCommits();
        resource.note(ChipAction.WRITE_SYNAPSE, commits - notedCommits);
        notedCommits = commits;
    }
}
