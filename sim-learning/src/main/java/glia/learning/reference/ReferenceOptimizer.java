package glia.learning.reference;

import glia.chip.datapath.Optimizer;

/**
 * Takes the requested changes of all parameters: at once where each pass commits them plainly, else into registers G, m
 * and v, committed every U passes (Polyak 1964; Kingma and Ba, "Adam", 2015).
 *
 * <pre>
 * g = G / U - λ w        PLAIN: x = η g        MOMENTUM: m = μ m + g, x = η m
 * w = w + x              ADAM: m = β1 m + (1 - β1) g, v = β2 v + (1 - β2) g², x = r1 m / (√(r2 v) + ε)
 * </pre>
 */
final class ReferenceOptimizer {
    private final Optimizer optimizer;
    private final int updatePeriod;
    private final ReferenceNetwork network;
    private final boolean direct;
    // G, m and v by layer, row and neuron; the last row is that of the biases
    private final float[][][] gradients;
    private final float[][][] momenta;
    private final float[][][] squares;
    private long commits;

    ReferenceOptimizer(Optimizer optimizer, int updatePeriod, ReferenceNetwork network) {
        ReferenceChecks.atLeastOne("updatePeriod", updatePeriod);
        this.optimizer = optimizer;
        this.updatePeriod = updatePeriod;
        this.network = network;
        this.direct = updatePeriod == 1 && optimizer.kind() == Optimizer.Kind.PLAIN && optimizer.weightDecay() == 0f;
        this.gradients = zeros();
        this.momenta = zeros();
        this.squares = zeros();
    }

    private float[][][] zeros() {
        float[][][] zeros = new float[network.layers()][][];
        for (int l = 0; l < zeros.length; l++) {
            zeros[l] = new float[network.size(l) + 1][network.size(l + 1)];
        }
        return zeros;
    }

    /** Whether changes are made at once; the update word then contains the rate. */
    boolean direct() {
        return direct;
    }

    /**
     * Takes a change of a layer.
     *
     * @param l the layer, from 0
     * @param live whether the update word is other than 0
     */
    void take(int l, float factor, LayerChange change, boolean live) {
        if (direct) {
            network.cells().startWrite(l);
        }
        boolean merges = direct && network.perturbing().merges(l);
        for (int i = 0; i <= network.size(l); i++) {
            float[] row = direct ? stored(l, i) : gradients[l][i];
            for (int j = 0; j < row.length; j++) {
                if (merges && i < network.size(l)) {
                    write(
                            l,
                            i,
                            j,
                            change.change(factor, i, j) + network.perturbing().restore(l, i, j));
                    continue;
                }
                if (direct && isBehindDevice(l, i)) {
                    CountedWrite.ofCell(network, l, i, j, change.change(factor, i, j));
                    continue;
                }
                row[j] = row[j] + change.change(factor, i, j);
                if (direct && live && change.drives(i, j)) {
                    CountedWrite.count(network, l, i, j, change.potentiates(factor, i, j));
                }
            }
        }
        if (merges) {
            network.perturbing().restored(l);
        }
    }

    /** Whether a commit follows pass t. */
    boolean commitsAfter(long t) {
        return (t + 1) % updatePeriod == 0;
    }

    /** Commits if pass t was the last of an update period. */
    void endPass(long t, float rate) {
        if (!direct && commitsAfter(t)) {
            commit(rate);
        }
    }

    private void commit(float rate) {
        commits++;
        float r1 = rate;
        float r2 = 1f;
        if (optimizer.corrected()) {
            double t = (double) commits;
            r1 = (float) (rate / (1 - StrictMath.pow(optimizer.momentum(), t)));
            r2 = (float) (1 / (1 - StrictMath.pow(optimizer.squareMomentum(), t)));
        }
        for (int l = 0; l < network.layers(); l++) {
            network.cells().startWrite(l);
            for (int i = 0; i <= network.size(l); i++) {
                commitRow(l, i, rate, r1, r2);
            }
            network.perturbing().restored(l);
        }
    }

    private void commitRow(int l, int i, float rate, float r1, float r2) {
        float[] row = stored(l, i);
        for (int j = 0; j < row.length; j++) {
            float g = gradients[l][i][j] * (1f / updatePeriod);
            if (optimizer.weightDecay() != 0f) {
                g = Math.fma(-optimizer.weightDecay(), row[j], g);
            }
            float x = switch (optimizer.kind()) {
                case PLAIN -> rate * g;
                case MOMENTUM -> rate * nextMomentum(l, i, j, g);
                case ADAM -> adamStep(l, i, j, g, r1, r2);
            };
            if (i < network.size(l) && network.perturbing().merges(l)) {
                x = x + network.perturbing().restore(l, i, j);
            }
            write(l, i, j, x);
            gradients[l][i][j] = 0f;
        }
    }

    private float nextMomentum(int l, int i, int j, float g) {
        momenta[l][i][j] = Math.fma(optimizer.momentum(), momenta[l][i][j], g);
        return momenta[l][i][j];
    }

    private float adamStep(int l, int i, int j, float g, float r1, float r2) {
        float momentum = optimizer.momentum();
        float squareMomentum = optimizer.squareMomentum();
        float m = Math.fma(momentum, momenta[l][i][j], (1f - momentum) * g);
        float v = Math.fma(squareMomentum, squares[l][i][j], ((1f - squareMomentum) * g) * g);
        momenta[l][i][j] = m;
        squares[l][i][j] = v;
        return (r1 * m) / ((float) Math.sqrt(r2 * v) + optimizer.smallest());
    }

    /** Biases are registers of their own. */
    private boolean isBehindDevice(int l, int i) {
        return !network.cells().areIdeal() && i < network.size(l);
    }

    private void write(int l, int i, int j, float x) {
        if (isBehindDevice(l, i)) {
            CountedWrite.ofCell(network, l, i, j, x);
            return;
        }
        stored(l, i)[j] = stored(l, i)[j] + x;
        if (x != 0f) {
            CountedWrite.count(network, l, i, j, x > 0f);
        }
    }

    private float[] stored(int l, int i) {
        return i < network.size(l) ? network.weights()[l][i] : network.biases()[l];
    }
}
