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
import glia.chip.message.LearningRate;
import glia.chip.message.Pass;
import glia.chip.message.PerturbationScale;
import glia.chip.message.Phase;
import glia.chip.message.Probe;
import glia.chip.message.ProbeResult;
import glia.chip.message.SquaredNorm;
import glia.chip.message.Target;
import glia.chip.plasticity.CostBehaviour;
import glia.chip.plasticity.CostBehaviour.UpdateWork;
import glia.chip.plasticity.LearningRule;
import glia.chip.plasticity.ScaleSource;
import glia.core.account.Resource;
import glia.core.archive.Archive;
import glia.core.event.OutPort;
import glia.core.event.Simulation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
    private final float[] squaredNorms;
    private final boolean toldNorms;
    private int missingNorms;
    private final boolean toldRate;
    private long ratesAhead;
    private @Nullable Activations heldOutputs;
    private final Join erring;
    private final Join scaling;
    private final Join updating;
    private int label;
    private boolean labelKnown;
    private boolean baselineKnown;
    private float rate;
    private float baselineCost;
    private float perturbedCost;
    private long evaluatedCycle;
    private int predictedClass;
    private Optional<String> divergence = Optional.empty();

    private final ErrorPart errors;
    private final ProbePart probes;
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
        toldRate = rule.integration().isEmpty();
        rate = toldRate ? 0f : 1f;
        boolean formsNorm = rule.scaleSource() == ScaleSource.COST_UNIT || rule.scaleSource() == ScaleSource.FIXED;
        toldNorms = formsNorm && layers > 0;
        erring = new Join(resource, Phase.ERROR);
        scaling = new Join(resource, Phase.PERTURB);
        updating = new Join(resource, Phase.UPDATE);
        this.bus = bus;
        outputs = new float[classes];
        probabilities = new float[classes];
        squaredNorms = new float[layers];
        probes = new ProbePart(resource, noise, behaviour.probeStep());
        errors = new ErrorPart(resource, classes, rule.deltaThreshold());
    }

    /** What it tells of the baseline pass. */
    public ErrorPart errors() {
        return errors;
    }

    /** Connects the next layer's astrocyte for probe results; called in layer order. */
    public void connectProbe(OutPort<ProbeResult> wire) {
        probes.connect(wire);
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
        if (++ratesAhead <= 0) {
            erring.come(Join.Item.RATE, simulation.nowCycle());
            updating.come(Join.Item.RATE, simulation.nowCycle());
            proceed();
        }
    }

    /** Handles a layer's share of |g|². */
    public void onSquaredNorm(SquaredNorm in) {
        squaredNorms[in.layer()] = in.value()[0];
        if (--missingNorms == 0) {
            scaling.come(Join.Item.NORMS, simulation.nowCycle());
            updating.come(Join.Item.NORMS, simulation.nowCycle());
            proceed();
        }
    }

    /** Handles the outputs of a pass. */
    public void onOutputs(Activations in) {
        boolean baselineMissing = baselineKnown || erring.waiting();
        if (in.pass() == Pass.PERTURBED && baselineMissing) {
            heldOutputs = in;
            return;
        }
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
            case PERTURBED -> {
                perturbedCost = evaluate();
                updating.come(Join.Item.PERTURBED_COST, evaluatedCycle);
                proceed();
            }
            case PROBE -> probes.tell(evaluate() - baselineCost, evaluatedCycle);
        }
    }

    /** Evaluates C0 once the sample's outputs and its class are there, whichever comes first. */
    private void evaluateBaseline() {
        if (labelKnown && baselineKnown) {
            labelKnown = false;
            baselineKnown = false;
            baselineCost = evaluate();
            erring.come(Join.Item.BASELINE_COST, evaluatedCycle);
            updating.come(Join.Item.BASELINE_COST, evaluatedCycle);
            proceed();
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

    @Override
    public void onProbe(Probe probe) {
        probes.expect(probe);
    }

    @Override
    public void onStartPhase(Phase phase) {
        switch (phase) {
            case BASELINE -> expectSample();
            case ERROR -> erring.call(simulation.nowCycle());
            case PERTURB -> scaling.call(simulation.nowCycle());
            case PERTURBED -> updating.expect(Join.Item.PERTURBED_COST);
            case UPDATE -> updating.call(simulation.nowCycle());
            default -> throw new IllegalStateException("the cost unit has no part in phase " + phase);
        }
        proceed();
    }

    /** Waits for all that a sample brings, where its phases overlap. */
    private void expectSample() {
        erring.expect(Join.Item.BASELINE_COST);
        updating.expect(Join.Item.BASELINE_COST);
        if (toldNorms) {
            missingNorms = squaredNorms.length;
            scaling.expect(Join.Item.NORMS);
            updating.expect(Join.Item.NORMS);
        }
        if (toldRate && --ratesAhead < 0) {
            erring.expect(Join.Item.RATE);
            updating.expect(Join.Item.RATE);
        }
    }

    /** Does what can be done with what has come. */
    private void proceed() {
        if (erring.ready()) {
            errors.tell(outputs, probabilities, label, rate, erring.start());
        }
        if (scaling.ready()) {
            tellScale(scaling.start());
        }
        if (updating.ready()) {
            tellUpdate(updating.start());
        }
        Activations waiting = heldOutputs;
        if (waiting != null && !baselineKnown && !erring.waiting()) {
            heldOutputs = null;
            resource.begin(Phase.PERTURBED);
            onOutputs(waiting);
        }
    }

    private void tellScale(long readyCycle) {
        scale.value()[0] = behaviour.scale(squaredNorm());
        long summed = resource.perform(ChipAction.ADD, squaredNorms.length, readyCycle);
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

    private void tellUpdate(long readyCycle) {
        float change = noise.learning(perturbedCost - baselineCost);
        float[] words = costChange.values();
        words[0] = behaviour.update(rate, change, baselineCost, squaredNorm());
        words[1] = change;
        words[2] = baselineCost;
        if (!Float.isFinite(words[0])) {
            divergence = Optional.of("the update word is " + words[0]);
        }
        UpdateWork work = behaviour.updateWork(squaredNorms.length);
        long added = resource.perform(ChipAction.ADD, work.additions(), readyCycle);
        long divided = resource.perform(ChipAction.DIVIDE, work.divisions(), added);
        bus.send(costChange, resource.perform(ChipAction.DIGITAL_MULTIPLY_ACCUMULATE, work.multiplications(), divided));
    }

    /** Saves or loads what it keeps between samples; costs must be finite so far. */
    public void state(Archive archive) {
        boolean rests = heldOutputs == null && !labelKnown && !baselineKnown;
        Archive.expectRest(rests && divergence.isEmpty(), "the cost unit");
        archive.at(squaredNorms);
        missingNorms = archive.at(missingNorms);
        ratesAhead = archive.at(ratesAhead);
        erring.state(archive);
        scaling.state(archive);
        updating.state(archive);
        label = archive.at(label);
        rate = archive.at(rate);
        baselineCost = archive.at(baselineCost);
        perturbedCost = archive.at(perturbedCost);
        predictedClass = archive.at(predictedClass);
        behaviour.state(archive);
        probes.state(archive);
        errors.state(archive);
    }
}
