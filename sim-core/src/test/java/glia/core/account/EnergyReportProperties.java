package glia.core.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
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
        assertEquals(0, total.subtract(dynamic).compareTo(report.byAction().get(EnergyReport.STATIC)));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void staticEnergyIsPowerTimesTime(
            @ForAll("prices") @Size(5) List<BigDecimal> prices,
            @ForAll @LongRange(max = 1L << 45) long cycles,
            @ForAll("clocks") BigDecimal clock) {
        EnergyTable table = table(prices);
        EnergyReport report = EnergyReport.of(List.of(), BLOCKS, table, cycles, clock);
        BigDecimal watts =
                table.staticPower("tile").multiply(BigDecimal.valueOf(2)).add(table.staticPower("bus"));
        BigDecimal exactTimesClock = watts.scaleByPowerOfTen(12).multiply(BigDecimal.valueOf(cycles));
        BigDecimal error = report.totalPicojoules().multiply(clock).subtract(exactTimesClock);
        assertTrue(error.abs().compareTo(exactTimesClock.scaleByPowerOfTen(-32)) <= 0);
    }

    @Example
    void staticEnergyAtThreeMegahertz() {
        EnergyTable table = new EnergyTable(
                Map.of("READ", new BigDecimal("0.25")), Map.of("tile", new BigDecimal("1e-6"), "bus", BigDecimal.ZERO));
        List<ActionLedger.Entry> entries = List.of(new ActionLedger.Entry("tile1", "tile", "READ", 4));
        EnergyReport report = EnergyReport.of(entries, BLOCKS, table, 3, new BigDecimal("3e6"));
        String third = "0.3333333333333333333333333333333333";
        assertEquals(
                new BigDecimal(third), EnergyReport.staticPicojoulesPerCycle(table, "tile", new BigDecimal("3e6")));
        BigDecimal three = new BigDecimal(third).multiply(new BigDecimal(3));
        assertEquals(0, three.add(BigDecimal.ONE).compareTo(report.byBlock().get("tile1")));
        assertEquals(0, three.compareTo(report.byBlock().get("tile2")));
        assertEquals(0, BigDecimal.ZERO.compareTo(report.byBlock().get("bus")));
        assertEquals(0, BigDecimal.ONE.compareTo(report.byAction().get("READ")));
    }

    @Example
    void aMissingPriceIsNamed() {
        EnergyTable table = new EnergyTable(Map.of("READ", BigDecimal.ONE), Map.of("tile", BigDecimal.ONE));
        List<ActionLedger.Entry> entries = List.of(new ActionLedger.Entry("tile1", "tile", "WRITE", 4));
        assertEquals(
                "the action WRITE has no energy in the technology table",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> EnergyReport.of(entries, List.of(), table, 1, BigDecimal.ONE))
                        .getMessage());
        assertEquals(
                "the block kind bus has no static power in the technology table",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> EnergyReport.of(List.of(), BLOCKS, table, 1, BigDecimal.ONE))
                        .getMessage());
    }

    private static EnergyTable table(List<BigDecimal> prices) {
        return new EnergyTable(
                Map.of("READ", prices.get(0), "WRITE", prices.get(1), "ADD", prices.get(2)),
                Map.of("tile", prices.get(3), "bus", prices.get(4)));
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
