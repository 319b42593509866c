package glia.chip.datapath;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What needs no memory: the hyperbolic tangent, and beside it how fast this machine multiplies, adds and divides. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ArithmeticBenchmark {
    static final int VALUES = 1024;
    static final int CHAIN = 8;

    private final float[] inputs = new float[VALUES];
    private final float[] outputs = new float[VALUES];

    /** Values from -4 to 4. */
    @Setup
    public void fill() {
        for (int i = 0; i < VALUES; i++) {
            inputs[i] = (i - VALUES / 2) / 128f + 0x1p-9f;
        }
    }

    /** Seconds a tanh. */
    @Benchmark
    @OperationsPerInvocation(VALUES)
    public float[] tanh() {
        ActivationFunction.TANH.apply(inputs, outputs);
        return outputs;
    }

    /** Seconds a division. */
    @Benchmark
    @OperationsPerInvocation(VALUES)
    public float[] divide() {
        divide(inputs, outputs);
        return outputs;
    }

    private static void divide(float[] divisors, float[] quotients) {
        for (int i = 0; i < quotients.length; i++) {
            quotients[i] = 3f / divisors[i];
        }
    }

    /** Seconds a fused multiply-add, many at a time. */
    @Benchmark
    @OperationsPerInvocation(VALUES * CHAIN)
    public float[] fma() {
        fma(inputs, outputs, 0.75f, 0.25f);
        return outputs;
    }

    private static void fma(float[] from, float[] to, float a, float b) {
        for (int i = 0; i < to.length; i++) {
            float x = from[i];
            x = Math.fma(x, a, b);
            x = Math.fma(x, a, b);
            x = Math.fma(x, a, b);
            x = Math.fma(x, a, b);
            x = Math.fma(x, a, b);
            x = Math.fma(x, a, b);
            x = Math.fma(x, a, b);
            to[i] = Math.fma(x, a, b);
        }
    }
}
