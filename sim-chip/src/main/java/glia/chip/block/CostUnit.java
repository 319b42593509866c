package glia.chip.block;

import glia.chip.ChipAction;
import glia.chip.datapath.CostFunction;
import glia.chip.datapath.CostNoise;
import glia.chip.datapath.Numerics;
import glia.chip.datapath.Periphery;
import glia.chip.message.Activations;
import glia.chip.message.Broadcast;
import glia.chip.message.BusListener;
import glia.chip.message.CostChange;
import glia.chip.message.DeltaVec;
import glia.chip.message.ErrorEstimate;
import glia.chip.message.LearningRate;
import glia.chip.message.OutputError;
import glia.chip.message.PerturbationScale;
import glia.chip.message.Phase;
import glia.chip.message.Probe;
import glia.chip.message.ProbeResult;
import glia.chip.message.RunnerUp;
import glia.chip.message.SquaredNorm;
import glia.chip.message.Target;
import glia.chip.plasticity.CostBehaviour;
import glia.chip.plasticity.CostBehaviour.UpdateWork;
import glia.chip.plasticity.LearningRule;
import glia.core.account.Resource;
import glia.core.event.OutPort;
import glia.core.event.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Evaluates the cost of each pass, forms ΔC, the scale of the perturbation and the update word. */
public final class CostUnit implements BusListener {
    private final Simulation simulation;
    private final Resource resource;
    private final CostFunction costFunction;
    private final CostNoise noise;
    private final Periphery periphery;
    private final CostBehaviour behaviour;
    private final OutPort<Broadcast> bus;

    private final float[] outputs;
    private final float[] probabilities;
    private final float[] error;
    private final float[] scaledError;
    private final float[] squaredNorms;
    private int label;
    private boolean labelKnown;
    private boolean baselineKnown;
    private float rate;
    private float baselineCost;
    private float perturbedCost;
    private long evaluatedCycle;
    private int probedLayer;
    private int predictedClass;
    private Optional<String> divergence = Optional.empty();

    private final OutputError errorMessage;
    private final List<OutPort<OutputError>> errorWires = new ArrayList<>();
    private final List<OutPort<DeltaVec>> deltaVecWires = new ArrayList<>();
    private final List<DeltaVec> deltaVecs = new ArrayList<>();
    private final RunnerUp runnerUp = new RunnerUp(new int[1]);
    private final List<OutPort<RunnerUp>> runnerUpWires = new ArrayList<>();
    private final DeltaThreshold threshold;
    private final List<OutPort<ErrorEstimate>> estimateWires = new ArrayList<>();
    private final List<ErrorEstimate> estimates = new ArrayList<>();
    private final List<OutPort<ProbeResult>> probeWires = new ArrayList<>();
    private final ProbeResult probeResult = new ProbeResult(new float[1]);
    private final PerturbationScale scale = new PerturbationScale(new float[1]);
    private final CostChange costChange = new CostChange(new float[3]);

    /** Makes a cost unit for some classes and perturbed layers, with the rule's part for it. */
    public CostUnit(
            Simulation simulation,
            Resource resource,
            CostFunction costFunction,
            CostNoise noise,
            Periphery periphery,
            LearningRule rule,
            int classes,
            int layers,
            OutPort<Broadcast> bus) {
        this.simulation = simulation;
        this.resource = resource;
        this.costFunction = costFunction;
        this.noise = noise;
        this.periphery = periphery;
        behaviour = rule.cost();
        rate = rule.integration().isPresent() ? 1f : 0f;
        this.bus = bus;
        outputs = new float[classes];
        probabilities = new float[classes];
        error = new float[classes];
        scaledError = new float[classes];
        squaredNorms = new float[layers];
        errorMessage = new OutputError(error);
        threshold = new DeltaThreshold(resource, rule.deltaThreshold());
    }

    /** Connects an astrocyte that recalls by error. */
    public void connectError(OutPort<OutputError> wire) {
        errorWires.add(wire);
    }

    /** Connects an astrocyte that recalls by label and runner-up. */
    public void connectRunnerUp(OutPort<RunnerUp> wire) {
        runnerUpWires.add(wire);
    }

    /** Connects a block of the last layer that is told {@code count} errors from {@code first} on, to go backwards. */
    public void connectBackward(OutPort<DeltaVec> wire, int first, int count) {
        deltaVecWires.add(wire);
        deltaVecs.add(new DeltaVec(error, first, count, threshold.words()));
    }

    /** Connects a receiver of {@code count} error estimates from {@code first} on. */
    public void connectEstimate(OutPort<ErrorEstimate> wire, int first, int count) {
        estimateWires.add(wire);
        estimates.add(new ErrorEstimate(scaledError, first, count));
    }

    /** Connects the next layer's astrocyte for probe results; called in layer order. */
    public void connectProbe(OutPort<ProbeResult> wire) {
        probeWires.add(wire);
    }

    /** C0 of the sample shown last. */
    public float baselineCost() {
        return baselineCost;
    }

    /** The class with the largest output in the last inference, the first one of equals. */
    public int predictedClass() {
        return predictedClass;
    }

    /** What is not a finite number any more, if anything. */
    public Optional<String> divergence() {
        return divergence;
    }

    /** Handles the class of the sample. */
    public void onTarget(Target in) {
        label = in.label();
        labelKnown = true;
        evaluateBaseline();
    }

    /** Handles the learning rate of the sample. */
    public void onLearningRate(LearningRate in) {
        rate = in.value()[0];
    }

    /** Handles a layer's share of |g|². */
    public void onSquaredNorm(SquaredNorm in) {
        squaredNorms[in.layer()] = in.value()[0];
    }

    /** Handles the outputs of a pass. */
    public void onOutputs(Activations in) {
        System.arraycopy(in.values(), in.first(), outputs, 0, outputs.length);
        switch (in.pass()) {
            case INFERENCE -> {
                predictedClass = Numerics.indexOfLargest(outputs);
                resource.perform(ChipAction.COMPARE, outputs.length, simulation.nowCycle());
            }
            case BASELINE, PROBE_BASELINE -> {
                baselineKnown = true;
                evaluateBaseline();
            }
            case PERTURBED -> perturbedCost = evaluate();
            case PROBE -> tellProbe(evaluate());
        }
    }

    /** Evaluates C0 once the sample's outputs and its class are there, whichever comes first. */
    private void evaluateBaseline() {
        if (labelKnown && baselineKnown) {
            labelKnown = false;
            baselineKnown = false;
            baselineCost = evaluate();
        }
    }

    private float evaluate() {
        evaluatedCycle = resource.perform(ChipAction.EVALUATE_COST, outputs.length, simulation.nowCycle());
        float cost = costFunction.evaluate(outputs, label, probabilities);
        if (!Float.isFinite(cost)) {
            divergence = Optional.of("the cost is " + cost);
        }
        return periphery.readCost(cost);
    }

    private void tellProbe(float cost) {
        probeResult.value()[0] = noise.probe(cost - baselineCost) / behaviour.probeStep();
        long evaluated = resource.perform(ChipAction.ADD, 1, evaluatedCycle);
        long done = resource.perform(ChipAction.DIVIDE, 1, evaluated);
        probeWires.get(probedLayer).send(probeResult, done);
    }

    @Override
    public void onProbe(Probe probe) {
        probedLayer = probe.layer();
    }

    @Override
    public void onStartPhase(Phase phase) {
        switch (phase) {
            case ERROR -> tellError();
            case PERTURB -> tellScale();
            case UPDATE -> tellUpdate();
            default -> throw new IllegalStateException("the cost unit has no part in phase " + phase);
        }
    }

    private void tellError() {
        if (!runnerUpWires.isEmpty()) {
            tellRunnerUp();
        }
        if (errorWires.isEmpty() && deltaVecWires.isEmpty() && estimateWires.isEmpty()) {
            return;
        }
        CostFunction.error(probabilities, label, error);
        long done = resource.perform(ChipAction.ADD, error.length, simulation.nowCycle());
        for (OutPort<OutputError> wire : errorWires) {
            wire.send(errorMessage, done);
        }
        if (!deltaVecWires.isEmpty()) {
            tellBackward(done);
        }
        if (!estimateWires.isEmpty()) {
            for (int k = 0; k < error.length; k++) {
                scaledError[k] = rate * error[k];
            }
            long scaled = resource.perform(ChipAction.DIGITAL_MULTIPLY_ACCUMULATE, error.length, done);
            for (int i = 0; i < estimates.size(); i++) {
                estimateWires.get(i).send(estimates.get(i), scaled);
            }
        }
    }

    /** The class of the largest output but the label's, the first one of equals. */
    private void tellRunnerUp() {
        int best = label == 0 ? 1 : 0;
        for (int k = best + 1; k < outputs.length; k++) {
            best = k != label && outputs[k] > outputs[best] ? k : best;
        }
        runnerUp.value()[0] = best;
        long done = resource.perform(ChipAction.COMPARE, outputs.length, simulation.nowCycle());
        for (OutPort<RunnerUp> wire : runnerUpWires) {
            wire.send(runnerUp, done);
        }
    }

    private void tellBackward(long readyCycle) {
        long done = threshold.find(error, readyCycle);
        for (int i = 0; i < deltaVecs.size(); i++) {
            deltaVecWires.get(i).send(deltaVecs.get(i), done);
        }
    }

    private void tellScale() {
        scale.value()[0] = behaviour.scale(squaredNorm());
        long summed = resource.perform(ChipAction.ADD, squaredNorms.length, simulation.nowCycle());
        bus.send(scale, resource.perform(ChipAction.DIVIDE, 2, summed));
    }

    /** |g|²: the layers' shares in layer order. */
    private float squaredNorm() {
        float sum = 0f;
        for (float share : squaredNorms) {
            sum += share;
        }
        return sum;
    }

    private void tellUpdate() {
        float change = noise.learning(perturbedCost - baselineCost);
        float[] words = costChange.values();
        words[0] = behaviour.update(rate, change, baselineCost, squaredNorm());
        words[1] = change;
        words[2] = baselineCost;
        if (!Float.isFinite(words[0])) {
            divergence = Optional.of("the update word is " + words[0]);
        }
        UpdateWork work = behaviour.updateWork(squaredNorms.length);
        long added = resource.perform(ChipAction.ADD, work.additions(), simulation.nowCycle());
        long divided = resource.perform(ChipAction.DIVIDE, work.divisions(), added);
        bus.send(costChange, resource.perform(ChipAction.DIGITAL_MULTIPLY_ACCUMULATE, work.multiplications(), divided));
    }
}
