package glia.chip.datapath;

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

/** What memory as large as a tile's weights allows. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.SECONDS)
public class MemoryBenchmark {
    private static final int IN_L1 = 1024;

    /** How large. */
    @State(Scope.Thread)
    public static class Size {
        /** Inputs x outputs. */
        @Param({"128x128", "784x128", "1024x1024", "4096x4096"})
        public String size;

        int weights() {
            String[] sides = size.split("x", 2);
            return Integer.parseInt(sides[0]) * Integer.parseInt(sides[1]);
        }
    }

    /** Two halves that are equal. */
    @State(Scope.Thread)
    public static class Halves {
        private int[] half;
        private int[] otherHalf;

        /** Makes them. */
        @Setup
        public void fill(Size size) {
            half = new int[size.weights() / 2];
            otherHalf = new int[size.weights() / 2];
        }
    }

    /** One array, and a place in L1. */
    @State(Scope.Thread)
    public static class Memory {
        private final float[] near = new float[IN_L1];
        private float[] all;
        private float step = 0x1p-10f;

        /** Makes it. */
        @Setup
        public void fill(Size size) {
            all = new float[size.weights()];
        }
    }

    /** Reads all bytes by comparing two halves. */
    @Benchmark
    public int compare(Halves halves) {
        return Arrays.mismatch(halves.half, halves.otherHalf);
    }

    /** Reads all bytes by copying them over and over to one place in L1. */
    @Benchmark
    public float[] copy(Memory memory) {
        for (int at = 0; at < memory.all.length; at += IN_L1) {
            System.arraycopy(memory.all, at, memory.near, 0, IN_L1);
        }
        return memory.near;
    }

    /** Changes all floats in place. */
    @Benchmark
    public float[] change(Memory memory) {
        memory.step = -memory.step;
        addToAll(memory.all, memory.step);
        return memory.all;
    }

    private static void addToAll(float[] values, float step) {
        for (int i = 0; i < values.length; i++) {
            values[i] += step;
        }
    }
}
