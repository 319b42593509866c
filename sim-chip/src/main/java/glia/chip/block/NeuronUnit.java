package glia.chip.block;

import glia.chip.ChipAction;
import glia.chip.datapath.ActivationFunction;
import glia.chip.datapath.BiasRegister;
import glia.chip.datapath.FixedPoint;
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
import glia.chip.message.Probe;
import glia.chip.plasticity.Integration;
import glia.chip.plasticity.LayerSite;
import glia.chip.plasticity.LearningRule;
import glia.chip.plasticity.NodeBehaviour;
import glia.core.account.Resource;
import glia.core.archive.Archive;
import glia.core.event.OutPort;
import glia.core.event.Simulation;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/** The neurons of a layer: bias, slots for partial sums, activation function. Can be probed at one bias. */
public final class NeuronUnit implements BusListener {
    private static final float[] ONE = {1f};

    private final Simulation simulation;
    private final Resource resource;
    private final LayerSite site;
    private final ActivationFunction function;
    private final LearningPart learning;
    private final float probeStep;
    private final BiasRegister biases;

    private final SumSlots sums;
    private final SumSlots perturbedSums;
    private boolean perturbedHeld;
    private long perturbationsCycle;
    private final float[] inputs;
    private final float[] activations;
    private final float[] perturbedActivations;
    private final ActivationSender sender;

    private final AstrocyteWords astrocyteWords;
    /** The probes whose passes have not come yet, those of other layers too where passes follow each other closely. */
    private final Queue<Probe> probes = new ArrayDeque<>();

    private final Optional<Integration> integration;
    private final Optional<NodeBehaviour> node;
    private final Wires<NodeSigns> signs = new Wires<>();
    private final BackwardPart backward;

    /**
     * Makes the neurons of a layer.
     *
     * @param rule the rule's parts for biases and neurons, and how it integrates
     * @param segments how many segments each neuron sums
     * @param tiles how many tiles send partial sums
     */
    public NeuronUnit(
            Simulation simulation,
            Resource resource,
            LayerSite site,
            ActivationFunction function,
            LearningRule rule,
            int segments,
            int tiles) {
        this.simulation = simulation;
        this.resource = resource;
        this.site = site;
        this.function = function;
        int neurons = site.neurons();
        learning =
                new LearningPart(simulation, resource, rule.bias(site), 0, neurons, rule, site, FixedPoint.exact(1f));
        probeStep = rule.cost().probeStep();
        biases = new BiasRegister(site.inputs(), neurons);
        integration = rule.integration();
        integration.ifPresent(by -> biases.integrate(by.optimizer(), by.updatePeriod()));
        node = rule.node(site);
        backward = new BackwardPart(simulation, resource, learning, rule.deltaThreshold());
        sums = new SumSlots(segments, neurons, tiles);
        perturbedSums = new SumSlots(segments, neurons, tiles);
        inputs = new float[neurons];
        activations = new float[neurons];
        perturbedActivations = new float[neurons];
        sender = new ActivationSender(activations, perturbedActivations);
        astrocyteWords = new AstrocyteWords(resource, site.layer(), activations);
    }

    /** Connects a receiver of {@code count} activations from {@code first} on. */
    public void connect(OutPort<Activations> wire, int first, int count) {
        sender.connect(wire, first, count);
    }

    /** What it tells astrocytes. */
    public AstrocyteWords astrocyteWords() {
        return astrocyteWords;
    }

    /** Connects a tile of this layer that is told {@code count} signs of perturbed neurons from {@code first} on. */
    public void connectSigns(OutPort<NodeSigns> wire, int first, int count) {
        signs.connect(wire, new NodeSigns(learning.deltas(), first, count));
    }

    /** The part for bias gradients that come from the layer above. */
    public BackwardPart backward() {
        return backward;
    }

    /** Says which perturbed pass follows, counted from 0. */
    public void startAt(long pass) {
        learning.startAt(pass);
    }

    /** The biases. */
    public BiasRegister biases() {
        return biases;
    }

    /** Handles the sums of one tile: they land in the slot of their segment, and are added when all are in. */
    public void onPartialSums(PartialSums in) {
        boolean perturbed = in.pass() == Pass.PERTURBED;
        if ((perturbed ? perturbedSums : sums).take(in)) {
            perturbedHeld = perturbed && learning.perturbing().waiting();
            if (!perturbedHeld) {
                activate(in.pass());
            }
        }
    }

    private void activate(Pass pass) {
        boolean perturbed = pass == Pass.PERTURBED;
        SumSlots slots = perturbed ? perturbedSums : sums;
        biases.read(inputs, perturbed);
        slots.addTo(inputs);
        function.apply(inputs, perturbed ? perturbedActivations : activations);
        long ready = perturbed ? Math.max(simulation.nowCycle(), perturbationsCycle) : simulation.nowCycle();
        long summed = resource.perform(ChipAction.ADD, (long) slots.segments() * site.neurons(), ready);
        if (pass == Pass.PROBE) {
            biases.endProbe();
            probes.poll();
            setProbe(summed);
        }
        long done = site.isLast() ? summed : resource.perform(ChipAction.ACTIVATE, site.neurons(), summed);
        sender.send(pass, done);
        if (pass == Pass.BASELINE || pass == Pass.PROBE_BASELINE) {
            astrocyteWords.tellSlopes(function, done);
        }
        if (pass == Pass.BASELINE) {
            astrocyteWords.tellSquaredNorm(done);
        }
    }

    /** Does what can be done with what has come. */
    private void proceed() {
        if (learning.perturbing().ready()) {
            perturbationsCycle = setPerturbations(learning.perturbing().start());
            if (perturbedHeld) {
                perturbedHeld = false;
                resource.begin(Phase.PERTURBED);
                activate(Pass.PERTURBED);
            }
        }
        if (learning.updating().ready()) {
            change(learning.updating().start());
        }
    }

    /** What the unit makes of its neurons' inputs. */
    public ActivationFunction function() {
        return function;
    }

    /** Handles sums from a tile of the next layer, read transposed. */
    public void onBackwardSums(BackwardSums in) {
        backward.take(in, function, activations);
        proceed();
    }

    /** Handles the DeltaVec of the layer. */
    public void onDeltaVec(DeltaVec in) {
        learning.take(in);
        proceed();
    }

    /** Handles the error estimates of the layer. */
    public void onErrorEstimate(ErrorEstimate in) {
        learning.take(in);
        proceed();
    }

    @Override
    public void onProbe(Probe probe) {
        probes.add(probe);
        if (probes.size() == 1) {
            setProbe(simulation.nowCycle());
        }
    }

    /** Moves the bias of the next probe, if there is one and it is this layer's. */
    private void setProbe(long readyCycle) {
        Probe next = probes.peek();
        if (next != null && next.layer() == site.layer()) {
            biases.probe(next.neuron(), probeStep);
            resource.perform(ChipAction.SET_PERTURBATION, 1, readyCycle);
        }
    }

    @Override
    public void onPerturbationScale(PerturbationScale in) {
        learning.take(in);
        proceed();
    }

    @Override
    public void onStartPhase(Phase phase) {
        learning.start(phase);
        proceed();
    }

    /** Sets the perturbations of the biases; answers when they are set. */
    private long setPerturbations(long readyCycle) {
        if (!learning.takesPart()) {
            return readyCycle;
        }
        long ready = node.isPresent() ? perturbNeurons(node.get(), readyCycle) : readyCycle;
        learning.perturb(ONE, biases);
        long computed = learning.computePerturbation(ready);
        return resource.perform(ChipAction.SET_PERTURBATION, site.neurons(), computed);
    }

    private long perturbNeurons(NodeBehaviour part, long readyCycle) {
        part.draw(learning.pass(), learning.deltas());
        long drawn = resource.perform(ChipAction.DRAW_SIGN, site.neurons(), readyCycle);
        signs.send(drawn);
        return drawn;
    }

    @Override
    public void onCostChange(CostChange change) {
        learning.take(change);
        proceed();
    }

    private void change(long readyCycle) {
        if (learning.changes()) {
            learning.commit(ONE, biases);
            long computed = learning.computeUpdate(readyCycle);
            if (integration.isPresent()) {
                learning.integrate(site.neurons(), computed);
            } else {
                resource.perform(ChipAction.WRITE_BIAS, site.neurons(), computed);
            }
        }
        if (learning.endPass()) {
            biases.release();
        }
    }

    @Override
    public void onCommit(Commit commit) {
        integration.ifPresent(by -> {
            biases.commit(commit.rates());
            long computed = learning.computeCommit(by.optimizer(), site.neurons(), simulation.nowCycle());
            resource.perform(ChipAction.WRITE_BIAS, site.neurons(), computed);
        });
    }

    /** Brings the write counts of the biases up to date. */
    public void settle() {
        biases.writes().settle();
    }

    /** Saves or loads what it keeps between samples. */
    public void state(Archive archive) {
        Archive.expectRest(!perturbedHeld && probes.isEmpty(), site.name() + ".neurons");
        archive.part(site.name() + ".neurons");
        biases.state(archive);
        learning.state(archive);
        sums.state(archive);
        perturbedSums.state(archive);
        archive.at(activations);
        archive.at(perturbedActivations);
        astrocyteWords.state(archive);
        backward.state(archive);
        node.ifPresent(part -> part.state(archive));
        perturbationsCycle = archive.at(perturbationsCycle);
    }
}
