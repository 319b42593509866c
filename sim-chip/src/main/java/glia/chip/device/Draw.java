package glia.chip.device;

import glia.core.random.NormalTable;
import glia.core.random.RandomStream;

/**
 * The random draws of a layer's cells. Draw k of cell n has the index 16 n + k in the stream it belongs to: the one of cells, the
 * one of loading, or that of a write.
 */
enum Draw {
    /** Rounds to whole steps. */
    ROUNDING,
    /** Scales a requested change. */
    WRITE_NOISE,
    /** Moves the end of a pulse train. */
    CYCLE_NOISE,
    /** Decides whether a cell is stuck. */
    STUCK,
    /** A cell's gain when it is read. */
    GAIN,
    /** A cell's offset when it is read. */
    OFFSET,
    /** A cell's non-linearity of potentiation. */
    POTENTIATION_LABEL,
    /** A cell's non-linearity of depression. */
    DEPRESSION_LABEL,
    /** The upper end of a cell's range. */
    UPPER_END,
    /** The lower end of a cell's range. */
    LOWER_END,
    /** Noise of a read that verifies a write. */
    VERIFY_READ;

    /** Random bits of a uniform number. */
    static final int UNIFORM_BITS = 24;

    private static final long PER_CELL = 16;

    private long index(int cell) {
        return cell * PER_CELL + ordinal();
    }

    /** A uniform number in [0, 1), with 24 bits. */
    float uniform(RandomStream stream, int cell) {
        return uniform(stream.bits(index(cell)));
    }

    /** The uniform number in [0, 1) of random bits. */
    static float uniform(long bits) {
        return parts(bits) * (1f / (1 << UNIFORM_BITS));
    }

    /** The uniform number of random bits in parts of 2^-24. */
    static long parts(long bits) {
        return bits >>> (Long.SIZE - UNIFORM_BITS);
    }

    /** What {@link #bits} takes for so many cells. */
    static long[] offsets(int cells) {
        return RandomStream.offsets(PER_CELL, cells);
    }

    /** Writes the random bits of this draw for cells in a row. */
    void bits(RandomStream stream, int firstCell, long[] offsets, long[] bits) {
        stream.bits(index(firstCell), offsets, bits);
    }

    /** A standard normal number. */
    float normal(RandomStream stream, int cell) {
        return NormalTable.of(stream.bits(index(cell)));
    }
}
