package glia.learning.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glia.chip.block.Schedule;
import glia.chip.block.SynapseTile;
import glia.chip.build.AreaPart;
import glia.chip.build.AreaReport;
import glia.chip.build.BlockKind;
import glia.chip.build.Chip;
import glia.chip.build.ChipBuilder;
import glia.chip.build.ChipConfig;
import glia.chip.build.Figure;
import glia.chip.build.Grade;
import glia.chip.build.NetworkShape;
import glia.chip.build.Technology;
import glia.chip.datapath.ActivationFunction;
import glia.chip.datapath.Converters;
import glia.chip.datapath.CostFunction;
import glia.chip.datapath.FixedPoint;
import glia.chip.datapath.Noise;
import glia.chip.datapath.Optimizer;
import glia.chip.datapath.Periphery;
import glia.chip.datapath.Slope;
import glia.chip.device.DeviceParameters;
import glia.chip.interconnect.Arbiter;
import glia.chip.interconnect.Network;
import glia.chip.interconnect.Reach;
import glia.chip.plasticity.LearningRule;
import glia.learning.law.Design;
import glia.learning.part.DeltaMgdParameters;
import glia.learning.part.DeltaVecParameters;
import glia.learning.part.DeltaVecSource;
import glia.learning.part.Norm;
import glia.learning.part.Periods;
import glia.learning.part.PerturbationPattern;
import glia.learning.part.Recall;
import glia.learning.part.UndirectedMgdParameters;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Areas by hand: the network [4, 3, 2] on tiles of 2 x 2, which takes four tiles and two. */
class AreaReportTest {
    private static final NetworkShape SHAPE =
            new NetworkShape(List.of(4, 3, 2), ActivationFunction.TANH, CostFunction.CROSS_ENTROPY);

    private static final ChipConfig CONFIG = config("point-to-point", Reach.Medium.BUS);

    private static ChipConfig config(String wires, Reach.Medium medium) {
        return new ChipConfig(
                2,
                2,
                100,
                Design.CLOCK,
                DeviceParameters.IDEAL,
                Noise.NONE,
                new SynapseTile.Options(false, false),
                new ChipConfig.Lanes(2, 3, 4, 5, 6, 7, 8),
                new ChipConfig.Wires(wires, 16, new Network.Flow(Arbiter.ROUND_ROBIN, 3, 2, true)),
                new ChipConfig.Bus(medium, 8, 2, Arbiter.ROUND_ROBIN));
    }

    private static final LearningRule DELTA = new DeltaMgd(new DeltaMgdParameters(
            new DeltaVecParameters(Recall.ERROR, Slope.EXACT, DeltaVecSource.EXEMPLARS, 100, 0, 0f, 0.01f, 3, 0.3f, 0),
            false,
            Norm.GLOBAL,
            0.03f,
            OptionalDouble.empty(),
            1,
            Optimizer.PLAIN));

    private static final LearningRule SIGNS = new UndirectedMgd(
            new UndirectedMgdParameters(
                    PerturbationPattern.BERNOULLI, false, 0.1f, false, new Periods(1, 1, 4), Optimizer.PLAIN, 1),
            SHAPE.parameters(),
            SHAPE.layers());

    @Example
    void everyPartOfADeltaMgdChipIsCounted() {
        Chip chip = ChipBuilder.build(SHAPE, CONFIG, technology(), DELTA);
        Map<String, Long> expected = new LinkedHashMap<>();
        expected.put("input lane", 8L);
        expected.put("input memoryBit", 4 * 32L);
        expected.put("tile cell", 6 * 4L);
        expected.put("tile element", 6 * 4L);
        expected.put("tile rowDriver", 6 * 2L);
        expected.put("tile dac", 6 * 2L);
        expected.put("tile adc", 6 * 3L);
        expected.put("tile tileLane", 6 * 4L);
        expected.put("tile memoryBit", 6 * (2 + 2) * 32L);
        expected.put("neurons lane", 2 * 5L);
        // two segments, activation and DeltaVec of 3 + 2 neurons
        expected.put("neurons memoryBit", (3 + 2) * (2 + 2) * 32L);
        expected.put("neurons registerBit", (3 + 2) * 32L);
        expected.put("cost lane", 7L);
        expected.put("cost memoryBit", 2 * 2 * 32L);
        expected.put("astrocyte lane", 2 * 6L);
        // DeltaVecs, two probed samples with their errors, slopes, error
        expected.put("astrocyte memoryBit", (2 * 3 + 2 * (3 + 2) + 3 + 2 + 2 * 2 + 2 * (2 + 2) + 2 + 2) * 32L);
        expected.put("sequencer sequencer", 1L);
        // six tiles, two neuron units, two astrocytes, cost unit, input port
        expected.put("bus busBit", 12 * 8L);
        expected.put("interconnect linkBit", chip.interconnect().wires() * 16L);
        assertEquals(expected, counts(report(chip, DELTA)));
    }

    /** Kept activations of 5 bits, DeltaVecs of 7, and the sums so far of bit-serial inputs, as words. */
    @Example
    void memoriesAreAsWideAsTheirNumbers() {
        FixedPoint none = FixedPoint.exact(1f);
        Periphery periphery = new Periphery(
                new Converters(new FixedPoint(4, 1f), none, true), new FixedPoint(5, 1f), new FixedPoint(7, 1f), none);
        ChipConfig config = CONFIG.withPeriphery(periphery);
        Chip chip = ChipBuilder.build(SHAPE, config, technology(), DELTA);
        Map<String, Long> counts =
                counts(AreaReport.of(config, chip.floorplan(), DELTA, chip.interconnect(), technology()));
        assertEquals(6 * (2 * 5 + 2 * 32 + 2 * 32L), counts.get("tile memoryBit"));
        assertEquals(
                2 * (3 + 2) * 7L + (2 * (3 + 2) + 3 + 2 + 2 * (2 + 2) + 2 + 2) * 32L,
                counts.get("astrocyte memoryBit"));
    }

    /** Parts have areas of 1, 2, 3 ... square micrometres in their order: a cell has 1, an element 2, a row driver 3 ... */
    @Example
    void areasAreCountsTimesTheTable() {
        AreaReport report = report(ChipBuilder.build(SHAPE, CONFIG, technology(), DELTA), DELTA);
        BigDecimal tiles = report.parts().stream()
                .filter(part -> part.block() == BlockKind.TILE)
                .map(AreaReport.Part::squareMicrometres)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        long expected = 24 * 1 + 24 * 2 + 12 * 3 + 12 * 4 + 18 * 5 + 24 * 6 + 768 * 8;
        assertEquals(BigDecimal.valueOf(expected), tiles);
    }

    /** Thirteen blocks stand on a grid of 4 x 4: a mesh has 2 (3 · 4 + 4 · 3) links, each one step, of two packets of three beats. */
    @Example
    void sharedLinksCountByStepsAndByThePacketsTheyHold() {
        ChipConfig mesh = config("mesh", Reach.Medium.MESH);
        Chip chip = ChipBuilder.build(SHAPE, mesh, technology(), DELTA);
        Map<String, Long> counts =
                counts(AreaReport.of(mesh, chip.floorplan(), DELTA, chip.interconnect(), technology()));
        assertEquals(48 * 16L, counts.get("interconnect linkBit"));
        assertEquals(48 * 2 * 3 * 16L, counts.get("interconnect memoryBit"));
        assertEquals(48 * 8L, counts.get("bus linkBit"));
        ChipConfig shared = config("shared-bus", Reach.Medium.BUS);
        chip = ChipBuilder.build(SHAPE, shared, technology(), DELTA);
        counts = counts(AreaReport.of(shared, chip.floorplan(), DELTA, chip.interconnect(), technology()));
        assertEquals(15 * 16L, counts.get("interconnect linkBit"));
        assertEquals(null, counts.get("interconnect memoryBit"));
    }

    /** A sign held and a word integrated, of the 24 cells that the tiles have and of 5 biases. */
    @Example
    void registersOfARuleAreThoseOfAllCells() {
        assertEquals(33, SIGNS.registerBits());
        AreaReport report = report(ChipBuilder.build(SHAPE, CONFIG, technology(), SIGNS), SIGNS);
        assertEquals((24 + 5) * 33L, counts(report).get("register registerBit"));
        assertTrue(report.parts().stream().noneMatch(part -> part.block() == BlockKind.ASTROCYTE));
    }

    @Property(tries = 100)
    void partsAddUpToTheWhole(@ForAll("designs") Design design) {
        Chip chip = design.chip();
        LearningRule rule = design.rule();
        AreaReport report =
                AreaReport.of(design.config(), chip.floorplan(), rule, chip.interconnect(), design.technology());
        Map<AreaPart, Long> byPart = new TreeMap<>();
        report.parts().forEach(part -> byPart.merge(part.part(), part.count(), Long::sum));
        BigDecimal expected = BigDecimal.ZERO;
        for (Map.Entry<AreaPart, Long> part : byPart.entrySet()) {
            BigDecimal area =
                    design.technology().areas().get(part.getKey().label()).value();
            expected = expected.add(area.multiply(BigDecimal.valueOf(part.getValue())));
        }
        assertEquals(0, expected.compareTo(report.total()));
        assertTrue(byPart.getOrDefault(AreaPart.CELL, 0L) >= design.shape().synapses());
        assertEquals(
                report.parts().size(),
                report.parts().stream()
                        .map(part -> part.block() + " " + part.part())
                        .distinct()
                        .count());
    }

    @Provide
    Arbitrary<Design> designs() {
        return Designs.any();
    }

    /** Where phases overlap, six tiles of two rows and five neurons with two segments hold a second pass. */
    @Example
    void overlappingPhasesTakeASecondSetOfBuffersAndASecondCopyItsCellsAndConverters() {
        Chip chip = ChipBuilder.build(SHAPE, CONFIG, technology(), DELTA);
        Map<String, Long> expected = counts(report(chip, DELTA));
        expected.merge("tile memoryBit", 6 * 2 * 32L, Long::sum);
        expected.merge("neurons memoryBit", (3 + 2) * (2 + 1) * 32L, Long::sum);
        assertEquals(expected, counts(scheduled(Schedule.OVERLAPPED)));
        expected.put("tile cell", 2 * 6 * 4L);
        expected.put("tile rowDriver", 2 * 6 * 2L);
        expected.put("tile dac", 2 * 6 * 2L);
        expected.put("tile adc", 2 * 6 * 3L);
        assertEquals(expected, counts(scheduled(Schedule.DUAL_ARRAY)));
    }

    private static AreaReport scheduled(Schedule schedule) {
        ChipConfig config = CONFIG.withSchedule(schedule);
        Chip chip = ChipBuilder.build(SHAPE, config, technology(), DELTA);
        return AreaReport.of(config, chip.floorplan(), DELTA, chip.interconnect(), technology());
    }

    private static AreaReport report(Chip chip, LearningRule rule) {
        return AreaReport.of(CONFIG, chip.floorplan(), rule, chip.interconnect(), technology());
    }

    private static Map<String, Long> counts(AreaReport report) {
        Map<String, Long> counts = new LinkedHashMap<>();
        report.parts()
                .forEach(part ->
                        counts.put(part.block().label() + " " + part.part().label(), part.count()));
        return counts;
    }

    private static Technology technology() {
        Technology drawn = Design.technology(1);
        Map<String, Figure> areas = new TreeMap<>();
        for (AreaPart part : AreaPart.values()) {
            areas.put(part.label(), new Figure(BigDecimal.valueOf(part.ordinal() + 1L), "by hand", Grade.ASSUMED));
        }
        return new Technology(
                drawn.name(), drawn.energies(), drawn.latencies(), drawn.intervals(), drawn.blocks(), areas);
    }
}
