package glia.learning.train;

import glia.chip.block.DivergenceException;
import glia.chip.build.Chip;
import glia.chip.build.NetworkShape;
import glia.core.archive.Archive;
import glia.learning.data.Dataset;
import glia.learning.measure.Measure;
import glia.learning.measure.Shown;
import java.util.ArrayList;
import java.util.List;

/** Trains a chip by a plan, as far as asked, and evaluates it outside its time and ledger. */
public final class Trainer {
    private final Chip chip;
    private final TrainingPlan plan;
    private final Dataset test;
    private final int threads;
    private final List<Measure> measures = new ArrayList<>();

    /** Makes a trainer that evaluates on all processors; the chip's parameters must be loaded. */
    public Trainer(Chip chip, TrainingPlan plan, Dataset test) {
        this(chip, plan, test, Runtime.getRuntime().availableProcessors());
    }

    /** Makes a trainer that evaluates with some threads; the chip's parameters must be loaded. */
    public Trainer(Chip chip, TrainingPlan plan, Dataset test, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException(threads + " threads to evaluate with; expected at least 1");
        }
        this.chip = chip;
        this.plan = plan;
        this.test = test;
        this.threads = threads;
    }

    /** Loads the initial weights of a seed into a chip, all biases 0. */
    public static void initialise(Chip chip, long seed) {
        NetworkShape shape = chip.shape();
        for (int layer = 0; layer < shape.layers(); layer++) {
            for (int input = 0; input < shape.inputs(layer); input++) {
                float[] weights = TrainingPlan.initialWeights(seed, shape, layer, input);
                chip.parameters().loadWeights(layer, input, weights);
            }
            chip.parameters().loadBiases(layer, new float[shape.neurons(layer)]);
        }
    }

    /** Lets a measure watch the training. */
    public void watch(Measure measure) {
        measures.add(measure);
        chip.addPhaseListener((phase, startCycle, endCycle) -> measure.onPhase(phase));
    }

    /** The chip. */
    public Chip chip() {
        return chip;
    }

    /** The plan. */
    public TrainingPlan plan() {
        return plan;
    }

    /** Whether all samples of the plan were learned from. */
    public boolean done() {
        return chip.samples() >= plan.samples();
    }

    /**
     * Learns from samples until the chip has seen {@code untilSample} of them, or the plan is done.
     *
     * @throws DivergenceException if a cost is not a finite number any more
     */
    public void trainUntil(long untilSample) {
        long end = Math.min(untilSample, plan.samples());
        for (long sample = chip.samples(); sample < end; sample++) {
            Shown shown = shown(sample);
            measures.forEach(measure -> measure.onSample(shown));
            chip.learn(shown.input(), shown.label(), shown.rate(), shown.host());
        }
    }

    private Shown shown(long sample) {
        return new Shown(
                sample, plan.inputAt(sample), plan.labelAt(sample), plan.rateAt(sample), plan.hostSamples(sample));
    }

    /**
     * Evaluates the network on the test set; the same to the last bit for any number of threads.
     *
     * @throws DivergenceException if the cost is not a finite number any more
     */
    public Evaluation evaluate() {
        ParallelEvaluation all = new ParallelEvaluation(chip, test);
        all.run(threads);
        double costs = all.costs();
        if (!Double.isFinite(costs)) {
            throw new DivergenceException("the cost on the test set is " + costs);
        }
        return new Evaluation(chip.samples(), (double) all.right() / test.size(), costs / test.size());
    }

    /** Saves or loads the chip and what the measures keep, between samples. */
    public void state(Archive archive) {
        chip.state(archive);
        for (Measure measure : measures) {
            archive.part(String.join(" ", measure.names()));
            measure.state(archive, this::shown);
        }
    }
}
