package glia.chip.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import glia.chip.ChipAction;
import glia.core.account.ActionTiming;
import glia.core.account.EnergyTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TechnologyTest {
    private final Map<String, Figure> energies = Technologies.ofAllActions("0.25");
    private final Map<String, Figure> latencies = Technologies.ofAllActions("2e-8");
    private final Map<String, Figure> intervals = Technologies.ofAllActions("1e-8");
    private final Map<String, Figure> powers = Technologies.ofAllKinds("1e-3");
    private final Map<String, Figure> clocks = Technologies.ofAllKinds("2e-3");
    private final Map<String, Figure> gated = Technologies.ofAllKinds("1e-4");
    private final Map<String, Figure> areas = Technologies.ofAllParts("3");

    private Technology technology() {
        return new Technology(
                "test", energies, latencies, intervals, new Technology.Blocks(powers, clocks, gated), areas);
    }

    private void assertMissing(String what, Map<String, Figure> figures) {
        for (String name : List.copyOf(figures.keySet())) {
            Figure figure = figures.remove(name);
            assertEquals(List.of(what + " of " + name), technology().missing());
            figures.put(name, figure);
        }
    }

    @Test
    void eachMissingFigureIsNamed() {
        assertEquals(List.of(), technology().missing());
        assertMissing("energy", energies);
        assertMissing("latency", latencies);
        assertMissing("interval", intervals);
        assertMissing("static power", powers);
        assertMissing("clock energy", clocks);
        assertMissing("gated power", gated);
        assertMissing("area", areas);
    }

    @Test
    void anEmptyTableLacksEverythingOnce() {
        Technology empty = new Technology(
                "empty", Map.of(), Map.of(), Map.of(), new Technology.Blocks(Map.of(), Map.of(), Map.of()), Map.of());
        List<String> missing = empty.missing();
        int figures = 3 * ChipAction.values().length + 3 * BlockKind.values().length + AreaPart.values().length;
        assertEquals(figures, missing.size());
        assertEquals(missing.size(), new HashSet<>(missing).size());
    }

    @Test
    void pricesAloneMakeAnEnergyTable() {
        energies.put("ADD", Technologies.figure("0.125"));
        powers.put("bus", Technologies.figure("0.002"));
        EnergyTable table = technology().energyTable(PowerGating.NONE);
        assertEquals(new BigDecimal("0.125"), table.price("ADD"));
        assertEquals(new BigDecimal("0.25"), table.price("HOP_WORD"));
        assertEquals(watts("0.002", "0.002"), table.staticPower("bus"));
        assertEquals(watts("1e-3", "1e-3"), table.staticPower("tile"));
        assertEquals(watts("2e-3", "2e-3"), table.clockEnergy("tile"));
    }

    @Test
    void gatingSparesTheClockAndThenTheSupply() {
        EnergyTable clock = technology().energyTable(PowerGating.CLOCK);
        assertEquals(watts("1e-3", "1e-3"), clock.staticPower("tile"));
        assertEquals(watts("0", "2e-3"), clock.clockEnergy("tile"));
        EnergyTable power = technology().energyTable(PowerGating.POWER);
        assertEquals(watts("1e-4", "1e-3"), power.staticPower("tile"));
        assertEquals(watts("0", "2e-3"), power.clockEnergy("tile"));
    }

    private static EnergyTable.ByState watts(String asleep, String awake) {
        return new EnergyTable.ByState(new BigDecimal(asleep), new BigDecimal(awake));
    }

    @Test
    void aMissingAreaIsNamed() {
        areas.remove("adc");
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> technology().area(AreaPart.ADC));
        assertEquals("the part adc has no area in the technology table", refusal.getMessage());
        assertEquals(new BigDecimal("3"), technology().area(AreaPart.DAC));
    }

    @Test
    void timesBecomeCyclesOfTheClock() {
        assertEquals(new ActionTiming(2, 1, 16), technology().timing(ChipAction.ADD, 16, new BigDecimal("1e8")));
        assertEquals(new ActionTiming(7, 4, 16), technology().timing(ChipAction.ADD, 16, new BigDecimal("333333333")));
    }

    @Test
    void aMissingTimeIsNamed() {
        intervals.remove("ADD");
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class, () -> technology().timing(ChipAction.ADD, 1, BigDecimal.ONE));
        assertEquals("the action ADD has no time in the technology table", refusal.getMessage());
    }

    @Test
    void figuresAreCopied() {
        Technology technology = technology();
        new ArrayList<>(energies.keySet()).forEach(energies::remove);
        assertEquals(List.of(), technology.missing());
    }
}
