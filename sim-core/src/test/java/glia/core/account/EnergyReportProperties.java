package glia.core.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class EnergyReportProperties {
    private static final List<EnergyReport.Block> BLOCKS = List.of(
            new EnergyReport.Block("tile1", "tile"),
            new EnergyReport.Block("tile2", "tile"),
            new EnergyReport.Block("bus", "bus"));

    @Property(edgeCases = EdgeCasesMode.NONE)
    void partsAddUpToTheWholeToTheLastDigit(
            @ForAll("entries") List<ActionLedger.Entry> entries,
            @ForAll("prices") @Size(5) List<BigDecimal> prices,
            @ForAll @LongRange(max = 1L << 45) long cycles,
            @ForAll("clocks") BigDecimal clock) {
        EnergyTable table = table(prices);
        EnergyReport report = EnergyReport.of(entries, BLOCKS, table, cycles, clock);
        BigDecimal total = report.totalPicojoules();
        assertEquals(0, total.compareTo(sum(report.byBlock())));
        assertEquals(0, total.compareTo(sum(report.byAction())));
        BigDecimal dynamic = BigDecimal.ZERO;
        for (ActionLedger.Entry entry : entries) {
            dynamic = dynamic.add(BigDecimal.valueOf(entry.count()).multiply(table.price(entry.action())));
        }
        BigDecimal resting = report.byAction()
                .get(EnergyReport.STATIC)
                .add(report.byAction().getOrDefault(EnergyReport.CLOCK, BigDecimal.ZERO));
        assertEquals(0, total.subtract(dynamic).compareTo(resting));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void staticEnergyIsPowerTimesTime(
            @ForAll("prices") @Size(5) List<BigDecimal> prices,
            @ForAll @LongRange(max = 1L << 45) long cycles,
            @ForAll("clocks") BigDecimal clock) {
        EnergyTable table = table(prices);
        EnergyReport report = EnergyReport.of(List.of(), BLOCKS, table, cycles, clock);
        BigDecimal watts = table.staticPower("tile")
                .awake()
                .multiply(BigDecimal.valueOf(2))
                .add(table.staticPower("bus").awake());
        BigDecimal exactTimesClock = watts.scaleByPowerOfTen(12).multiply(BigDecimal.valueOf(cycles));
        BigDecimal error =
                report.byAction().get(EnergyReport.STATIC).multiply(clock).subtract(exactTimesClock);
        assertTrue(error.abs().compareTo(exactTimesClock.scaleByPowerOfTen(-32)) <= 0);
    }

    @Example
    void staticEnergyAtThreeMegahertz() {
        EnergyTable table = new EnergyTable(
                Map.of("READ", new BigDecimal("0.25")),
                Map.of("tile", always("1e-6"), "bus", always("0")),
                Map.of("tile", always("0"), "bus", always("0")));
        List<ActionLedger.Entry> entries = List.of(new ActionLedger.Entry("tile1", "tile", "READ", 4));
        EnergyReport report = EnergyReport.of(entries, BLOCKS, table, 3, new BigDecimal("3e6"));
        String third = "0.3333333333333333333333333333333333";
        assertEquals(
                new BigDecimal(third), EnergyReport.picojoulesPerCycle(new BigDecimal("1e-6"), new BigDecimal("3e6")));
        BigDecimal three = new BigDecimal(third).multiply(new BigDecimal(3));
        assertEquals(0, three.add(BigDecimal.ONE).compareTo(report.byBlock().get("tile1")));
        assertEquals(0, three.compareTo(report.byBlock().get("tile2")));
        assertEquals(0, BigDecimal.ZERO.compareTo(report.byBlock().get("bus")));
        assertEquals(0, BigDecimal.ONE.compareTo(report.byAction().get("READ")));
        assertEquals(Set.of("READ", "STATIC_POWER"), report.byAction().keySet());
    }

    /** Ten cycles of 1 MHz, 1 us each; tile1 and its registers are awake in four of them, tile2 in none. */
    @Example
    void gatedBlocksDrawTheirPowersByTheirState() {
        EnergyTable table = new EnergyTable(
                Map.of(),
                Map.of(
                        "tile",
                        new EnergyTable.ByState(new BigDecimal("1e-6"), new BigDecimal("3e-6")),
                        "register",
                        always("2e-6")),
                Map.of(
                        "tile",
                        new EnergyTable.ByState(BigDecimal.ZERO, new BigDecimal("5")),
                        "register",
                        new EnergyTable.ByState(BigDecimal.ZERO, new BigDecimal("1"))));
        List<EnergyReport.Block> blocks = List.of(
                new EnergyReport.Block("tile1", "tile"),
                new EnergyReport.Block("tile1.registers", "register", 7, "tile1"),
                new EnergyReport.Block("tile2", "tile"));
        List<ActionLedger.Entry> entries = List.of(new ActionLedger.Entry("tile1", "tile", "AWAKE_CYCLE", 4));
        EnergyReport report = EnergyReport.of(entries, blocks, table, 10, new BigDecimal("1e6"));
        assertPicojoules(6 * 1 + 4 * 3 + 4 * 5, report.byBlock().get("tile1"));
        assertPicojoules(7 * (10 * 2 + 4 * 1), report.byBlock().get("tile1.registers"));
        assertPicojoules(10, report.byBlock().get("tile2"));
        assertPicojoules(6 + 12 + 140 + 10, report.byAction().get(EnergyReport.STATIC));
        assertPicojoules(20 + 28, report.byAction().get(EnergyReport.CLOCK));
        assertPicojoules(216, report.totalPicojoules());
    }

    private static void assertPicojoules(long expected, BigDecimal energy) {
        assertEquals(0, BigDecimal.valueOf(expected).compareTo(energy), () -> expected + ", " + energy);
    }

    @Example
    void aMissingPriceIsNamed() {
        EnergyTable table = new EnergyTable(
                Map.of("READ", BigDecimal.ONE),
                Map.of("tile", always("1"), "bus", always("1")),
                Map.of("tile", always("1")));
        List<ActionLedger.Entry> entries = List.of(new ActionLedger.Entry("tile1", "tile", "WRITE", 4));
        assertEquals(
                "the action WRITE has no energy in the technology table",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> EnergyReport.of(entries, List.of(), table, 1, BigDecimal.ONE))
                        .getMessage());
        assertEquals(
                "the block kind bus has no clock energy in the technology table",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> EnergyReport.of(List.of(), BLOCKS, table, 1, BigDecimal.ONE))
                        .getMessage());
    }

    private static EnergyTable table(List<BigDecimal> prices) {
        return new EnergyTable(
                Map.of("READ", prices.get(0), "WRITE", prices.get(1), "ADD", prices.get(2)),
                Map.of(
                        "tile",
                        EnergyTable.ByState.always(prices.get(3)),
                        "bus",
                        EnergyTable.ByState.always(prices.get(4))),
                Map.of(
                        "tile",
                        EnergyTable.ByState.always(prices.get(1)),
                        "bus",
                        EnergyTable.ByState.always(prices.get(2))));
    }

    private static EnergyTable.ByState always(String watts) {
        return EnergyTable.ByState.always(new BigDecimal(watts));
    }

    private static BigDecimal sum(Map<String, BigDecimal> parts) {
        return parts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Provide
    Arbitrary<List<ActionLedger.Entry>> entries() {
        return Combinators.combine(
                        Arbitraries.of("tile1", "tile2", "bus", "other"),
                        Arbitraries.of("READ", "WRITE", "ADD"),
                        Arbitraries.longs().between(1, 1L << 55))
                .as((block, action, count) -> new ActionLedger.Entry(block, "kind", action, count))
                .list()
                .ofMaxSize(30);
    }

    @Provide
    Arbitrary<List<BigDecimal>> prices() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("100000"))
                .ofScale(20)
                .list();
    }

    @Provide
    Arbitrary<BigDecimal> clocks() {
        return Arbitraries.of("1", "3e6", "7", "1e8", "333333333.3", "6.02e10").map(BigDecimal::new);
    }
}
