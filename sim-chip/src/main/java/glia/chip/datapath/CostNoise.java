package glia.chip.datapath;

import glia.core.archive.Archive;
import glia.core.random.NormalTable;
import glia.core.random.RandomStream;

/**
 * Noise on every difference of two costs that is measured, probes included: σ·m·n, with n standard normal and m the running mean of
 * |ΔC| without noise over learning passes, m ← m + (|ΔC| - m) / 100, from the first one on; 0 before it.
 */
public final class CostNoise {
    private static final long STREAM = 21;
    private static final float TAKEN = 0.01f;

    private final float share;
    private final RandomStream draws;
    private float mean;
    private boolean learned;
    private long measured;

    /** Noise of no difference yet. */
    public CostNoise(Noise noise) {
        share = noise.cost();
        draws = RandomStream.of(noise.seed(), STREAM);
    }

    /** What is measured of the ΔC of a learning pass. */
    public float learning(float change) {
        float size = Math.abs(change);
        mean = learned ? mean + TAKEN * (size - mean) : size;
        learned = true;
        return probe(change);
    }

    /** What is measured of the difference of a probe. */
    public float probe(float change) {
        float measurement = share == 0f ? change : change + (share * mean) * NormalTable.of(draws.bits(measured));
        measured++;
        return measurement;
    }

    /** Saves or loads the running mean and how often it was drawn. */
    public void state(Archive archive) {
        mean = archive.at(mean);
        learned = archive.at(learned);
        measured = archive.at(measured);
    }
}
