package glia.chip.datapath;

/** What the cost unit evaluates from the last layer's outputs z and the label y. */
public enum CostFunction {
    /** Softmax and cross-entropy: p = softmax(z), C = log Σ exp(z_k - max) + (max - z_y). */
    CROSS_ENTROPY {
        @Override
        public float evaluate(float[] outputs, int label, float[] probabilities) {
            float max = outputs[0];
            for (float output : outputs) {
                max = Math.max(max, output);
            }
            float sum = 0f;
            for (int k = 0; k < outputs.length; k++) {
                probabilities[k] = Numerics.exp(outputs[k] - max);
                sum += probabilities[k];
            }
            for (int k = 0; k < outputs.length; k++) {
                probabilities[k] /= sum;
            }
            return Numerics.log(sum) + (max - outputs[label]);
        }
    },
    /** Half the sum of squared differences to the one-hot target t: p = z, C = ½ Σ (z_k - t_k)². */
    MSE {
        @Override
        public float evaluate(float[] outputs, int label, float[] probabilities) {
            float sum = 0f;
            for (int k = 0; k < outputs.length; k++) {
                float difference = outputs[k] - (k == label ? 1f : 0f);
                sum = Math.fma(difference, difference, sum);
                probabilities[k] = outputs[k];
            }
            return 0.5f * sum;
        }
    },
    /**
     * The sum of the other outputs less that of the label, C = Σ_{k≠y} z_k - z_y: linear, so that laws of a rule's updates are equalities.
     * For laws and studies; unbounded below.
     */
    LINEAR {
        @Override
        public float evaluate(float[] outputs, int label, float[] probabilities) {
            float sum = 0f;
            for (int k = 0; k < outputs.length; k++) {
                sum += k == label ? -outputs[k] : outputs[k];
                probabilities[k] = k == label ? 0f : 1f;
            }
            return sum;
        }
    };

    /** Answers the cost C of some outputs and writes p, from which the error is e = p - t. */
    public abstract float evaluate(float[] outputs, int label, float[] probabilities);

    /** Writes the output error e = dC/dz = p - t, with t the one-hot target of the label. */
    public static void error(float[] probabilities, int label, float[] error) {
        for (int k = 0; k < error.length; k++) {
            error[k] = probabilities[k] - (k == label ? 1f : 0f);
        }
    }
}
