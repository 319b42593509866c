package glia.cli.run;

import glia.chip.block.DivergenceException;
import glia.chip.build.Chip;
import glia.chip.build.ChipBuilder;
import glia.chip.build.ChipConfig;
import glia.chip.build.NetworkShape;
import glia.chip.build.Parameters;
import glia.chip.datapath.WriteCounter;
import glia.chip.device.DeviceParameters;
import glia.cli.scenario.DataSource;
import glia.cli.scenario.Scenario;
import glia.learning.data.TrainAndTest;
import glia.learning.measure.Snapshot;
import glia.learning.reference.ReferenceNetwork;
import glia.learning.reference.ReferenceRule;
import glia.learning.reference.SynapseCounts;
import glia.learning.train.Trainer;
import glia.learning.train.TrainingPlan;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

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
        reference = scenario.rules().reference(scenario.settings(), network(scenario));
    }

    /** With the weights as they are before a device takes them. */
    private static ReferenceNetwork network(Scenario scenario) {
        NetworkShape shape = scenario.shape();
        ChipConfig config = scenario.chipConfig();
        Chip chip = ChipBuilder.build(
                shape, config.withDevice(DeviceParameters.IDEAL), scenario.technology(), scenario.rule());
        TrainingSession.initialise(chip, scenario);
        Snapshot start = Snapshot.of(chip);
        return new ReferenceNetwork(
                start.weights(),
                start.biases(),
                shape.activation(),
                shape.cost(),
                config.tileRows(),
                config.device(),
                config.noise(),
                config.periphery(),
                config.programming().element());
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
        Optional<String> simulated = simulate(sample);
        Optional<String> expected = refer(sample);
        if (simulated.isPresent() || expected.isPresent()) {
            return Optional.of("sample " + sample + ": the simulation "
                    + simulated.map(reason -> "diverged (" + reason + ")").orElse("went on") + ", the reference "
                    + expected.map(reason -> "diverged (" + reason + ")").orElse("went on"));
        }
        return parameters(sample);
    }

    private Optional<String> simulate(long sample) {
        try {
            trainer.trainUntil(sample + 1);
            return Optional.empty();
        } catch (DivergenceException diverged) {
            return Optional.of(String.valueOf(diverged.getMessage()));
        }
    }

    /** The reference says by an IllegalStateException that it has diverged. */
    private Optional<String> refer(long sample) {
        try {
            reference.step(
                    sample, plan.inputAt(sample), plan.labelAt(sample), plan.rateAt(sample), plan.hostSamples(sample));
            return Optional.empty();
        } catch (IllegalStateException diverged) {
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

    /** The first index at which the bits differ; below 0 if none. */
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
        return IntStream.range(0, chip.shape().layers())
                .mapToObj(this::countsOf)
                .flatMap(List::stream)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private List<Optional<String>> countsOf(int layer) {
        Parameters chipSide = chip.parameters();
        WriteCounter biases = chipSide.biasWrites(layer);
        SynapseCounts commits = reference.network().commits();
        SynapseCounts rises = reference.network().potentiations();
        SynapseCounts toggles = reference.network().toggles();
        SynapseCounts raising = reference.network().raisingPulses();
        SynapseCounts lowering = reference.network().loweringPulses();
        String place = "layer " + (layer + 1) + ": ";
        return List.of(
                counts(place + "commits", chipSide.commits(layer), commits.synapses()[layer]),
                counts(place + "rises", chipSide.potentiations(layer), rises.synapses()[layer]),
                counts(place + "toggles", chipSide.toggles(layer), toggles.synapses()[layer]),
                counts(place + "raising pulses", chipSide.raisingPulses(layer), raising.synapses()[layer]),
                counts(place + "lowering pulses", chipSide.loweringPulses(layer), lowering.synapses()[layer]),
                counts(place + "bias commits", biases.commits(0), commits.biases()[layer]),
                counts(place + "bias rises", biases.potentiations(0), rises.biases()[layer]),
                counts(place + "bias toggles", biases.toggles(0), toggles.biases()[layer]),
                counts(place + "raising bias pulses", biases.raisingPulses(0), raising.biases()[layer]),
                counts(place + "lowering bias pulses", biases.loweringPulses(0), lowering.biases()[layer]));
    }

    private static Optional<String> counts(String what, int[][] simulated, long[][] expected) {
        for (int i = 0; i < simulated.length; i++) {
            Optional<String> difference = counts(what + " of input " + i, simulated[i], expected[i]);
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> counts(String what, int[] simulated, long[] expected) {
        for (int j = 0; j < simulated.length; j++) {
            if (simulated[j] != expected[j]) {
                return Optional.of(
                        what + " at neuron " + j + ": simulated " + simulated[j] + ", reference " + expected[j]);
            }
        }
        return Optional.empty();
    }
}
