package glia.chip.block;

import glia.chip.ChipAction;
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
import glia.chip.plasticity.TileSite;
import glia.core.account.Resource;
import glia.core.archive.Archive;
import glia.core.event.OutPort;
import glia.core.event.Simulation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
    /** The hardware of the cells that perturbed passes read: the tile's own, or that of a second copy. */
    private final Resource perturbedCells;

    private final TileSite site;
    private final SynapseArray array;
    private final LearningPart learning;
    private final Options options;
    private final ElementParameters element;
    private final CellWrites writes;
    private final ReadWork reads;
    private final ForwardReads forward;
    private final TransposedReads transposed;
    private final Optional<Integration> integration;
    private final float[] activations;
    /** Inputs of a perturbed pass that wait for elements. */
    private @Nullable Activations held;

    private long elementsCycle;

    /**
     * Makes a tile of a layer, with the rule's part for it; a write applies a train of {@code longestTrain} pulses at most. Each copy
     * of its cells has hardware of its own; perturbed passes read the last one.
     */
    public SynapseTile(
            Simulation simulation,
            List<Resource> copies,
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
        resource = copies.get(0);
        perturbedCells = copies.get(copies.size() - 1);
        this.site = site;
        this.array = array;
        learning = LearningPart.of(simulation, resource, rule, layer, site, reader.kept());
        this.options = options;
        element = programming.element();
        writes = new CellWrites(simulation, copies, array, programming, longestTrain, options.skipIdleRows());
        reads = new ReadWork(simulation, resource, reader.converters(), array.pairs());
        ReadWork perturbedReads = new ReadWork(simulation, perturbedCells, reader.converters(), array.pairs());
        forward = new ForwardReads(reads, perturbedReads, reader, array, site, options.zeroGating(), sumsWire);
        transposed = new TransposedReads(reads, reader, array, site);
        integration = rule.integration();
        integration.ifPresent(by -> array.integrate(by.optimizer(), by.updatePeriod()));
        activations = new float[site.rows()];
    }

    /** Connects the neuron unit that the tile's inputs come from, for transposed reads. */
    public void connectBackward(OutPort<BackwardSums> wire) {
        transposed.connect(wire);
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
        return forward.reader();
    }

    /** Handles a layer's values coming in: multiplies and sends the sums. */
    public void onActivations(Activations in) {
        if (in.pass() == Pass.PERTURBED && learning.perturbing().waiting()) {
            held = in;
        } else {
            multiply(in);
            proceed();
        }
    }

    private void multiply(Activations in) {
        boolean perturbed = in.pass() == Pass.PERTURBED;
        if (!perturbed && array.isPerturbed()) {
            throw new IllegalStateException(site.name() + " reads perturbed cells in pass " + in.pass());
        }
        if (in.pass() == Pass.BASELINE) {
            learning.keep(in, activations);
        }
        boolean elements = perturbed && array.elementsSet() && !element.inPlace();
        long now = simulation.nowCycle();
        forward.read(in, elements, perturbed ? Math.max(now, elementsCycle) : now);
    }

    /** Does what can be done with what has come. */
    private void proceed() {
        if (learning.perturbing().ready()) {
            elementsCycle = setElements(learning.perturbing().start());
            Activations waiting = held;
            if (waiting != null) {
                held = null;
                resource.begin(Phase.PERTURBED);
                multiply(waiting);
            }
        }
        if (learning.updating().ready()) {
            change(Math.max(learning.updating().start(), forward.readCycle()));
        }
    }

    /** Handles the DeltaVec of the tile's neurons; with transposed reads it goes on to the layer below. */
    public void onDeltaVec(DeltaVec in) {
        learning.take(in);
        transposed.read(learning.deltas(), simulation.nowCycle());
        proceed();
    }

    /** Handles the signs of the tile's perturbed neurons. */
    public void onNodeSigns(NodeSigns in) {
        learning.take(in);
        proceed();
    }

    /** Handles the error estimates of the tile's neurons. */
    public void onErrorEstimate(ErrorEstimate in) {
        learning.take(in);
        proceed();
    }

    @Override
    public void onPerturbationScale(PerturbationScale in) {
        learning.take(in);
        proceed();
    }

    @Override
    public void onStartPhase(Phase phase) {
        learning.start(phase);
        if (phase == Phase.BASELINE && element.inPlace()) {
            learning.perturbing().expect(Join.Item.ACTIVATIONS); // the baseline pass reads the cells themselves
        }
        proceed();
    }

    /** Sets elements; answers when they are set. */
    private long setElements(long readyCycle) {
        if (!learning.takesPart()) {
            return readyCycle;
        }
        learning.perturb(activations, array);
        long computed = learning.computePerturbation(readyCycle);
        if (array.isPerturbed()) {
            return writes.perform(Math.max(computed, forward.readCycle()));
        }
        if (!array.elementsSet()) {
            return computed;
        }
        long rows = options.zeroGating() ? array.drivenRows() : site.rows();
        return perturbedCells.perform(ChipAction.SET_PERTURBATION, rows * site.columns(), computed);
    }

    @Override
    public void onCostChange(CostChange change) {
        learning.take(change);
        proceed();
    }

    private void change(long readyCycle) {
        if (learning.changes()) {
            long restored = readyCycle;
            if (array.isPerturbed() && restoresInUpdate(learning.pass())) {
                array.restore();
                restored = writes.perform(readyCycle);
            }
            if (integration.isPresent()) {
                learning.commit(activations, array);
                learning.integrate(site.synapses(), learning.computeUpdate(readyCycle));
            } else {
                write(readyCycle, restored);
            }
        }
        if (learning.endPass() && !array.isPerturbed()) {
            array.release();
        }
    }

    private void write(long readyCycle, long restoredCycle) {
        array.startWrite();
        if (array.isPerturbed()) {
            array.mergeRestore();
        }
        learning.commit(activations, array);
        if (array.isPerturbed()) {
            array.addPerturbation(0f); // the update word is 0: the restore alone
        }
        writes.perform(Math.max(restoredCycle, learning.computeUpdate(readyCycle)));
    }

    /** Whether cells perturbed in place are restored by a write of their own in the update phase of a perturbed pass, from 0. */
    public boolean restoresInUpdate(long pass) {
        boolean committed =
                integration.map(by -> (pass + 1) % by.updatePeriod() == 0).orElse(true);
        return element.inPlace() && !learning.keepsElements(pass) && !(element.mergedRestore() && committed);
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
            writes.perform(learning.computeCommit(by.optimizer(), site.synapses(), ready));
        });
    }

    /** Says which perturbed pass follows, counted from 0. */
    public void startAt(long pass) {
        learning.startAt(pass);
    }

    /** Says how many pulses and reads of single cells writes took so far, where the cells themselves do not know. */
    public void tellWrites(long pulses, long cellReads) {
        writes.tell(pulses, cellReads);
    }

    /** Brings the write counts and their share of the ledger up to date. */
    public void settle() {
        writes.settle();
    }

    /** Saves or loads what it keeps between samples. */
    public void state(Archive archive) {
        Archive.expectRest(held == null, site.name());
        archive.part(site.name());
        array.state(archive);
        learning.state(archive);
        writes.state(archive);
        forward.state(archive);
        transposed.state(archive);
        archive.at(activations);
        elementsCycle = archive.at(elementsCycle);
    }
}
