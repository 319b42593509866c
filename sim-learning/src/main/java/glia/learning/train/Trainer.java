package glia.learning.train;

import glia.chip.block.DivergenceException;
import glia.chip.build.Chip;
import glia.chip.build.NetworkShape;
import glia.chip.datapath.CostFunction;
import glia.chip.datapath.Numerics;
import glia.learning.data.Dataset;

/** Trains a chip by a plan, as far as asked, and evaluates it outside its time and ledger. */
public final class Trainer {
    private final Chip chip;
    private final TrainingPlan plan;
    private final Dataset test;

    /** Makes a trainer; the chip's parameters must be loaded. */
    public Trainer(Chip chip, TrainingPlan plan, Dataset test) {
        this.chip = chip;
        this.plan = plan;
        this.test = test;
    }

    /** Loads the initial weights of a seed into a chip, all biases 0. */
    public static void initialise(Chip chip, long seed) {
        NetworkShape shape = chip.shape();
        for (int layer = 0; layer < shape.layers(); layer++) {
            chip.parameters().loadWeights(layer, TrainingPlan.initialWeights(seed, shape, layer));
            chip.parameters().loadBiases(layer, new float[shape.neurons(layer)]);
        }
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
            long present = sample;
            chip.learn(
                    plan.inputAt(sample),
                    plan.labelAt(sample),
                    plan.rateAt(sample),
                    label -> plan.exemplarAt(present, label));
        }
    }

    /**
     * Evaluates the network on the test set.
     *
     * @throws DivergenceException if the cost is not a finite number any more
     */
    public Evaluation evaluate() {
        CostFunction cost = chip.shape().cost();
        float[] probabilities = new float[chip.shape().classes()];
        long right = 0;
        double costs = 0;
        for (int i = 0; i < test.size(); i++) {
            float[] outputs = chip.outputs(test.input(i));
            int label = test.label(i);
            costs += cost.evaluate(outputs, label, probabilities);
            right += Numerics.indexOfLargest(outputs) == label ? 1 : 0;
        }
        if (!Double.isFinite(costs)) {
            throw new DivergenceException("the cost on the test set is " + costs);
        }
        return new Evaluation(chip.samples(), (double) right / test.size(), costs / test.size());
    }
}
