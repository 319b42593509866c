package glia.chip.block;

import glia.chip.ChipAction;
import glia.chip.datapath.FixedPoint;
import glia.chip.datapath.SynapseArray;
import glia.chip.datapath.TileReader;
import glia.chip.device.ElementParameters;
import glia.chip.device.Programming;
import glia.chip.message.Activations;
import glia.chip.message.BackwardSums;
import glia.chip.message.BusListener;
import glia.chip.message.Commit;
import glia.chip.message.CostChange;
import glia.chip.message.DeltaVec;
import glia.chip.message.ErrorEstimate;
import glia.chip.message.NodeSigns;
import glia.chip.message.PartialSums;
import glia.chip.message.Pass;
import glia.chip.message.PerturbationScale;
import glia.chip.message.Phase;
import glia.chip.plasticity.Integration;
import glia.chip.plasticity.LayerSite;
import glia.chip.plasticity.LearningRule;
import glia.chip.plasticity.SynapseBehaviour;
import glia.chip.plasticity.TileSite;
import glia.core.account.Resource;
import glia.core.event.OutPort;
import glia.core.event.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    private final ElementParameters element;
    private final CellWrites writes;
    private final TileReader reader;
    private final ReadWork reads;
    private final TileLines lines;
    private final OutPort<PartialSums> sumsWire;
    private final List<OutPort<BackwardSums>> backwardWires = new ArrayList<>();
    private final BackwardSums backwardSums;
    private final Optional<Integration> integration;
    private final PartialSums[] messages = new PartialSums[Pass.values().length];

    private float[] activations = new float[0];
    private long notedPulses;
    private long notedReads;
    private long trainingPasses;
    private long transposedReads;
    private long inferences;

    /**
     * Makes a tile of a layer, with the rule's part for it; a write applies a train of {@code longestTrain} pulses at most.
     */
    public SynapseTile(
            Simulation simulation,
            Resource resource,
            TileSite site,
            SynapseArray array,
            LearningRule rule,
            LayerSite layer,
            Options options,
            Programming programming,
            int longestTrain,
            TileReader reader,
            OutPort<PartialSums> sumsWire) {
        this.simulation = simulation;
        this.resource = resource;
        this.site = site;
        this.array = array;
        learning = learning(simulation, resource, rule.synapse(layer, site), site, rule.fixedScale(), reader.kept());
        this.options = options;
        element = programming.element();
        writes = new CellWrites(simulation, resource, array, programming, longestTrain, options.skipIdleRows());
        this.reader = reader;
        reads = new ReadWork(simulation, resource, reader.converters(), array.pairs());
        lines = new TileLines(array);
        integration = rule.integration();
        this.sumsWire = sumsWire;
        backwardSums = new BackwardSums(site.columnTile(), site.firstRow(), new float[site.rows()]);
        prepare();
    }

    private static LearningPart learning(
            Simulation simulation,
            Resource resource,
            SynapseBehaviour behaviour,
            TileSite site,
            float fixedScale,
            FixedPoint kept) {
        return new LearningPart(simulation, resource, behaviour, site.rows(), site.columns(), fixedScale, kept);
    }

    private void prepare() {
        activations = new float[site.rows()];
        integration.ifPresent(by -> array.integrate(by.optimizer(), by.updatePeriod()));
        for (Pass pass : Pass.values()) {
            messages[pass.ordinal()] =
                    new PartialSums(pass, site.segment(), site.firstColumn(), new float[site.columns()]);
        }
    }

    /** Connects the neuron unit that the tile's inputs come from, for transposed reads. */
    public void connectBackward(OutPort<BackwardSums> wire) {
        backwardWires.add(wire);
    }

    /** Where the tile stands. */
    public TileSite site() {
        return site;
    }

    /** The synapses. */
    public SynapseArray array() {
        return array;
    }

    /** How its lines are read. */
    public TileReader reader() {
        return reader;
    }

    /** Handles a layer's values coming in: multiplies and sends the sums. */
    public void onActivations(Activations in) {
        if (in.pass() != Pass.PERTURBED && array.isPerturbed()) {
            throw new IllegalStateException(site.name() + " reads perturbed cells in pass " + in.pass());
        }
        boolean inference = in.pass() == Pass.INFERENCE;
        PartialSums out = messages[in.pass().ordinal()];
        reader.read(
                in.pass() == Pass.PERTURBED ? lines.perturbed() : lines.stored(),
                inference,
                inference ? inferences++ : trainingPasses++,
                in.values(),
                in.first(),
                out.values());
        if (in.pass() == Pass.BASELINE) {
            System.arraycopy(in.values(), in.first(), activations, 0, activations.length);
            reader.kept().round(activations);
            resource.perform(ChipAction.STORE_WORD, reader.kept().words(activations.length), simulation.nowCycle());
        }
        sumsWire.send(out, convert(in));
    }

    private long convert(Activations in) {
        boolean elements = in.pass() == Pass.PERTURBED && array.elementsSet() && !element.inPlace();
        int driven = options.zeroGating() ? reader.drivenRows(in.values(), in.first()) : site.rows();
        return reads.lines(driven, site.columns(), elements, site.columns());
    }

    /** Handles the DeltaVec of the tile's neurons; with transposed reads it goes on to the layer below. */
    public void onDeltaVec(DeltaVec in) {
        learning.take(in);
        if (!backwardWires.isEmpty()) {
            reader.readTransposed(
                    lines.transposed(),
                    transposedReads++,
                    site.columnTile(),
                    site.firstRow(),
                    learning.deltas(),
                    backwardSums.values());
            long done = reads.lines(site.columns(), site.rows(), false, site.rows());
            for (OutPort<BackwardSums> wire : backwardWires) {
                wire.send(backwardSums, done);
            }
        }
    }

    /** Handles the signs of the tile's perturbed neurons. */
    public void onNodeSigns(NodeSigns in) {
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
        if (!learning.takesPart()) {
            return;
        }
        learning.perturb(activations, array);
        long computed = learning.computePerturbation(simulation.nowCycle());
        if (array.isPerturbed()) {
            writes.perform(computed);
        } else if (array.elementsSet()) {
            long rows = options.zeroGating() ? array.drivenRows() : site.rows();
            resource.perform(ChipAction.SET_PERTURBATION, rows * site.columns(), computed);
        }
    }

    @Override
    public void onCostChange(CostChange change) {
        if (learning.takesPart()) {
            long ready = simulation.nowCycle();
            if (array.isPerturbed() && restoresInUpdate()) {
                array.restore();
                ready = writes.perform(ready);
            }
            if (integration.isPresent()) {
                learning.commit(change, activations, array);
                learning.integrate(site.synapses(), learning.computeUpdate());
            } else {
                write(change, ready);
            }
        }
        if (learning.endPass() && !array.isPerturbed()) {
            array.release();
        }
    }

    private void write(CostChange change, long readyCycle) {
        array.startWrite();
        if (array.isPerturbed()) {
            array.mergeRestore();
        }
        learning.commit(change, activations, array);
        if (array.isPerturbed()) {
            array.addPerturbation(0f); // the update word is 0: the restore alone
        }
        writes.perform(Math.max(readyCycle, learning.computeUpdate()));
    }

    /** Whether cells perturbed in place are restored by a write of their own in the update phase of the pass that runs. */
    public boolean restoresInUpdate() {
        boolean committed = integration
                .map(by -> (learning.pass() + 1) % by.updatePeriod() == 0)
                .orElse(true);
        return element.inPlace() && !learning.keepsElements() && !(element.mergedRestore() && committed);
    }

    @Override
    public void onCommit(Commit commit) {
        integration.ifPresent(by -> {
            array.startWrite();
            array.commit(commit.rates());
            long ready = simulation.nowCycle();
            if (by.optimizer().weightDecay() != 0f) {
                ready = reads.cells(site, ready);
            }
            long computed = learning.computeCommit(by.optimizer(), site.synapses(), ready);
            writes.perform(computed);
        });
    }

    /** Brings the write counts and their share of the ledger up to date. */
    public void settle() {
        array.writes().settle();
        long pulses = array.writes().totalPulses();
        resource.note(ChipAction.WRITE_SYNAPSE, pulses - notedPulses);
        notedPulses = pulses;
        long reads = array.writes().cellReads();
        for (ChipAction part : ChipAction.READ_OF_CELL) {
            resource.note(part, reads - notedReads);
        }
        notedReads = reads;
    }
}
