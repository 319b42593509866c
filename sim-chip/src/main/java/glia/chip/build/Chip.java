package glia.chip.build;

import glia.chip.block.AstrocyteUnit;
import glia.chip.block.DivergenceException;
import glia.chip.block.NeuronUnit;
import glia.chip.block.SynapseTile;
import glia.chip.message.Phase;
import glia.chip.plasticity.HostSamples;
import glia.chip.plasticity.LayerSite;
import glia.chip.plasticity.LearningRule;
import glia.core.account.ActionLedger;
import glia.core.account.EnergyReport;
import glia.core.archive.Archive;
import glia.core.event.DeliveryListener;
import glia.core.event.Simulation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A chip: shows itself samples, learns from them, and says what it did. Built by {@link ChipBuilder}. */
public final class Chip {
    /**
     * The blocks of a layer.
     *
     * @param site where the layer stands
     * @param tiles its tiles in the order of the floorplan
     * @param neurons its neuron unit
     * @param astrocyte its astrocyte unit, if it has one
     */
    record Layer(LayerSite site, List<SynapseTile> tiles, NeuronUnit neurons, Optional<AstrocyteUnit> astrocyte) {}

    private final NetworkShape shape;
    private final Floorplan floorplan;
    private final LearningRule rule;
    private final Simulation simulation;
    private final Hardware hardware;
    private final InterconnectView interconnect;
    private final Blocks blocks;
    private final StepRecorder steps;
    private final List<PhaseListener> phaseListeners = new ArrayList<>();
    private final PhaseSteps phaseSteps;
    private final Prober prober;
    private final ChipCounts counts = new ChipCounts();
    private final int formedErrors;

    Chip(
            NetworkShape shape,
            Floorplan floorplan,
            LearningRule rule,
            Simulation simulation,
            Hardware hardware,
            InterconnectView interconnect,
            StepRecorder steps,
            PhaseSteps phaseSteps,
            Prober prober,
            Blocks blocks) {
        this.shape = shape;
        this.floorplan = floorplan;
        this.rule = rule;
        this.simulation = simulation;
        this.hardware = hardware;
        this.interconnect = interconnect;
        this.steps = steps;
        this.blocks = blocks;
        this.phaseSteps = phaseSteps;
        this.prober = prober;
        formedErrors = formedErrors();
    }

    /** The blocks; only tests of one block by itself ask for them. */
    Blocks blocks() {
        return blocks;
    }

    /** What runs its steps. */
    StepRecorder recorder() {
        return steps;
    }

    /** The network on the chip. */
    public NetworkShape shape() {
        return shape;
    }

    /** Which tile holds what. */
    public Floorplan floorplan() {
        return floorplan;
    }

    /** Weights, biases and write counts. */
    public Parameters parameters() {
        return blocks.parameters();
    }

    /** Lets a listener see every delivery. */
    public void addListener(DeliveryListener listener) {
        simulation.addListener(listener);
    }

    /** Lets a listener see every phase. */
    public void addPhaseListener(PhaseListener listener) {
        phaseListeners.add(listener);
    }

    /**
     * Learns from one sample, all phases of it.
     *
     * @param input one value an input
     * @param label its class
     * @param rate the learning rate η of this sample
     * @param host gives the samples that are probed, when DeltaVecs are refreshed
     * @throws DivergenceException at the end of the phase in which a cost or an update word is no finite number, and from then on
     */
    public void learn(float[] input, int label, float rate, HostSamples host) {
        if (label < 0 || label >= shape.classes()) {
            throw new IllegalArgumentException("label is " + label + "; expected 0 to " + (shape.classes() - 1));
        }
        blocks.parameters().startSample(counts.samples);
        for (List<Phase> step : phaseSteps.of(rule.phases(counts.samples))) {
            checkFinite();
            long startCycle = simulation.nowCycle();
            if (step.contains(Phase.PROBE)) {
                prober.probe(host, counts.samples);
            } else {
                Phase last = step.get(step.size() - 1);
                step.forEach(phase -> prepare(phase, input, label, rate));
                steps.run(step, 2 * rule.kind(last, counts.passes) + blocks.variant(last, counts.passes));
            }
            counts.passes += step.contains(Phase.UPDATE) ? 1 : 0;
            phaseEnded(PhaseSteps.phase(step), startCycle);
        }
        checkFinite();
        counts.gradientComponents += rule.gradientComponents(shape.parameters(), shape.biases(), counts.samples);
        counts.samples++;
    }

    /** Simulates one sample of inputs 1, without a refresh of DeltaVecs where they are refreshed now and then, and no rate. */
    void learnOne() {
        switchReplayOff();
        if (rule.phases(0).contains(Phase.PROBE)) {
            startAt(1);
        }
        float[] input = new float[shape.inputs(0)];
        Arrays.fill(input, 1f);
        learn(input, 0, 0f, HostSamples.always(input, 0));
    }

    private void checkFinite() {
        blocks.cost().divergence().ifPresent(reason -> {
            throw new DivergenceException(reason);
        });
    }

    private void prepare(Phase phase, float[] input, int label, float rate) {
        switch (phase) {
            case BASELINE -> {
                blocks.input().offer(input, label);
                blocks.sequencer().setRate(rate);
                counts.forwardPasses++;
            }
            case PERTURBED -> counts.forwardPasses++;
            case ERROR -> counts.outputErrors += formedErrors;
            case COMMIT ->
                rule.integration()
                        .ifPresent(by -> by.optimizer()
                                .words(
                                        rate,
                                        ++counts.commits,
                                        blocks.sequencer().commitWords()));
            default -> {}
        }
    }

    /** Components of the output error that an error phase forms, unless they are counted among the bias gradients. */
    private int formedErrors() {
        boolean none = rule.astrocytes().recallByRunnerUp() && rule.perturbsLastLayer();
        return none || rule.backpropagates() ? 0 : shape.classes();
    }

    /** Shows one sample without learning, as messages on the chip, counted; answers the class with the largest output. */
    public int infer(float[] input) {
        long startCycle = simulation.nowCycle();
        blocks.input().offer(input, 0);
        steps.run(List.of(Phase.INFER), 0);
        phaseEnded(Phase.INFER, startCycle);
        return blocks.cost().predictedClass();
    }

    private void phaseEnded(Phase phase, long startCycle) {
        for (PhaseListener listener : phaseListeners) {
            listener.onPhase(phase, startCycle, simulation.nowCycle());
        }
    }

    /** The outputs of the last layer for a sample, by the same datapath but outside time and ledger. */
    public float[] outputs(float[] input) {
        return evaluator(1).outputs(List.of(input), 0)[0];
    }

    /** A reader of the stored parameters for evaluation, with room for some samples at once; one a thread, made while nothing learns. */
    public synchronized Evaluator evaluator(int samples) {
        blocks.parameters().readyAt(counts.samples);
        return new Evaluator(blocks.layers(), samples);
    }

    /** Brings write counts and ledger up to date; answers the ledger. */
    public ActionLedger ledger() {
        blocks.settle();
        steps.settle();
        return hardware.ledger();
    }

    /** Counts training samples on from a number, so that the next one is not a refresh; before a run. Perturbed passes count from 0. */
    public void startAt(long sample) {
        counts.samples = sample;
    }

    /** Simulates every step from now on, also those that could be replayed; the results are the same. */
    public void switchReplayOff() {
        steps.switchOff();
    }

    /** How many steps of the sequencer were replayed from a recording. */
    public long replayedSteps() {
        return steps.counts().stream().mapToLong(StepCount::replayed).sum();
    }

    /** The steps of the sequencer by kind, those of probes by layer. */
    public List<StepCount> steps() {
        return steps.counts();
    }

    /** Why no step is replayed, or not every kind of step, if so. */
    public Optional<ReplayObstacle> replayObstacle() {
        return steps.obstacle();
    }

    /** The blocks that draw static power. */
    public List<EnergyReport.Block> staticBlocks() {
        return hardware.blocks();
    }

    /** Its interconnect. */
    public InterconnectView interconnect() {
        return interconnect;
    }

    /** Cycles so far. */
    public long cycles() {
        return simulation.nowCycle();
    }

    /** Deliveries so far. */
    public long deliveries() {
        return simulation.deliveries();
    }

    /** Training samples so far. */
    public long samples() {
        return counts.samples;
    }

    /** Forward passes for training: baseline and perturbed passes, probes and their baselines. */
    public long forwardPasses() {
        return counts.forwardPasses + prober.forwardPasses();
    }

    /** Gradient components computed one by one, by probes. */
    public long gradientComponents() {
        return counts.gradientComponents + prober.gradientComponents();
    }

    /** Gradient components with those of the output error counted too, unless it is among them as where it goes backwards. */
    public long gradientComponentsStrict() {
        return gradientComponents() + counts.outputErrors;
    }

    /** C0 of the last training sample. */
    public float baselineCost() {
        return blocks.cost().baselineCost();
    }

    /**
     * Saves or loads all that changes while the chip runs, between samples; loads into a chip of the same scenario that has not run. What
     * it does then is the same to the last bit as if it had not been saved.
     *
     * @throws glia.core.archive.ArchiveException if something else was saved
     */
    public void state(Archive archive) {
        Archive.expectRest(!archive.isLoading() || cycles() == 0, "a chip to load into");
        ledger();
        simulation.state(archive);
        hardware.state(archive);
        blocks.state(archive);
        steps.state(archive);
        prober.state(archive);
        counts.state(archive);
    }
}
