package glia.chip.datapath;

import glia.chip.device.LayerDevice;
import glia.chip.kernel.Kernels;
import glia.chip.kernel.RankOne;
import glia.chip.kernel.RowKernels;
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

/** The kernels of a tile on dense values, by the doors that blocks use. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.SECONDS)
public class KernelBenchmark {
    static final int FOLDED = 64;

    private static final float FACTOR = 0x1p-10f;

    /** What goes into a tile; no value is 0. */
    @State(Scope.Thread)
    public static class Values {
        /** Inputs x outputs. */
        @Param({"128x128", "784x128", "1024x1024", "4096x4096"})
        public String size;

        int rows;
        int outputs;
        private final float[][] inputs = new float[2][];
        private float[] columns;
        private int turn;

        /** Draws the values, once the loops are compiled. */
        @Setup
        public void draw() {
            Kernels.warmUp();
            rows = Integer.parseInt(size.substring(0, size.indexOf('x')));
            outputs = Integer.parseInt(size.substring(size.indexOf('x') + 1));
            inputs[0] = draw(rows, rows);
            inputs[1] = draw(rows + 1L, rows);
            columns = draw(rows + 2L, outputs);
        }

        float[] row(int row) {
            return draw(row, outputs);
        }

        private static float[] draw(long stream, int count) {
            RandomStream draws = RandomStream.of(3, stream);
            float[] values = new float[count];
            for (int i = 0; i < count; i++) {
                float size = 0.5f + 0.5f * (float) draws.uniform(i);
                values[i] = (draws.sub(1).bits(i) & 1) == 0 ? size : -size;
            }
            return values;
        }

        /** The inputs that were not multiplied last. */
        private float[] nextInputs() {
            return inputs[++turn & 1];
        }

        /** Twice up, twice down, so that weights stay as they are. */
        private float factor() {
            return (turn & 2) == 0 ? FACTOR : -FACTOR;
        }
    }

    /** The synapses of a tile. */
    @State(Scope.Thread)
    public static class Tile {
        private SynapseArray array;

        /** Loads the weights. */
        @Setup
        public void load(Values values) {
            array = new SynapseArray(values.rows, values.outputs, LayerDevice.IDEAL);
            for (int i = 0; i < values.rows; i++) {
                float[] row = values.row(i);
                for (int j = 0; j < values.outputs; j++) {
                    array.load(i, j, row[j]);
                }
            }
        }
    }

    /** Rows of weights. */
    @State(Scope.Thread)
    public static class Rows {
        private final RowKernels kernels = Kernels.fastest();
        private float[][] stored;
        private int[] all;
        private RankOne[] changes;

        /** Fills them, and makes a change that goes back and forth. */
        @Setup
        public void fill(Values values) {
            int width = kernels.width(values.outputs);
            stored = new float[values.rows][];
            all = new int[values.rows];
            for (int i = 0; i < values.rows; i++) {
                stored[i] = Arrays.copyOf(values.row(i), width);
                all[i] = i;
            }
            float[] up = new float[values.rows];
            float[] down = new float[values.rows];
            for (int i = 0; i < values.rows; i++) {
                up[i] = FACTOR * values.inputs[0][i];
                down[i] = -up[i];
            }
            float[] outputs = Arrays.copyOf(values.columns, width);
            changes = new RankOne[] {new RankOne(up, outputs), new RankOne(down, outputs)};
        }
    }

    /** Write counts of a tile. */
    @State(Scope.Thread)
    public static class Counts {
        private WriteCounter counter;

        /** Starts at 0. */
        @Setup
        public void make(Values values) {
            counter = new WriteCounter(values.rows, values.outputs);
        }
    }

    /** Matrix-vector product of a tile; inputs change, or the tile would answer what it answered before. */
    @Benchmark
    public float[] multiply(Tile tile, Values values) {
        return tile.array.multiply(values.nextInputs(), 0);
    }

    /** Rank-one update. */
    @Benchmark
    public float[][] rankOne(Rows rows, Values values) {
        rows.kernels.change(rows.stored, rows.all, rows.all.length, rows.changes[++values.turn & 1]);
        return rows.stored;
    }

    /** What a tile does from sample to sample: an update for the inputs it saw, then the product of other ones. */
    @Benchmark
    public float[] updateThenRead(Tile tile, Values values) {
        float[] seen = values.inputs[values.turn & 1];
        tile.array.addRankOne(values.factor(), seen, values.columns);
        return tile.array.multiply(values.nextInputs(), 0);
    }

    /** The counts of 64 samples' toggles and commits. */
    @Benchmark
    public WriteCounter count(Counts counts, Values values) {
        for (int sample = 0; sample < FOLDED; sample++) {
            float[] inputs = values.nextInputs();
            counts.counter.toggle(inputs, values.columns);
            counts.counter.commit(values.factor(), inputs, values.columns);
            counts.counter.release();
        }
        return counts.counter;
    }
}
