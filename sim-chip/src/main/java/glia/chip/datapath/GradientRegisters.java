package glia.chip.datapath;

import glia.chip.kernel.Kernels;
import glia.chip.kernel.RankOne;
import glia.core.archive.Archive;
import java.util.Arrays;

/**
 * Registers of a tile's synapses that integrate the changes asked of them, G, until a commit, and the moments m and v of the
 * optimizer: the memory in silicon that a rule with an update period asks for.
 */
public final class GradientRegisters {
    private final Optimizer optimizer;
    private final float mean;
    private final float[][] integrals;
    private final float[][] moments;
    private final float[][] squareMoments;

    /** Makes registers of value 0 for rows of some numbers, integrated over an update period. */
    GradientRegisters(int rows, int width, Optimizer optimizer, int updatePeriod) {
        this.optimizer = optimizer;
        mean = 1f / updatePeriod;
        integrals = new float[rows][width];
        moments = new float[optimizer.kind() == Optimizer.Kind.PLAIN ? 0 : rows][width];
        squareMoments = new float[optimizer.kind() == Optimizer.Kind.ADAM ? rows : 0][width];
    }

    /** Adds a rank-one change to some rows. */
    void add(RowValues rows, RankOne change) {
        Kernels.fastest().change(integrals, rows.indices, rows.count, change);
    }

    /** Adds the changes of one row. */
    void add(int row, float[] changes) {
        float[] integral = integrals[row];
        for (int j = 0; j < changes.length; j++) {
            integral[j] += changes[j];
        }
    }

    /** A copy of what a row integrated since the last commit: the sum of the changes asked for. */
    float[] integral(int row, int columns) {
        return Arrays.copyOf(integrals[row], columns);
    }

    /**
     * Writes the changes that a commit asks of a row's cells, and starts to integrate anew.
     *
     * @param rates the learning rate; with {@link Optimizer.Kind#ADAM} the factors r1 of the moment and r2 of the square moment
     */
    void commit(int row, float[] weights, float[] rates, float[] changes) {
        float[] g = integrals[row];
        for (int j = 0; j < g.length; j++) {
            g[j] *= mean;
        }
        if (optimizer.weightDecay() != 0f) {
            for (int j = 0; j < g.length; j++) {
                g[j] = Math.fma(-optimizer.weightDecay(), weights[j], g[j]);
            }
        }
        switch (optimizer.kind()) {
            case PLAIN -> multiply(rates[0], g, changes);
            case MOMENTUM -> {
                average(optimizer.momentum(), 1f, g, moments[row]);
                multiply(rates[0], moments[row], changes);
            }
            case ADAM -> adam(row, g, rates, changes);
        }
        Arrays.fill(g, 0f);
    }

    private static void multiply(float rate, float[] values, float[] changes) {
        for (int j = 0; j < changes.length; j++) {
            changes[j] = rate * values[j];
        }
    }

    private static void average(float kept, float taken, float[] values, float[] averages) {
        for (int j = 0; j < averages.length; j++) {
            averages[j] = Math.fma(kept, averages[j], taken * values[j]);
        }
    }

    private void adam(int row, float[] g, float[] rates, float[] changes) {
        float[] m = moments[row];
        float[] v = squareMoments[row];
        average(optimizer.momentum(), 1f - optimizer.momentum(), g, m);
        float kept = optimizer.squareMomentum();
        float taken = 1f - kept;
        for (int j = 0; j < v.length; j++) {
            v[j] = Math.fma(kept, v[j], (taken * g[j]) * g[j]);
        }
        for (int j = 0; j < changes.length; j++) {
            changes[j] = (rates[0] * m[j]) / (Numerics.sqrt(rates[1] * v[j]) + optimizer.smallest());
        }
    }

    /** Saves or loads the registers of some columns; what stands beside them is 0. */
    void state(Archive archive, int columns) {
        archive.at(integrals, columns);
        archive.at(moments, columns);
        archive.at(squareMoments, columns);
    }
}
