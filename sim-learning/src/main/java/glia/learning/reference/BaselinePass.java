package glia.learning.reference;

/**
 * What an unperturbed pass answers.
 *
 * @param label y, the class of the input
 * @param activations a_0 .. a_L
 * @param kept a_0 .. a_L as they are kept for perturbations and changes of weights
 * @param cost C0
 * @param error e = dC/dz_L
 */
record BaselinePass(int label, float[][] activations, float[][] kept, float cost, float[] error) {
    /** Shows an input to a network. */
    static BaselinePass of(ReferenceNetwork network, float[] input, int label) {
        float[][] activations = network.forward(input);
        float[] outputs = activations[network.layers()];
        return new BaselinePass(
                label,
                activations,
                network.reading().kept(activations),
                network.cost(outputs, label),
                network.error(outputs, label));
    }
}
