package glia.chip.datapath;

import glia.chip.device.Drift;
import glia.core.archive.Archive;

/** When the cells of a tile were written, in samples, and what has become of them since. */
final class CellAges {
    private final Drift.Factors factors;
    private final int[][] written;
    private int now;

    CellAges(Drift drift, int rows, int columns) {
        factors = new Drift.Factors(drift);
        written = new int[rows][columns];
    }

    /** Moves on to a sample. */
    void startSample(long sample) {
        now = Math.toIntExact(sample);
    }

    /** Notes that a cell is written now. */
    void write(int row, int column) {
        written[row][column] = now;
    }

    /** What a cell that stored a value stores now; its distance from {@code -rest} decays. */
    float present(int row, int column, float value, float rest) {
        float factor = factors.of(now - written[row][column]);
        return factor == 1f ? value : (value + rest) * factor - rest;
    }

    /** Saves or loads when each cell was written. */
    void state(Archive archive) {
        archive.at(written);
        now = archive.at(now);
    }
}
