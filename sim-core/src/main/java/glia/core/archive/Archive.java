package glia.core.archive;

/**
 * State on its way into a file or out of it. A class names what it keeps once, {@code count = archive.at(count);
 * archive.at(weights);}: while saving, numbers are answered as they are; while loading, as they were saved, and arrays are filled.
 * What follows from the scenario is not kept.
 *
 * <p>Every method of a loading archive throws an {@link ArchiveException} that names the part, if something else was saved at that place.
 */
public interface Archive {
    /** Whether state is being loaded. */
    boolean isLoading();

    /** Begins a part, such as a block, by its name. */
    void part(String name);

    /** A number of 64 bits. */
    long at(long value);

    /** A text. */
    String at(String value);

    /** The first numbers of an array, as many as saved. */
    void at(float[] values, int count);

    /** All numbers of an array, as many as saved. */
    void at(int[] values);

    /** All numbers of an array, as many as saved. */
    void at(long[] values);

    /** A number of 32 bits. */
    default int at(int value) {
        return Math.toIntExact(at((long) value));
    }

    /** A number, to its bits. */
    default float at(float value) {
        return Float.intBitsToFloat(at(Float.floatToRawIntBits(value)));
    }

    /** A number, to its bits. */
    default double at(double value) {
        return Double.longBitsToDouble(at(Double.doubleToRawLongBits(value)));
    }

    /** Yes or no. */
    default boolean at(boolean value) {
        return at(value ? 1L : 0L) != 0;
    }

    /** All numbers of an array, as many as saved. */
    default void at(float[] values) {
        at(values, values.length);
    }

    /** The first numbers of every row, as many rows as saved. */
    default void at(float[][] rows, int count) {
        for (float[] row : rows) {
            at(row, count);
        }
    }

    /** All numbers of every row, as many as saved. */
    default void at(int[][] rows) {
        for (int[] row : rows) {
            at(row);
        }
    }

    /** All numbers of an array, to their bits, as many as saved. */
    default void at(double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = at(values[i]);
        }
    }

    /** Says that a part is at rest, which it is between samples. */
    static void expectRest(boolean rests, String what) {
        if (!rests) {
            throw new IllegalStateException(what + " is not at rest; state is kept between samples only");
        }
    }
}
