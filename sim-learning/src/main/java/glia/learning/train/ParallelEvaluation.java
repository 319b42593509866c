package glia.learning.train;

import glia.chip.build.Chip;
import glia.chip.build.Evaluator;
import glia.chip.datapath.CostFunction;
import glia.chip.datapath.Numerics;
import glia.learning.data.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The network's costs on all samples of a test set, worked out by several threads that take blocks of samples in turn. Which
 * thread takes which decides nothing: each sample's cost has a place of its own, and they are added in the order of samples.
 */
final class ParallelEvaluation {
    private static final int LARGEST_BLOCK = 16;

    private final Chip chip;
    private final Dataset test;
    private final float[] costs;
    private final boolean[] right;
    private final AtomicInteger taken = new AtomicInteger();

    ParallelEvaluation(Chip chip, Dataset test) {
        this.chip = chip;
        this.test = test;
        costs = new float[test.size()];
        right = new boolean[test.size()];
    }

    /** Works out all costs; what fails in a thread fails here. */
    void run(int threads) {
        int block = Math.min(LARGEST_BLOCK, (test.size() - 1) / threads + 1);
        int workers = Math.min(threads, (test.size() - 1) / block + 1);
        if (workers == 1) {
            work(block);
            return;
        }
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int worker = 0; worker < workers; worker++) {
                running.add(pool.submit(() -> work(block)));
            }
            for (Future<?> each : running) {
                await(each);
            }
        } finally {
            taken.set(test.size());
            pool.shutdown();
        }
    }

    private static void await(Future<?> work) {
        try {
            work.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the evaluation was interrupted", stopped);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException reason) {
                throw reason;
            }
            if (failed.getCause() instanceof Error reason) {
                throw reason;
            }
            throw new IllegalStateException("the evaluation failed", failed.getCause());
        }
    }

    private void work(int block) {
        Evaluator evaluator = chip.evaluator(block);
        float[] probabilities = new float[chip.shape().classes()];
        for (int first = taken.getAndAdd(block); first < test.size(); first = taken.getAndAdd(block)) {
            evaluate(evaluator, first, Math.min(block, test.size() - first), probabilities);
        }
    }

    private void evaluate(Evaluator evaluator, int first, int count, float[] probabilities) {
        List<float[]> inputs = new ArrayList<>();
        for (int i = first; i < first + count; i++) {
            inputs.add(test.input(i));
        }
        float[][] outputs = evaluator.outputs(inputs, first);
        CostFunction cost = chip.shape().cost();
        for (int k = 0; k < count; k++) {
            int label = test.label(first + k);
            costs[first + k] = cost.evaluate(outputs[k], label, probabilities);
            right[first + k] = Numerics.indexOfLargest(outputs[k]) == label;
        }
    }

    /** The sum of all costs, in the order of samples. */
    double costs() {
        double sum = 0;
        for (float cost : costs) {
            sum += cost;
        }
        return sum;
    }

    /** How many samples have their largest output at their class. */
    long right() {
        long count = 0;
        for (boolean each : right) {
            count += each ? 1 : 0;
        }
        return count;
    }
}
