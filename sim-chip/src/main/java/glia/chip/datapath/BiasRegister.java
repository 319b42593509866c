package glia.chip.datapath;

import glia.core.archive.Archive;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The biases of a layer with their perturbations and write counts: synapses whose one input is 1, and which stand as one more row
 * behind the inputs of the layer.
 */
public final class BiasRegister implements PerturbationElements, WeightChange {
    private static final int NONE = -1;
    private static final float[] ONE = {1f};

    private final int layerRow;
    private final float[] biases;
    private final float[] perturbations;
    private final float[] changes;
    private final WriteCounter writes;
    private int probedNeuron = NONE;
    private float probeStep;

    private float[] columnFactors = new float[0];
    private float scale;
    private boolean elementsSet;
    private final HeldElements.Signed signedElements;
    private final HeldElements.Dense denseElements;
    /** What holds the perturbations; nothing while they are of rank one. */
    private @Nullable HeldElements held;

    private @Nullable GradientRegisters registers;

    /** Makes biases of value 0. */
    public BiasRegister(int inputs, int neurons) {
        layerRow = inputs;
        biases = new float[neurons];
        perturbations = new float[neurons];
        changes = new float[neurons];
        writes = new WriteCounter(1, neurons);
        signedElements = new HeldElements.Signed(1, neurons, neurons);
        denseElements = new HeldElements.Dense(1, neurons, neurons);
    }

    /** Has changes integrated in registers from now on, over an update period. */
    public void integrate(Optimizer optimizer, int updatePeriod) {
        registers = new GradientRegisters(1, biases.length, optimizer, updatePeriod);
    }

    /** Sets a bias before a run; not a write. */
    public void load(int neuron, float bias) {
        biases[neuron] = bias;
    }

    /** The biases. */
    public float[] values() {
        return biases.clone();
    }

    /** What the registers integrated since the last commit, where changes are integrated. */
    public float[] integral() {
        if (registers == null) {
            throw new IllegalStateException("biases without registers are asked for their values");
        }
        return registers.integral(0, biases.length);
    }

    /** The write counts, one row. */
    public WriteCounter writes() {
        return writes;
    }

    /** Writes b_j + p_j of every neuron to {@code inputs}; p_j is 0 unless the pass is a perturbed one or j is probed. */
    public void read(float[] inputs, boolean perturbed) {
        for (int j = 0; j < inputs.length; j++) {
            inputs[j] = biases[j] + (perturbed ? perturbations[j] : 0f);
        }
        if (probedNeuron != NONE) {
            inputs[probedNeuron] = biases[probedNeuron] + probeStep;
        }
    }

    /** Moves one bias by a probe step until {@link #endProbe}, and no other. */
    public void probe(int neuron, float step) {
        probedNeuron = neuron;
        probeStep = step;
    }

    /** Moves a probed bias back. */
    public void endProbe() {
        probedNeuron = NONE;
    }

    @Override
    public void setRankOne(float[] rows, float[] columns, float newScale) {
        held = null;
        elementsSet = true;
        scale = newScale;
        columnFactors = columns;
        for (int j = 0; j < perturbations.length; j++) {
            perturbations[j] = (scale * columns[j]) * rows[0];
        }
        writes.toggle(rows, columns);
    }

    @Override
    public void setSigned(float[] rows, float[] columns, float newScale, SignBits signs) {
        signedElements.set(rows, columns, newScale, signs, layerRow, 0);
        hold(signedElements);
    }

    @Override
    public void setDense(ParameterValues values) {
        denseElements.set(values, layerRow, 0);
        hold(denseElements);
    }

    private void hold(HeldElements elements) {
        release();
        held = elements;
        elementsSet = true;
        elements.changes(0, 1f, perturbations);
        writes.toggleRow(0, elements.driven(0));
    }

    /** Releases all perturbations. */
    public void release() {
        elementsSet = false;
        Arrays.fill(perturbations, 0f);
        writes.release();
    }

    @Override
    public void addPerturbation(float factor) {
        if (!elementsSet) {
            return;
        }
        if (held == null) {
            addRankOne(factor * scale, ONE, columnFactors);
            return;
        }
        held.changes(0, factor, changes);
        if (registers != null) {
            registers.add(0, changes);
        } else {
            add(changes);
            writes.commitRow(0, held.driven(0), held.raised(0, factor));
        }
    }

    private void add(float[] summands) {
        for (int j = 0; j < biases.length; j++) {
            biases[j] += summands[j];
        }
    }

    @Override
    public void addRankOne(float factor, float[] rows, float[] columns) {
        float rowFactor = factor * rows[0];
        if (registers != null) {
            for (int j = 0; j < biases.length; j++) {
                changes[j] = rowFactor * columns[j];
            }
            registers.add(0, changes);
            return;
        }
        for (int j = 0; j < biases.length; j++) {
            biases[j] += rowFactor * columns[j];
        }
        writes.commit(factor, rows, columns);
    }

    /** Commits what the registers integrated; {@code rates} are the words of the commit. */
    public void commit(float[] rates) {
        if (registers == null) {
            throw new IllegalStateException("biases without registers are asked to commit them");
        }
        registers.commit(0, biases, rates, changes);
        add(changes);
        writes.commitRow(0, changes);
    }

    /** Saves or loads biases, perturbations, counts and registers. */
    public void state(Archive archive) {
        Archive.expectRest(probedNeuron == NONE, "a probed neuron");
        archive.at(biases);
        archive.at(perturbations);
        writes.state(archive);
        if (registers != null) {
            registers.state(archive, biases.length);
        }
        elementsState(archive);
    }

    private void elementsState(Archive archive) {
        elementsSet = archive.at(elementsSet);
        scale = archive.at(scale);
        boolean isSigned = archive.at(held == signedElements);
        boolean isDense = archive.at(held == denseElements);
        if (isSigned) {
            held = signedElements.state(archive, biases.length);
        } else if (isDense) {
            held = denseElements.state(archive);
        } else {
            held = null;
            int factors = archive.at(columnFactors.length);
            columnFactors = archive.isLoading() ? new float[factors] : columnFactors;
            archive.at(columnFactors);
        }
    }
}
