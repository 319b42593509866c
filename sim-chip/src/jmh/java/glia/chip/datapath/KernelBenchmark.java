package glia.chip.datapath;

import glia.chip.device.IdealDevice;
import glia.core.random.RandomStream;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The kernels of a tile on dense values, and beside them what memory of the same size allows. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.SECONDS)
public class KernelBenchmark {
    static final int FOLDED = 64;

    private static final int IN_L1 = 1024;

    /** Inputs x outputs. */
    @Param({"128x128", "784x128", "1024x1024", "4096x4096"})
    public String size;

    private int turn;
    private SynapseArray array;
    private final IdealDevice device = new IdealDevice();
    private float[][] stored;
    private int[] allRows;
    private final float[][] inputs = new float[2][];
    private float[] columns;
    private float factor = 0x1p-10f;
    private WriteCounter counter;

    private float[] memory;
    private float[][] thirds;
    private int[] half;
    private int[] otherHalf;
    private final float[] near = new float[IN_L1];

    /** Makes all arrays; no value is 0. */
    @Setup
    public void fill() {
        int rows = Integer.parseInt(size.substring(0, size.indexOf('x')));
        int outputs = Integer.parseInt(size.substring(size.indexOf('x') + 1));
        array = new SynapseArray(rows, outputs, device);
        stored = new float[rows][];
        allRows = new int[rows];
        for (int i = 0; i < rows; i++) {
            stored[i] = values(i, outputs);
            allRows[i] = i;
            for (int j = 0; j < outputs; j++) {
                array.load(i, j, stored[i][j]);
            }
        }
        inputs[0] = values(rows, rows);
        inputs[1] = values(rows + 1L, rows);
        columns = values(rows + 2L, outputs);
        counter = new WriteCounter(rows, outputs);
        memory = new float[rows * outputs];
        thirds = new float[3][rows * outputs / 3];
        half = new int[rows * outputs / 2];
        otherHalf = new int[rows * outputs / 2];
    }

    private static float[] values(long stream, int count) {
        RandomStream draws = RandomStream.of(3, stream);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            float size = 0.5f + 0.5f * (float) draws.uniform(i);
            values[i] = (draws.sub(1).bits(i) & 1) == 0 ? size : -size;
        }
        return values;
    }

    /** Matrix-vector product of a tile; inputs change, or the tile would answer what it answered before. */
    @Benchmark
    public float[] multiply() {
        turn ^= 1;
        return array.multiply(inputs[turn], 0);
    }

    /** Rank-one update of the ideal device, there and back. */
    @Benchmark
    public float[][] writeRows() {
        factor = -factor;
        device.writeRows(stored, allRows, allRows.length, factor, inputs[0], columns);
        return stored;
    }

    /** The counts of 64 samples' toggles and commits. */
    @Benchmark
    public WriteCounter count() {
        for (int sample = 0; sample < FOLDED; sample++) {
            counter.toggle(inputs[sample & 1], columns);
            counter.commit(factor, inputs[sample & 1], columns);
            counter.release();
        }
        return counter;
    }

    /** Roofline: reads as many bytes as there are in the weights, by comparing two halves that are equal. */
    @Benchmark
    public int compare() {
        return Arrays.mismatch(half, otherHalf);
    }

    /** Roofline: reads as many bytes as there are in the weights, by copying them over and over to one place in L1. */
    @Benchmark
    public float[] copy() {
        for (int at = 0; at < memory.length; at += IN_L1) {
            System.arraycopy(memory, at, near, 0, IN_L1);
        }
        return near;
    }

    /** Roofline: changes as many floats in place as there are weights. */
    @Benchmark
    public float[] change() {
        factor = -factor;
        addToAll(memory, factor);
        return memory;
    }

    private static void addToAll(float[] values, float step) {
        for (int i = 0; i < values.length; i++) {
            values[i] += step;
        }
    }

    /** Roofline: a[i] = b[i] + s c[i] over three arrays that together are as large as the weights. */
    @Benchmark
    public float[] triad() {
        triad(thirds[0], thirds[1], thirds[2], factor);
        return thirds[0];
    }

    private static void triad(float[] a, float[] b, float[] c, float scale) {
        for (int i = 0; i < a.length; i++) {
            a[i] = Math.fma(scale, c[i], b[i]);
        }
    }
}
