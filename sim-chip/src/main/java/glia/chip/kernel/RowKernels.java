package glia.chip.kernel;

/**
 * The loops over rows of numbers in which a simulation spends its time. Every implementation does the same operations in the same
 * order on each number, so the bits do not depend on which one runs.
 *
 * <p>Rows are different arrays of the length of {@code outputs} and {@code sums}, best one that {@link #width} answers. A loop goes
 * over the rows that the first {@code count} of {@code indices} name, in rising order.
 */
public interface RowKernels {
    /** What the implementation is called: {@code plain} or {@code vector}. */
    String name();

    /** How many numbers one instruction of these loops handles by design. */
    int lanes();

    /** The length of arrays, at least {@code columns}, that suits these loops best; what lies beyond the columns stays 0. */
    int width(int columns);

    /** Matrix-vector product: {@code sums[j] = fma(inputs[i], rows[i][j], sums[j])} for each index i in order. */
    void addRows(float[][] rows, int[] indices, int count, float[] inputs, float[] sums);

    /** Rank-one update: {@code rows[i][j] += change.inputs[i] · change.outputs[j]} for each index i. */
    void change(float[][] rows, int[] indices, int count, RankOne change);

    /** {@link #change} and then {@link #addRows}, with one pass over the rows. */
    void changeAndAdd(float[][] rows, int[] indices, int count, RankOne change, float[] inputs, float[] sums);

    /**
     * Writes which values are not 0 to {@code nonZero} and which of these have a minus sign to {@code negative}, value i as bit i mod
     * 64 of word i / 64; bits beyond the values are 0.
     */
    void signs(float[] values, long[] nonZero, long[] negative);

    /** Adds a value to every sum, with a minus sign where the bit is set: {@code sums[j] += ±value}, bit j mod 64 of word j / 64. */
    void addSigned(float value, long[] signs, float[] sums);

    /** Writes signed products: {@code products[j] = ±(factor · columns[j])}, minus where bit j mod 64 of word j / 64 is set. */
    void multiplySigned(float factor, long[] signs, float[] columns, float[] products);

    /** Writes the {@link HyperbolicTangent} of each input to {@code outputs}, which may be the inputs. */
    void tanh(float[] inputs, float[] outputs);
}
