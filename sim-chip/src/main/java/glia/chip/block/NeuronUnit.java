package glia.chip.block;

import glia.chip.ChipAction;
import glia.chip.datapath.ActivationFunction;
import glia.chip.datapath.BiasRegister;
import glia.chip.datapath.FixedPoint;
import glia.chip.datapath.Numerics;
import glia.chip.datapath.Slope;
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
import glia.chip.message.Slopes;
import glia.chip.message.SquaredNorm;
import glia.chip.plasticity.Integration;
import glia.chip.plasticity.LayerSite;
import glia.chip.plasticity.LearningRule;
import glia.chip.plasticity.NodeBehaviour;
import glia.core.account.Resource;
import glia.core.event.OutPort;
import glia.core.event.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    private final float[][] slots;
    private final int tiles;
    private int arrived;
    private final float[] inputs;
    private final float[] activations;
    private final ActivationSender sender;

    private Slope slope = Slope.NONE;
    private final float[] slopes;
    private Slopes slopesMessage;
    private final List<OutPort<Slopes>> slopesWires = new ArrayList<>();
    private final float[] squaredNorm = new float[1];
    private final SquaredNorm squaredNormMessage;
    private final List<OutPort<SquaredNorm>> squaredNormWires = new ArrayList<>();

    private boolean probed;

    private final Optional<Integration> integration;
    private final Optional<NodeBehaviour> node;
    private final List<OutPort<NodeSigns>> signWires = new ArrayList<>();
    private final List<NodeSigns> signs = new ArrayList<>();
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
        learning = new LearningPart(
                simulation, resource, rule.bias(site), 0, neurons, rule.fixedScale(), FixedPoint.exact(1f));
        this.tiles = tiles;
        probeStep = rule.cost().probeStep();
        biases = new BiasRegister(site.inputs(), neurons);
        integration = rule.integration();
        integration.ifPresent(by -> biases.integrate(by.optimizer(), by.updatePeriod()));
        node = rule.node(site);
        backward = new BackwardPart(simulation, resource, learning, rule.deltaThreshold());
        slots = new float[segments][neurons];
        inputs = new float[neurons];
        activations = new float[neurons];
        sender = new ActivationSender(activations);
        slopes = new float[neurons];
        slopesMessage = new Slopes(slopes, neurons);
        squaredNormMessage = new SquaredNorm(site.layer() + 1, squaredNorm);
    }

    /** Connects a receiver of {@code count} activations from {@code first} on. */
    public void connect(OutPort<Activations> wire, int first, int count) {
        sender.connect(wire, first, count);
    }

    /** Connects the layer's own astrocyte, which is told slopes in a certain way. */
    public void connectSlopes(OutPort<Slopes> wire, Slope told) {
        slopesWires.add(wire);
        slope = told;
        slopesMessage = new Slopes(slopes, told.words(slopes.length));
    }

    /** Connects the next layer's astrocyte, which needs the sum of squares of the activations. */
    public void connectSquaredNorm(OutPort<SquaredNorm> wire) {
        squaredNormWires.add(wire);
    }

    /** Connects a tile of this layer that is told {@code count} signs of perturbed neurons from {@code first} on. */
    public void connectSigns(OutPort<NodeSigns> wire, int first, int count) {
        signWires.add(wire);
        signs.add(new NodeSigns(learning.deltas(), first, count));
    }

    /** The part for bias gradients that come from the layer above. */
    public BackwardPart backward() {
        return backward;
    }

    /** The biases. */
    public BiasRegister biases() {
        return biases;
    }

    /** Handles the sums of one tile: they land in the slot of their segment, and are added when all are in. */
    public void onPartialSums(PartialSums in) {
        System.arraycopy(in.values(), 0, slots[in.segment()], in.firstNeuron(), in.values().length);
        if (++arrived == tiles) {
            arrived = 0;
            activate(in.pass());
        }
    }

    private void activate(Pass pass) {
        sumUp(pass == Pass.PERTURBED);
        function.apply(inputs, activations);
        if (probed) {
            biases.endProbe();
            probed = false;
        }
        long summed = resource.perform(ChipAction.ADD, (long) slots.length * site.neurons(), simulation.nowCycle());
        long done = site.isLast() ? summed : resource.perform(ChipAction.ACTIVATE, site.neurons(), summed);
        sender.send(pass, done);
        if (pass == Pass.BASELINE || pass == Pass.PROBE_BASELINE) {
            tellSlopes(done);
        }
        if (pass == Pass.BASELINE) {
            tellSquaredNorm(done);
        }
    }

    /** z_j = (b_j + p_j) + seg_1 + seg_2 ... in segment order. */
    private void sumUp(boolean perturbed) {
        float[] sums = inputs;
        biases.read(sums, perturbed);
        for (float[] segment : slots) {
            for (int j = 0; j < sums.length; j++) {
                sums[j] += segment[j];
            }
        }
    }

    private void tellSlopes(long readyCycle) {
        if (slopesWires.isEmpty()) {
            return;
        }
        for (int j = 0; j < slopes.length; j++) {
            slopes[j] = slope.of(function, activations[j]);
        }
        long done = resource.perform(evaluation(slope), slopes.length, readyCycle);
        for (OutPort<Slopes> wire : slopesWires) {
            wire.send(slopesMessage, done);
        }
    }

    /** What telling one slope takes: a comparison for a bit, an evaluation for a word. */
    public static ChipAction evaluation(Slope told) {
        return told == Slope.TWO_LEVEL ? ChipAction.COMPARE : ChipAction.EVALUATE_SLOPE;
    }

    private void tellSquaredNorm(long readyCycle) {
        if (squaredNormWires.isEmpty()) {
            return;
        }
        squaredNorm[0] = Numerics.sumOfSquares(activations);
        long done = resource.perform(ChipAction.DIGITAL_MULTIPLY_ACCUMULATE, activations.length, readyCycle);
        for (OutPort<SquaredNorm> wire : squaredNormWires) {
            wire.send(squaredNormMessage, done);
        }
    }

    /** What the unit makes of its neurons' inputs. */
    public ActivationFunction function() {
        return function;
    }

    /** Handles sums from a tile of the next layer, read transposed. */
    public void onBackwardSums(BackwardSums in) {
        backward.take(in, function, activations);
    }

    /** Handles the DeltaVec of the layer. */
    public void onDeltaVec(DeltaVec in) {
        learning.take(in);
    }

    /** Handles the error estimates of the layer. */
    public void onErrorEstimate(ErrorEstimate in) {
        learning.take(in);
    }

    @Override
    public void onProbe(Probe probe) {
        biases.probe(probe.neuron(), probeStep);
        probed = true;
        resource.perform(ChipAction.SET_PERTURBATION, 1, simulation.nowCycle());
    }

    @Override
    public void onPerturbationScale(PerturbationScale in) {
        learning.take(in);
        setPerturbations();
    }

    @Override
    public void onStartPhase(Phase phase) {
        setPerturbations();
    }

    private void setPerturbations() {
        if (!learning.takesPart()) {
            return;
        }
        long ready = node.isPresent() ? perturbNeurons(node.get()) : simulation.nowCycle();
        learning.perturb(ONE, biases);
        long computed = learning.computePerturbation(ready);
        resource.perform(ChipAction.SET_PERTURBATION, site.neurons(), computed);
    }

    private long perturbNeurons(NodeBehaviour part) {
        part.draw(learning.pass(), learning.deltas());
        long drawn = resource.perform(ChipAction.DRAW_SIGN, site.neurons(), simulation.nowCycle());
        for (int i = 0; i < signs.size(); i++) {
            signWires.get(i).send(signs.get(i), drawn);
        }
        return drawn;
    }

    @Override
    public void onCostChange(CostChange change) {
        if (learning.takesPart()) {
            learning.commit(change, ONE, biases);
            long computed = learning.computeUpdate();
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
}
