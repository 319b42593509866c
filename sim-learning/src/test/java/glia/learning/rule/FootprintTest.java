package glia.learning.rule;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import glia.chip.block.Schedule;
import glia.chip.build.Chip;
import glia.chip.build.ChipBuilder;
import glia.chip.build.ChipConfig;
import glia.chip.build.Footprint;
import glia.chip.build.NetworkShape;
import glia.chip.build.Technology;
import glia.chip.datapath.ActivationFunction;
import glia.chip.datapath.CostFunction;
import glia.chip.datapath.Optimizer;
import glia.chip.datapath.Slope;
import glia.chip.plasticity.HostSamples;
import glia.chip.plasticity.LearningRule;
import glia.learning.law.Design;
import glia.learning.part.BackpropagationParameters;
import glia.learning.part.DeltaMgdParameters;
import glia.learning.part.DeltaVecParameters;
import glia.learning.part.DeltaVecSource;
import glia.learning.part.Norm;
import glia.learning.part.Periods;
import glia.learning.part.PerturbationPattern;
import glia.learning.part.Recall;
import glia.learning.part.UndirectedMgdParameters;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What building chips of many tiles allocates, against what is stated; allocation does not depend on the machine's speed. */
class FootprintTest {
    private static final Technology TECHNOLOGY = Design.technology(1);
    private static final DeltaMgd RULE = new DeltaMgd(new DeltaMgdParameters(
            new DeltaVecParameters(Recall.ERROR, Slope.EXACT, DeltaVecSource.EXEMPLARS, 100, 0, 0f, 0.01f, 3, 0.3f, 0),
            false,
            Norm.GLOBAL,
            0.03f,
            OptionalDouble.empty(),
            1,
            Optimizer.PLAIN));

    private static final NetworkShape TINY =
            new NetworkShape(List.of(4, 3, 2), ActivationFunction.TANH, CostFunction.CROSS_ENTROPY);

    /** Half the smallest object: an object for every second tile would take it all. */
    private static final long BYTES_OF_A_TILE = 8;

    private static final int MOST_SAMPLES = 3000;

    /** A chip and the bytes that were allocated while it was built and taught a few samples. */
    private record Built(Chip chip, long bytes) {}

    private static Built build(List<Integer> sizes, int tileRows, int tileColumns) {
        return build(sizes, tileRows, tileColumns, RULE, Schedule.BARRIER);
    }

    private static Built build(List<Integer> sizes, int tileRows, int tileColumns, LearningRule rule) {
        return build(sizes, tileRows, tileColumns, rule, Schedule.BARRIER);
    }

    private static Built build(
            List<Integer> sizes, int tileRows, int tileColumns, LearningRule rule, Schedule schedule) {
        NetworkShape shape = new NetworkShape(sizes, ActivationFunction.TANH, CostFunction.CROSS_ENTROPY);
        ChipConfig drawn = Design.config(tileRows, tileColumns, 1);
        ChipConfig config = new ChipConfig(
                        tileRows,
                        tileColumns,
                        1_000_000,
                        drawn.clockHertz(),
                        drawn.device(),
                        drawn.noise(),
                        drawn.tileOptions(),
                        drawn.lanes(),
                        new ChipConfig.Wires(
                                "point-to-point",
                                drawn.wires().bits(),
                                drawn.wires().flow()),
                        drawn.bus())
                .withSchedule(schedule);
        long before = allocated();
        Chip chip = ChipBuilder.build(shape, config, TECHNOLOGY, rule);
        long built = allocated();
        chip.startAt(1);
        return new Built(chip, built - before);
    }

    /**
     * The least that a sample allocates, or the first less than a bound. The first samples build recordings, and vector loops that are
     * not compiled yet, or that the compiler gave up, box what compiled ones hold in registers: a few kilobytes a sample, whatever the
     * number of tiles. When a loop gets compiled is the machine's affair.
     */
    private static long leastBytesOfASample(Chip chip, long bound) {
        float[] input = new float[chip.shape().inputs(0)];
        long least = Long.MAX_VALUE;
        for (int sample = 0; sample < MOST_SAMPLES && least >= bound; sample++) {
            long before = allocated();
            chip.learn(input, 0, 0.01f, label -> input);
            least = Math.min(least, allocated() - before);
        }
        return least;
    }

    private static long allocated() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    @ParameterizedTest
    @CsvSource({
        "100, 100, 10, 1, 1",
        "300, 200, 10, 4, 4",
        "1000, 500, 10, 16, 16",
        "1000, 1000, 10, 32, 32",
        "1000, 1000, 10, 128, 128",
        "1000, 1000, 10, 1000, 1000",
        "1000, 400, 10, 1, 100",
        "1000, 400, 10, 100, 1",
        "500, 500, 500, 50, 50",
    })
    void buildingAChipAllocatesWhatIsStatedAtMost(int inputs, int hidden, int classes, int rows, int columns) {
        build(List.of(4, 3, 2), 2, 2);
        Built built = build(List.of(inputs, hidden, classes), rows, columns);
        Footprint stated = Footprint.of(built.chip().shape(), built.chip().floorplan(), RULE);
        assertTrue(built.bytes() <= stated.bytes(), built.bytes() + " bytes allocated, " + stated + " stated");
        assertTrue(built.bytes() > stated.bytes() / 2, built.bytes() + " bytes allocated, " + stated + " stated");
    }

    @ParameterizedTest
    @CsvSource({"300, 200, 4", "1000, 500, 16", "1000, 1000, 128"})
    void aSecondCopyOfTheWeightsTakesWhatIsStatedAtMost(int inputs, int hidden, int side) {
        build(List.of(4, 3, 2), 2, 2);
        List<Integer> sizes = List.of(inputs, hidden, 10);
        long one = build(sizes, side, side, RULE, Schedule.OVERLAPPED).bytes();
        Built two = build(sizes, side, side, RULE, Schedule.DUAL_ARRAY);
        Chip chip = two.chip();
        Footprint plain = Footprint.of(chip.shape(), chip.floorplan(), RULE, Schedule.OVERLAPPED);
        Footprint stated = Footprint.of(chip.shape(), chip.floorplan(), RULE, Schedule.DUAL_ARRAY);
        long more = stated.bytes() - plain.bytes();
        assertTrue(two.bytes() - one <= more, two.bytes() - one + " bytes more allocated, " + more + " stated");
        assertTrue(two.bytes() - one > more / 2, two.bytes() - one + " bytes more allocated, " + more + " stated");
    }

    /** Other rules have elements and registers, some of which are made when they are used first. */
    @ParameterizedTest
    @CsvSource({
        "signs, 300, 100, 4, 4",
        "signs, 1000, 500, 128, 128",
        "signs, 3000, 100, 128, 1",
        "values, 60, 40, 4, 4",
        "adam, 300, 100, 4, 4",
        "adam, 1000, 500, 128, 128",
        "adam, 3000, 100, 128, 1",
        "backward, 300, 100, 4, 4",
        "backward, 1000, 500, 128, 128"
    })
    void elementsAndRegistersTakeWhatIsStatedAtMost(String kind, int inputs, int hidden, int rows, int columns) {
        List<Integer> sizes = List.of(inputs, hidden, 10);
        NetworkShape shape = new NetworkShape(sizes, ActivationFunction.TANH, CostFunction.CROSS_ENTROPY);
        LearningRule rule = rule(kind, shape);
        float[] input = new float[inputs];
        learn(build(List.of(4, 3, 2), 2, 2, rule(kind, TINY)).chip(), new float[4]);
        long before = retained();
        Chip chip = build(sizes, rows, columns, rule).chip();
        learn(chip, input);
        long bytes = retained() - before;
        Footprint stated = Footprint.of(chip.shape(), chip.floorplan(), rule);
        assertTrue(bytes <= stated.bytes(), bytes + " bytes retained, " + stated + " stated");
        assertTrue(bytes > stated.bytes() / 2, bytes + " bytes retained, " + stated + " stated");
    }

    private static void learn(Chip chip, float[] input) {
        for (int sample = 0; sample < 3; sample++) {
            chip.learn(input, 0, 0.01f, HostSamples.always(input, 0));
        }
    }

    /** Bytes of what is still in use after a collection. */
    private static long retained() {
        for (int collection = 0; collection < 3; collection++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static LearningRule rule(String kind, NetworkShape shape) {
        Periods each = new Periods(1, 1, 1);
        Optimizer adam = new Optimizer(Optimizer.Kind.ADAM, 0.9f, 0.99f, 1e-6f, true, 0f);
        return switch (kind) {
            case "signs" -> undirected(PerturbationPattern.BERNOULLI, each, Optimizer.PLAIN, shape);
            case "values" -> undirected(PerturbationPattern.SINUSOID, each, Optimizer.PLAIN, shape);
            case "adam" -> undirected(PerturbationPattern.BERNOULLI, each, adam, shape);
            default -> new Backpropagation(new BackpropagationParameters(false, 1, Optimizer.PLAIN));
        };
    }

    private static LearningRule undirected(
            PerturbationPattern pattern, Periods periods, Optimizer optimizer, NetworkShape shape) {
        UndirectedMgdParameters parameters =
                new UndirectedMgdParameters(pattern, false, 0.03f, false, periods, optimizer, 1);
        return new UndirectedMgd(parameters, shape.parameters(), shape.layers());
    }

    @Test
    void largeTilesTakeSixteenBytesASynapseAndLittleElse() {
        build(List.of(4, 3, 2), 2, 2);
        Built built = build(List.of(2048, 1024, 10), 1024, 1024);
        long synapses = built.chip().shape().synapses();
        assertTrue(built.bytes() <= 16 * synapses, (double) built.bytes() / synapses + " bytes a synapse");
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 40", "8, 8, 320", "32, 32, 1280"})
    void twiceTheTilesTakeTwiceTheMemory(int rows, int columns, int neurons) {
        build(List.of(4, 3, 2), 2, 2);
        long previous = build(List.of(50 * rows, neurons, 2), rows, columns).bytes();
        for (int doubled = 100; doubled <= 400; doubled *= 2) {
            long bytes =
                    build(List.of(doubled * rows, neurons, 2), rows, columns).bytes();
            double ratio = (double) bytes / previous;
            assertTrue(ratio > 1.8 && ratio < 2.1, ratio + " times the bytes at " + doubled * 40 + " tiles");
            previous = bytes;
        }
    }

    /** A sample's few kilobytes (its list of phases, the listeners' iterators) do not grow with the tiles. */
    @Test
    void learningAllocatesNothingForAnEvent() {
        for (int rows : List.of(100, 400)) {
            Chip chip = build(List.of(rows, 40, 2), 1, 1).chip();
            long bound = BYTES_OF_A_TILE * rows * 40;
            long bytes = leastBytesOfASample(chip, bound);
            assertTrue(bytes < bound, bytes + " bytes for a sample on " + rows * 40 + " tiles");
        }
    }
}
