package glia.learning.part;

import glia.chip.plasticity.LayerSite;

/** Sines of different frequencies, for all blocks of a chip: parameter k at step t is √2·ε·sin(2π (k + 1) t / N), N = 2 (K + 1) steps for K parameters. */
public final class Sinusoids {
    private final float amplitude;
    private final float[] table;

    /** Makes the table of a period. */
    public Sinusoids(float epsilon, long parameters) {
        amplitude = (float) (StrictMath.sqrt(2) * epsilon);
        table = new float[Math.toIntExact(2 * (parameters + 1))];
        for (int m = 0; m < table.length; m++) {
            table[m] = (float) StrictMath.sin(2 * StrictMath.PI * m / table.length);
        }
    }

    /** The value of a synapse at a step. */
    float value(LayerSite site, int row, int column, long step) {
        long phase = (site.number(row, column) + 1) * (step % table.length) % table.length;
        return amplitude * table[(int) phase];
    }
}
