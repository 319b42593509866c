package glia.learning.train;

import glia.chip.build.NetworkShape;
import glia.chip.plasticity.HostSamples;
import glia.core.random.RandomStream;
import glia.learning.data.Dataset;
import java.util.Arrays;

/** What the host decides before a run: initial weights, order of samples, exemplars, learning rates; all functions of the seed. */
public final class TrainingPlan {
    private static final long WEIGHTS = 1;
    private static final long SHUFFLE = 2;
    private static final long EXEMPLARS = 3;

    private final long seed;
    private final Dataset data;
    private final long samples;
    private final double initialRate;
    private final RateSchedule schedule;
    private final int[][] byClass;
    private long permutedEpoch = -1;
    private int[] permutation = new int[0];

    /** Plans {@code samples} training samples over a data set, each epoch in an order of its own. */
    public TrainingPlan(long seed, Dataset data, long samples, double initialRate, RateSchedule schedule) {
        this.seed = seed;
        this.data = data;
        this.samples = samples;
        this.initialRate = initialRate;
        this.schedule = schedule;
        byClass = new int[data.classes()][];
        for (int k = 0; k < byClass.length; k++) {
            byClass[k] = data.indicesOf(k);
        }
    }

    /** The seed. */
    public long seed() {
        return seed;
    }

    /** Number of training samples of the run. */
    public long samples() {
        return samples;
    }

    /** Number of training samples of an epoch. */
    public long epochSamples() {
        return data.size();
    }

    /** The index in the data set of sample t. */
    public int indexAt(long sample) {
        long epoch = sample / data.size();
        if (epoch != permutedEpoch) {
            permutation = RandomStream.of(seed, SHUFFLE).sub(epoch).permutation(data.size());
            permutedEpoch = epoch;
        }
        return permutation[(int) (sample % data.size())];
    }

    /** The input of sample t. */
    public float[] inputAt(long sample) {
        return data.input(indexAt(sample));
    }

    /** The class of sample t. */
    public int labelAt(long sample) {
        return data.label(indexAt(sample));
    }

    /** The learning rate of sample t. */
    public float rateAt(long sample) {
        return schedule.rate(initialRate, sample, samples);
    }

    /** The input of the exemplar of a class for a refresh at sample t: one random training sample of it. */
    float[] exemplarAt(long sample, int label) {
        int[] members = byClass[label];
        return data.input(members[RandomStream.of(seed, EXEMPLARS).sub(sample).below(label, members.length)]);
    }

    /** What the host shows for probes at sample t. */
    public HostSamples hostSamples(long sample) {
        return new HostSamples() {
            @Override
            public float[] exemplar(int label) {
                return exemplarAt(sample, label);
            }

            @Override
            public float[] input(int ahead) {
                return inputAt(sample + ahead);
            }

            @Override
            public int label(int ahead) {
                return labelAt(sample + ahead);
            }
        };
    }

    /** Initial weights of a layer, inputs x neurons, drawn from N(0, 1 / inputs); numbered by the global synapse. */
    public static float[][] initialWeights(long seed, NetworkShape shape, int layer) {
        float[][] weights = new float[shape.inputs(layer)][];
        Arrays.setAll(weights, input -> initialWeights(seed, shape, layer, input));
        return weights;
    }

    /** The initial weights from one input to all neurons of a layer. */
    static float[] initialWeights(long seed, NetworkShape shape, int layer, int input) {
        RandomStream stream = RandomStream.of(seed, WEIGHTS).sub(layer);
        double deviation = 1 / StrictMath.sqrt(shape.inputs(layer));
        float[] weights = new float[shape.neurons(layer)];
        for (int j = 0; j < weights.length; j++) {
            weights[j] = (float) (deviation * stream.gaussian((long) input * weights.length + j));
        }
        return weights;
    }
}
