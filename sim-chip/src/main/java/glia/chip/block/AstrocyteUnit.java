package glia.chip.block;

import glia.chip.ChipAction;
import glia.chip.datapath.DeltaVecMemory;
import glia.chip.datapath.FixedPoint;
import glia.chip.datapath.Numerics;
import glia.chip.message.BusListener;
import glia.chip.message.DeltaVec;
import glia.chip.message.OutputError;
import glia.chip.message.Phase;
import glia.chip.message.Probe;
import glia.chip.message.ProbeResult;
import glia.chip.message.RunnerUp;
import glia.chip.message.Slopes;
import glia.chip.message.SquaredNorm;
import glia.chip.message.Target;
import glia.chip.plasticity.AstrocyteBehaviour;
import glia.chip.plasticity.AstrocyteBehaviour.Work;
import glia.chip.plasticity.LayerSite;
import glia.chip.plasticity.LearningRule;
import glia.chip.plasticity.ScaleSource;
import glia.core.account.Resource;
import glia.core.archive.Archive;
import glia.core.event.OutPort;
import glia.core.event.Simulation;
import java.util.Optional;

/** Holds the DeltaVecs of a layer's neurons; recalls them for each sample and learns them from probes. */
public final class AstrocyteUnit implements BusListener {
    private static final float SMALLEST_SLOPE = 0.05f;

    private final Simulation simulation;
    private final Resource resource;
    private final LayerSite site;
    private final LearningRule rule;
    private final Optional<AstrocyteBehaviour> behaviour;
    private final boolean slopesTold;
    private final boolean measuresError;
    private final FixedPoint width;
    private final DeltaVecMemory memory;

    private final float[] slopes;
    private final float[] error;
    private final float[] deltas;
    private final Join recalling;
    private final Join telling;
    private float squaredNormBelow;
    private int label;
    private int runnerUp;

    private final ProbeBuffer probes;

    private final float[] ownScale;
    private final DeltaThreshold threshold;
    private final SquaredNorm squaredNorm;
    private final OutputError measuredError;
    private final Wires<DeltaVec> deltaVecWires = new Wires<>();
    private final Wires<SquaredNorm> squaredNormWires = new Wires<>();
    private final Wires<OutputError> measuredErrorWires = new Wires<>();

    /**
     * Makes a layer's astrocyte, whose memory holds numbers of some kind; a rule without a part for it has the layer probed for the
     * sake of the others only.
     */
    public AstrocyteUnit(
            Simulation simulation, Resource resource, LayerSite site, LearningRule rule, FixedPoint width) {
        this.simulation = simulation;
        this.resource = resource;
        this.site = site;
        this.rule = rule;
        behaviour = rule.astrocytes().behaviour(site);
        recalling = new Join(resource, Phase.RECALL);
        telling = new Join(resource, Phase.RECALL);
        slopesTold = rule.astrocytes().tellSlopes(site);
        measuresError = site.isLast() && rule.astrocytes().learnFromError();
        this.width = width;
        memory = new DeltaVecMemory(site.classes(), site.neurons(), width);
        behaviour.ifPresent(part -> part.initialise(memory));
        slopes = new float[site.neurons()];
        error = new float[site.classes()];
        deltas = new float[site.neurons()];
        ownScale = new float[rule.scaleSource() == ScaleSource.ASTROCYTE ? 1 : 0];
        threshold = new DeltaThreshold(resource, rule.deltaThreshold());
        squaredNorm = new SquaredNorm(site.layer(), new float[1]);
        probes = new ProbeBuffer(site, rule.astrocytes());
        measuredError = new OutputError(new float[site.neurons()]);
    }

    /** Its DeltaVecs. */
    public DeltaVecMemory memory() {
        return memory;
    }

    /** Connects a receiver of {@code count} words of the DeltaVec from {@code first} on. */
    public void connectDeltaVec(OutPort<DeltaVec> wire, int first, int count) {
        boolean normalised = rule.scaleSource() != ScaleSource.NONE;
        deltaVecWires.connect(wire, new DeltaVec(deltas, first, count, normalised ? ownScale : threshold.words()));
    }

    /** Connects the cost unit, which adds up |g|². */
    public void connectSquaredNorm(OutPort<SquaredNorm> wire) {
        squaredNormWires.connect(wire, squaredNorm);
    }

    /** Connects another layer's astrocyte, which is told the output error as measured here. */
    public void connectMeasuredError(OutPort<OutputError> wire) {
        measuredErrorWires.connect(wire, measuredError);
    }

    /** Handles the slopes of the layer. */
    public void onSlopes(Slopes in) {
        System.arraycopy(in.values(), 0, slopes, 0, slopes.length);
        telling.come(Join.Item.SLOPES, simulation.nowCycle());
        proceed();
    }

    /** Handles the sum of squares of the layer's inputs. */
    public void onSquaredNorm(SquaredNorm in) {
        squaredNormBelow = in.value()[0];
        telling.come(Join.Item.NORM_BELOW, simulation.nowCycle());
        proceed();
    }

    /** Handles the class of the sample, or while probing of the probed one. */
    public void onTarget(Target in) {
        if (probes.probing()) {
            probes.present().setLabel(in.label());
        } else {
            label = in.label();
            comeKey();
        }
    }

    /** Handles the class of the largest output but the label's. */
    public void onRunnerUp(RunnerUp in) {
        runnerUp = in.value()[0];
        recalling.come(Join.Item.RUNNER_UP, simulation.nowCycle());
        proceed();
    }

    /** Handles the output error: of the sample, or while probing of the exemplar as measured. */
    public void onOutputError(OutputError in) {
        if (probes.probing()) {
            keepMeasuredError(in.values(), simulation.nowCycle());
        } else {
            System.arraycopy(in.values(), 0, error, 0, error.length);
            comeKey();
        }
    }

    private void comeKey() {
        recalling.come(Join.Item.KEY, simulation.nowCycle());
        proceed();
    }

    /** Does what can be done with what has come. */
    private void proceed() {
        if (recalling.ready()) {
            long startCycle = recalling.start();
            behaviour.ifPresent(part -> telling.call(recall(part, startCycle)));
        }
        if (telling.ready()) {
            tell(telling.start());
        }
    }

    private void keepMeasuredError(float[] values, long readyCycle) {
        System.arraycopy(values, 0, probes.present().error(), 0, error.length);
        resource.perform(ChipAction.STORE_WORD, error.length, readyCycle);
    }

    @Override
    public void onProbe(Probe probe) {
        probes.expect(probe);
    }

    /** Handles the measured bias gradient of the probed neuron. */
    public void onProbeResult(ProbeResult in) {
        float target = in.value()[0];
        int probedNeuron = probes.takeNeuron();
        long ready = simulation.nowCycle();
        if (slopesTold) {
            target /= Math.max(SMALLEST_SLOPE, slopes[probedNeuron]);
            ready = resource.perform(ChipAction.DIVIDE, 1, ready);
        }
        probes.present().add(probedNeuron, target);
        ready = resource.perform(ChipAction.STORE_WORD, 1, ready);
        if (measuresError && probedNeuron == site.neurons() - 1) {
            tellMeasuredError(probes.present().targets(), ready);
        }
    }

    private void tellMeasuredError(float[] targets, long readyCycle) {
        keepMeasuredError(targets, readyCycle);
        System.arraycopy(targets, 0, measuredError.values(), 0, targets.length);
        measuredErrorWires.send(readyCycle);
    }

    @Override
    public void onStartPhase(Phase phase) {
        switch (phase) {
            case PROBE -> probes.start();
            case LEARN -> learn();
            case BASELINE -> expectSample();
            case RECALL -> {
                recalling.call(simulation.nowCycle());
                proceed();
            }
            default -> throw new IllegalStateException("the astrocyte has no part in phase " + phase);
        }
    }

    /** Waits for all that a sample brings, where its phases overlap. */
    private void expectSample() {
        recalling.expect(Join.Item.KEY);
        if (rule.astrocytes().recallByRunnerUp()) {
            recalling.expect(Join.Item.RUNNER_UP);
        }
        if (slopesTold) {
            telling.expect(Join.Item.SLOPES);
        }
        if (rule.scaleSource() != ScaleSource.NONE) {
            telling.expect(Join.Item.NORM_BELOW);
        }
    }

    private void learn() {
        probes.end();
        behaviour.ifPresent(part -> {
            part.learn(probes.samples(), memory);
            int probed = rule.astrocytes().probedNeurons(site);
            Work work = part.learnWork(probes.samples().size(), site.classes(), probed);
            long loaded = resource.perform(ChipAction.LOAD_WORD, work.loads(), simulation.nowCycle());
            long computed = compute(work, probed, loaded);
            resource.perform(ChipAction.WRITE_DELTAVEC, width.words(work.writes(), probed), computed);
        });
    }

    /** Reads rows of the memory, so many numbers of each, and computes; answers when that is done. */
    private long compute(Work work, int ofARow, long readyCycle) {
        long read = resource.perform(ChipAction.READ_DELTAVEC, width.words(work.reads(), ofARow), readyCycle);
        long divided = resource.perform(ChipAction.DIVIDE, work.divisions(), read);
        return resource.perform(ChipAction.DIGITAL_MULTIPLY_ACCUMULATE, work.multiplyAccumulates(), divided);
    }

    /** Recalls from what it is told; answers when that is done. */
    private long recall(AstrocyteBehaviour part, long readyCycle) {
        part.recall(memory, error, label, runnerUp, deltas);
        Work work = part.recallWork(site.classes(), site.neurons());
        return compute(work, site.neurons(), readyCycle);
    }

    /** Multiplies what was recalled by the slopes, and sends it. */
    private void tell(long readyCycle) {
        long done = readyCycle;
        if (slopesTold) {
            for (int j = 0; j < deltas.length; j++) {
                deltas[j] = slopes[j] * deltas[j];
            }
            done = resource.perform(ChipAction.DIGITAL_MULTIPLY_ACCUMULATE, deltas.length, done);
        }
        done = rule.scaleSource() == ScaleSource.NONE ? threshold.find(deltas, done) : normalise(done);
        deltaVecWires.send(done);
    }

    /** Tells the cost unit the layer's share of |g|², or makes the layer's own scale of it; answers when DeltaVecs can leave. */
    private long normalise(long readyCycle) {
        squaredNorm.value()[0] = Numerics.sumOfSquares(deltas) * (squaredNormBelow + 1f);
        long normDone = resource.perform(ChipAction.DIGITAL_MULTIPLY_ACCUMULATE, deltas.length + 1L, readyCycle);
        squaredNormWires.send(normDone);
        if (ownScale.length == 0) {
            return readyCycle;
        }
        ownScale[0] = rule.layerScale(site, squaredNorm.value()[0]);
        return resource.perform(ChipAction.DIVIDE, 2, normDone);
    }

    /** Saves or loads what it keeps between samples. */
    public void state(Archive archive) {
        archive.part(site.name() + ".astrocyte");
        memory.state(archive);
        behaviour.ifPresent(part -> part.state(archive));
        probes.state(archive);
        archive.at(slopes);
        archive.at(error);
        archive.at(deltas);
        recalling.state(archive);
        telling.state(archive);
        squaredNormBelow = archive.at(squaredNormBelow);
        label = archive.at(label);
        runnerUp = archive.at(runnerUp);
        archive.at(ownScale);
        threshold.state(archive);
        archive.at(squaredNorm.value());
        archive.at(measuredError.values());
    }
}
