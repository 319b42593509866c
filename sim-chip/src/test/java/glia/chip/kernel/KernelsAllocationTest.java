package glia.chip.kernel;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Compiled loops make no objects; vectors that were not kept in registers would show here. */
class KernelsAllocationTest {
    private static final int ROWS = 64;
    private static final int CALLS = 20_000;

    private final float[][] rows = new float[ROWS][144];
    private final int[] indices = IntStream.range(0, ROWS).toArray();
    private final float[] factors = new float[ROWS];
    private final float[] columns = new float[144];
    private final RankOne change = new RankOne(factors, columns);
    private final float[] sums = new float[144];
    private final long[] nonZero = new long[3];
    private final long[] negative = new long[3];

    @Test
    void loopsAllocateNothingOnceCompiled() {
        Arrays.fill(factors, 0x1p-20f);
        Arrays.fill(columns, 1f);
        for (RowKernels kernels : Kernels.available()) {
            long least = Long.MAX_VALUE;
            for (int round = 0; round < 20 && least > 0; round++) {
                long before = allocated();
                run(kernels);
                least = Math.min(least, allocated() - before);
            }
            assertTrue(least < CALLS, kernels.name() + " allocated " + least + " bytes in " + CALLS + " calls");
        }
    }

    private void run(RowKernels kernels) {
        for (int call = 0; call < CALLS; call++) {
            kernels.addRows(rows, indices, ROWS, factors, sums);
            kernels.change(rows, indices, ROWS, change);
            kernels.changeAndAdd(rows, indices, ROWS, change, factors, sums);
            kernels.signs(columns, nonZero, negative);
            kernels.addSigned(1f, negative, sums);
            kernels.multiplySigned(1f, negative, columns, sums);
            kernels.tanh(columns, sums);
        }
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getThreadAllocatedBytes(Thread.currentThread().getId());
    }
}
