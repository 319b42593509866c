package glia.learning.train;

import glia.chip.build.Chip;
import glia.chip.kernel.Kernels;
import glia.learning.data.Dataset;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Training as a whole, going on from iteration to iteration; an operation is {@link RunCase#chunk} samples. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.SECONDS)
public class RunBenchmark {
    /** Chip and bare loop must have the same weights after so many samples, or a chunk and a quarter if that is less. */
    private static final int COMPARED = 2500;

    /** What is trained. */
    @State(Scope.Thread)
    public static class Case {
        /** The network and its data. */
        @Param({"TINY", "GLYPHS", "GLYPHS_128_128", "GLYPHS_400_100"})
        public RunCase run;

        private Dataset data;

        /** Reads or draws the data. */
        @Setup
        public void read() {
            data = run.data();
        }
    }

    /** A training that goes on from operation to operation. */
    interface Training {
        void train(int samples);

        int layers();

        /** Weights of a layer, inputs x neurons, and one more row of biases. */
        float[][] weights(int layer);
    }

    private static final class ChipTraining implements Training {
        private final Trainer trainer;

        ChipTraining(RunCase run, Dataset data, Chip chip) {
            trainer = new Trainer(chip, run.plan(data), data);
        }

        @Override
        public void train(int samples) {
            trainer.trainUntil(trainer.chip().samples() + samples);
        }

        @Override
        public int layers() {
            return trainer.chip().shape().layers();
        }

        @Override
        public float[][] weights(int layer) {
            return withRow(
                    trainer.chip().parameters().weights(layer),
                    trainer.chip().parameters().biases(layer));
        }
    }

    private static final class PlainTraining implements Training {
        private final BareTraining bare;
        private final TrainingPlan plan;
        private final int layers;
        private long samples;

        PlainTraining(RunCase run, Dataset data) {
            bare = run.bare();
            plan = run.plan(data);
            layers = bare.layers();
        }

        @Override
        public void train(int more) {
            for (long end = samples + more; samples < end; samples++) {
                long present = samples;
                bare.learn(
                        present,
                        plan.inputAt(present),
                        plan.labelAt(present),
                        plan.rateAt(present),
                        plan.hostSamples(present));
            }
        }

        @Override
        public int layers() {
            return layers;
        }

        @Override
        public float[][] weights(int layer) {
            return withRow(bare.layer(layer).weights, bare.layer(layer).biases);
        }
    }

    private static float[][] withRow(float[][] rows, float[] row) {
        float[][] all = Arrays.copyOf(rows, rows.length + 1);
        all[rows.length] = row;
        return all;
    }

    /** Where not every operation has a refresh, the first one happens before the clock runs. */
    private static Training started(Training training, Case given) {
        Kernels.warmUp();
        training.train(given.run.refreshesInEveryChunk() ? 0 : 1);
        return training;
    }

    /** A chip that replays steps it has recorded. */
    @State(Scope.Thread)
    public static class Replayed {
        private Training training;

        /** Starts. */
        @Setup
        public void start(Case given) {
            training = started(new ChipTraining(given.run, given.data, given.run.chip()), given);
        }
    }

    /** A chip that counts no action. */
    @State(Scope.Thread)
    public static class Uncounted {
        private Training training;

        /** Starts. */
        @Setup
        public void start(Case given) {
            training = started(new ChipTraining(given.run, given.data, given.run.uncountedChip()), given);
        }
    }

    /** A chip that simulates every step. */
    @State(Scope.Thread)
    public static class Simulated {
        private Training training;

        /** Starts. */
        @Setup
        public void start(Case given) {
            Chip chip = given.run.chip();
            chip.switchReplayOff();
            training = started(new ChipTraining(given.run, given.data, chip), given);
        }
    }

    /** The bare loop. */
    @State(Scope.Thread)
    public static class Bare {
        private Training training;

        /** Starts, after its weights were compared with the chip's. */
        @Setup
        public void start(Case given) {
            compare(given.run, given.data);
            training = started(new PlainTraining(given.run, given.data), given);
        }
    }

    private static void compare(RunCase run, Dataset data) {
        Training chip = new ChipTraining(run, data, run.chip());
        Training bare = new PlainTraining(run, data);
        int samples = Math.min(run.chunk() * 5 / 4, COMPARED);
        chip.train(samples);
        bare.train(samples);
        for (int layer = 0; layer < chip.layers(); layer++) {
            if (!Arrays.deepEquals(chip.weights(layer), bare.weights(layer))) {
                throw new IllegalStateException(run + ": the bare loop has other weights than the chip in layer "
                        + (layer + 1) + " after " + samples + " samples");
            }
        }
    }

    /** The chip as it runs by default. */
    @Benchmark
    public void replayed(Replayed state, Case given) {
        state.training.train(given.run.chunk());
    }

    /** The chip without accounting. */
    @Benchmark
    public void uncounted(Uncounted state, Case given) {
        state.training.train(given.run.chunk());
    }

    /** The chip without replay. */
    @Benchmark
    public void simulated(Simulated state, Case given) {
        state.training.train(given.run.chunk());
    }

    /** No chip. */
    @Benchmark
    public void bare(Bare state, Case given) {
        state.training.train(given.run.chunk());
    }
}
