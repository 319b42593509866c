package glia.chip.datapath;

import java.util.Arrays;

/** The biases of a layer with their perturbations and write counts: synapses whose one input is 1. */
public final class BiasRegister implements PerturbationElements, WeightChange {
    private final float[] biases;
    private final float[] perturbations;
    private final WriteCounter writes;

    /** Makes biases of value 0. */
    public BiasRegister(int neurons) {
        biases = new float[neurons];
        perturbations = new float[neurons];
        writes = new WriteCounter(1, neurons);
    }

    /** Sets a bias before a run; not a write. */
    public void load(int neuron, float bias) {
        biases[neuron] = bias;
    }

    /** The biases. */
    public float[] values() {
        return biases.clone();
    }

    /** The write counts, one row. */
    public WriteCounter writes() {
        return writes;
    }

    /** Writes b_j + p_j of every neuron to {@code inputs}. */
    public void read(float[] inputs) {
        for (int j = 0; j < inputs.length; j++) {
            inputs[j] = biases[j] + perturbations[j];
        }
    }

    /** Moves one bias by a probe step, and all others back. */
    public void probe(int neuron, float step) {
        release();
        perturbations[neuron] = step;
    }

    @Override
    public void setRankOne(float[] rows, float[] columns, float scale) {
        for (int j = 0; j < perturbations.length; j++) {
            perturbations[j] = (scale * columns[j]) * rows[0];
        }
        writes.toggle(rows, columns);
    }

    /** Releases all perturbations. */
    public void release() {
        Arrays.fill(perturbations, 0f);
        writes.release();
    }

    @Override
    public void addRankOne(float factor, float[] rows, float[] columns) {
        float rowFactor = factor * rows[0];
        for (int j = 0; j < biases.length; j++) {
            biases[j] += rowFactor * columns[j];
        }
        writes.commit(factor, rows, columns);
    }
}
