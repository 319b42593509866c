package glia.cli.run;

import glia.chip.block.DivergenceException;
import glia.chip.build.Chip;
import glia.chip.build.NetworkShape;
import glia.chip.build.Parameters;
import glia.cli.scenario.DataSource;
import glia.cli.scenario.Scenario;
import glia.learning.data.TrainAndTest;
import glia.learning.reference.ReferenceNetwork;
import glia.learning.reference.ReferenceRule;
import glia.learning.train.Trainer;
import glia.learning.train.TrainingPlan;
import java.util.Optional;

/** Simulation and plain reference side by side. */
public final class Verification {
    private final Chip chip;
    private final Trainer trainer;
    private final TrainingPlan plan;
    private final ReferenceRule reference;
    private long compared;

    /** Builds both from a scenario. */
    public Verification(Scenario scenario) {
        NetworkShape shape = scenario.shape();
        TrainAndTest data = DataSource.load(scenario.settings(), shape);
        chip = scenario.chip();
        TrainingSession.initialise(chip, scenario);
        plan = TrainingSession.plan(scenario, data);
        trainer = new Trainer(chip, plan, data.test());
        reference = scenario.rules().reference(scenario.settings(), network(scenario, chip));
    }

    private static ReferenceNetwork network(Scenario scenario, Chip chip) {
        NetworkShape shape = chip.shape();
        float[][][] weights = new float[shape.layers()][][];
        float[][] biases = new float[shape.layers()][];
        for (int layer = 0; layer < shape.layers(); layer++) {
            weights[layer] = chip.parameters().weights(layer);
            biases[layer] = chip.parameters().biases(layer);
        }
        int segment = scenario.chipConfig().tileRows();
        return new ReferenceNetwork(weights, biases, shape.activation(), shape.cost(), segment);
    }

    /** How many samples were compared. */
    public long compared() {
        return compared;
    }

    /** Compares after each sample; answers where the two forms first part, if they do. */
    public Optional<String> compare(long samples) {
        long end = Math.min(samples, plan.samples());
        for (long sample = 0; sample < end; sample++) {
            Optional<String> difference = step(sample);
            if (difference.isPresent()) {
                return difference;
            }
            compared++;
        }
        return counts();
    }

    private Optional<String> step(long sample) {
        Optional<String> simulated = diverges(() -> trainer.trainUntil(sample + 1));
        Optional<String> expected = diverges(() -> reference.step(
                sample,
                plan.inputAt(sample),
                plan.labelAt(sample),
                plan.rateAt(sample),
                label -> plan.exemplarAt(sample, label)));
        if (simulated.isPresent() || expected.isPresent()) {
            return Optional.of("sample " + sample + ": the simulation "
                    + simulated.map(reason -> "diverged (" + reason + ")").orElse("went on") + ", the reference "
                    + expected.map(reason -> "diverged (" + reason + ")").orElse("went on"));
        }
        return parameters(sample);
    }

    private static Optional<String> diverges(Runnable training) {
        try {
            training.run();
            return Optional.empty();
        } catch (DivergenceException | IllegalStateException diverged) {
            return Optional.of(String.valueOf(diverged.getMessage()));
        }
    }

    private Optional<String> parameters(long sample) {
        Parameters parameters = chip.parameters();
        ReferenceNetwork network = reference.network();
        for (int layer = 0; layer < chip.shape().layers(); layer++) {
            float[][] weights = parameters.weights(layer);
            for (int i = 0; i < weights.length; i++) {
                int j = firstDifference(weights[i], network.weights()[layer][i]);
                if (j >= 0) {
                    return Optional.of(difference(
                            sample,
                            layer,
                            "synapse (" + i + ", " + j + ")",
                            weights[i][j],
                            network.weights()[layer][i][j]));
                }
            }
            float[] biases = parameters.biases(layer);
            int j = firstDifference(biases, network.biases()[layer]);
            if (j >= 0) {
                return Optional.of(difference(sample, layer, "bias " + j, biases[j], network.biases()[layer][j]));
            }
        }
        return Optional.empty();
    }

    /** The first index at which the bits differ; the length's complement sign, below 0, if none. */
    private static int firstDifference(float[] one, float[] other) {
        for (int j = 0; j < one.length; j++) {
            if (Float.floatToRawIntBits(one[j]) != Float.floatToRawIntBits(other[j])) {
                return j;
            }
        }
        return -1;
    }

    private static String difference(long sample, int layer, String place, float simulated, float expected) {
        return "sample " + sample + ", layer " + (layer + 1) + ", " + place + ": simulated " + simulated + " ("
                + Integer.toHexString(Float.floatToRawIntBits(simulated)) + "), reference " + expected + " ("
                + Integer.toHexString(Float.floatToRawIntBits(expected)) + ")";
    }

    private Optional<String> counts() {
        chip.ledger();
        for (int layer = 0; layer < chip.shape().layers(); layer++) {
            int[][] commits = chip.parameters().commits(layer);
            for (int i = 0; i < commits.length; i++) {
                for (int j = 0; j < commits[i].length; j++) {
                    long expected = reference.network().commits().synapses()[layer][i][j];
                    if (commits[i][j] != expected) {
                        return Optional.of("layer " + (layer + 1) + ", synapse (" + i + ", " + j + "): " + commits[i][j]
                                + " commits simulated, " + expected + " in the reference");
                    }
                }
            }
        }
        return Optional.empty();
    }
}
