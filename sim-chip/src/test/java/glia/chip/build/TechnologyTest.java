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

    private Technology technology() {
        return new Technology("test", energies, latencies, intervals, powers);
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
    }

    @Test
    void anEmptyTableLacksEverythingOnce() {
        Technology empty = new Technology("empty", Map.of(), Map.of(), Map.of(), Map.of());
        List<String> missing = empty.missing();
        assertEquals(3 * ChipAction.values().length + BlockKind.values().length, missing.size());
        assertEquals(missing.size(), new HashSet<>(missing).size());
    }

    @Test
    void pricesAloneMakeAnEnergyTable() {
        energies.put("ADD", Technologies.figure("0.125"));
        powers.put("bus", Technologies.figure("0.002"));
        EnergyTable table = technology().energyTable();
        assertEquals(new BigDecimal("0.125"), table.price("ADD"));
        assertEquals(new BigDecimal("0.25"), table.price("HOP_WORD"));
        assertEquals(new BigDecimal("0.002"), table.staticPower("bus"));
        assertEquals(new BigDecimal("1e-3"), table.staticPower("tile"));
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
