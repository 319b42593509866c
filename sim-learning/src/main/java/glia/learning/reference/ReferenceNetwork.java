package glia.learning.reference;

import glia.chip.datapath.ActivationFunction;
import glia.chip.datapath.CostFunction;
import glia.chip.datapath.Noise;
import glia.chip.datapath.Numerics;
import glia.chip.datapath.Periphery;
import glia.chip.device.DeviceParameters;
import glia.chip.device.ElementParameters;

/**
 * A network of dense layers 1 .. L with sizes n_0 .. n_L, its cost, and exact counts of the writes to each synapse.
 *
 * <p>z_l = b_l + W_l' a_(l-1), a_l = f(z_l) for l below L, and a_L = z_L. Arrays count layers from 0:
 * {@code weights()[l - 1]} is W_l, n_(l-1) by n_l, and {@code biases()[l - 1]} is b_l, n_l values. Activations are
 * a_0 .. a_L, with a_0 the input.
 *
 * <p>All arithmetic is {@code float}. The inputs of a layer are cut into segments of S consecutive inputs; a segment is
 * summed by fused multiply-add in index order from 0, without the inputs that are 0 (of either sign); z_j is bias plus
 * its perturbation, then plus the segments in their order.
 */
public final class ReferenceNetwork {
    private final float[][][] weights;
    private final float[][] biases;
    private final ActivationFunction activation;
    private final CostFunction costFunction;
    private final int segmentLength;
    private final SynapseCounts commits;
    private final SynapseCounts potentiations;
    private final SynapseCounts toggles;
    private final ReferenceCells cells;
    private final ReferenceNoise noise;
    private final ReferenceReading reading;
    private final ReferencePerturbing perturbing;
    private long nextSample;

    /** A network of ideal cells; as the other one. */
    public ReferenceNetwork(
            float[][][] weights,
            float[][] biases,
            ActivationFunction activation,
            CostFunction costFunction,
            int segmentLength) {
        this(
                weights,
                biases,
                activation,
                costFunction,
                segmentLength,
                DeviceParameters.IDEAL,
                Noise.NONE,
                Periphery.EXACT,
                ElementParameters.IDEAL);
    }

    /**
     * Copies biases (layer, output), and puts weights (layer, input, output) into cells.
     *
     * @param activation f of the layers below the last
     * @param segmentLength S, the inputs of a segment
     * @param device what the weights are stored in
     * @param noise of what is read
     * @param periphery converters, widths of memories, read-out of the cost
     * @param element how the weights are perturbed
     */
    public ReferenceNetwork(
            float[][][] weights,
            float[][] biases,
            ActivationFunction activation,
            CostFunction costFunction,
            int segmentLength,
            DeviceParameters device,
            Noise noise,
            Periphery periphery,
            ElementParameters element) {
        if (segmentLength < 1) {
            throw new IllegalArgumentException("segmentLength is " + segmentLength + "; expected at least 1");
        }
        ReferenceChecks.shapes(weights, biases);
        this.weights = new float[weights.length][][];
        for (int l = 0; l < weights.length; l++) {
            this.weights[l] = copy(weights[l]);
        }
        this.biases = copy(biases);
        this.activation = activation;
        this.costFunction = costFunction;
        this.segmentLength = segmentLength;
        this.commits = SynapseCounts.zerosLike(weights, biases);
        this.potentiations = SynapseCounts.zerosLike(weights, biases);
        this.toggles = SynapseCounts.zerosLike(weights, biases);
        this.cells = new ReferenceCells(device, this.weights);
        this.noise = new ReferenceNoise(noise, device.range(), this.weights, segmentLength);
        this.reading = new ReferenceReading(periphery, this.noise, this.weights, segmentLength);
        this.perturbing = new ReferencePerturbing(element, this);
    }

    private static float[][] copy(float[][] rows) {
        float[][] copies = new float[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            copies[i] = rows[i].clone();
        }
        return copies;
    }

    /** Number L of layers. */
    public int layers() {
        return weights.length;
    }

    /** Number n_l of outputs of layer l = 0 .. L; layer 0 is the input. */
    public int size(int layer) {
        return layer == 0 ? weights[0].length : biases[layer - 1].length;
    }

    /** Number K of classes, n_L. */
    public int classes() {
        return size(layers());
    }

    /** The weights themselves, not a copy, by layer, input, output. */
    public float[][][] weights() {
        return weights;
    }

    /** The biases themselves, not a copy, by layer, output. */
    public float[][] biases() {
        return biases;
    }

    /** The cells behind the weights. */
    ReferenceCells cells() {
        return cells;
    }

    /** The noise of what is read. */
    ReferenceNoise noise() {
        return noise;
    }

    /** How lines, memories and costs are read. */
    ReferenceReading reading() {
        return reading;
    }

    /** How the weights are perturbed. */
    ReferencePerturbing perturbing() {
        return perturbing;
    }

    /** The function f of the layers below the last. */
    public ActivationFunction activation() {
        return activation;
    }

    /** The cost C. */
    public CostFunction costFunction() {
        return costFunction;
    }

    /** Number S of inputs in a segment. */
    public int segmentLength() {
        return segmentLength;
    }

    /** How often each weight and bias was written. */
    public SynapseCounts commits() {
        return commits;
    }

    /** How many of the writes asked for a change with a positive sign; the others are depressions. */
    public SynapseCounts potentiations() {
        return potentiations;
    }

    /** Pulses that raised a weight or bias: one a write, unless cells count their own. */
    public SynapseCounts raisingPulses() {
        return cells.areIdeal() ? potentiations : new SynapseCounts(cells.raisingPulses(), potentiations.biases());
    }

    /** Pulses that lowered a weight or bias: one a write, unless cells count their own. */
    public SynapseCounts loweringPulses() {
        SynapseCounts depressions = commits.less(potentiations);
        return cells.areIdeal() ? depressions : new SynapseCounts(cells.loweringPulses(), depressions.biases());
    }

    /** How often each perturbation element was driven to a value other than zero in a perturbed pass. */
    public SynapseCounts toggles() {
        return toggles;
    }

    /** The activations a_0 .. a_L of an input without perturbation. */
    public float[][] forward(float[] input) {
        return forward(input, zeroPerturbation());
    }

    /** The activations a_0 .. a_L with perturbed biases: z_l = (b_l + p_l) + W_l' a_(l-1), p by layer and output. */
    public float[][] forward(float[] input, float[][] biasPerturbation) {
        noise.startPass();
        return pass(input, biasPerturbation);
    }

    /** The outputs z_L of a sample of some number that is shown for inference. */
    public float[] infer(float[] input, long number) {
        cells.startSample(nextSample);
        noise.startInference(number);
        return pass(input, zeroPerturbation())[layers()];
    }

    private float[][] pass(float[] input, float[][] perturbation) {
        ReferenceChecks.length("input", input.length, size(0));
        float[][] activations = new float[layers() + 1][];
        activations[0] = input.clone();
        for (int l = 0; l < layers(); l++) {
            float[] z = sums(l, activations[l], perturbation[l]);
            activations[l + 1] = l == layers() - 1 ? z : activate(z);
        }
        return activations;
    }

    private float[] sums(int l, float[] x, float[] p) {
        float[] z = new float[p.length];
        for (int j = 0; j < z.length; j++) {
            z[j] = biases[l][j] + p[j];
        }
        float[][] planes = reading.planes(x);
        for (int from = 0; from < x.length; from += segmentLength) {
            int to = Math.min(from + segmentLength, x.length);
            for (int j = 0; j < z.length; j++) {
                float[] segments = new float[planes.length];
                for (int k = 0; k < planes.length; k++) {
                    segments[k] = storedSegment(l, planes[k], from, to, j);
                }
                z[j] = z[j] + reading.read(segments, l, planes, from, to, j);
            }
        }
        return z;
    }

    /** The sum over the inputs from .. to - 1 of x_i · w_ij, without those that are 0. */
    float storedSegment(int l, float[] x, int from, int to, int j) {
        float sum = 0f;
        for (int i = from; i < to; i++) {
            if (x[i] != 0f) {
                sum = Math.fma(x[i], weights[l][i][j], sum);
            }
        }
        return sum;
    }

    /** f(z). */
    float[] activate(float[] z) {
        float[] a = new float[z.length];
        for (int j = 0; j < z.length; j++) {
            a[j] = switch (activation) {
                case TANH -> Numerics.tanh(z[j]);
                case RELU -> Math.max(0f, z[j]);
                case IDENTITY -> z[j];
            };
        }
        return a;
    }

    /** Starts a sample that is learned from. */
    void startSample(long sample) {
        cells.startSample(sample);
        nextSample = sample + 1;
    }

    /** The cost C(z_L, y) of the outputs z_L for a label y, as it is read. */
    public float cost(float[] outputs, int label) {
        return reading.cost(ReferenceCost.cost(costFunction, outputs, label));
    }

    /** The output error e = dC/dz_L = p - t of the outputs z_L, with t the one-hot target of the label. */
    public float[] error(float[] outputs, int label) {
        return ReferenceCost.error(costFunction, outputs, label);
    }

    /** Zeros by layer and output. */
    float[][] zeroPerturbation() {
        float[][] zeros = new float[layers()][];
        for (int l = 0; l < layers(); l++) {
            zeros[l] = new float[size(l + 1)];
        }
        return zeros;
    }
}
