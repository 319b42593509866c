package glia.core.account;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * The prices of a technology.
 *
 * @param picojoules by name of an action, the energy of performing it once
 * @param staticWatts by kind of block, what one such block leaks
 * @param clockPicojoules by kind of block, what the clock of one such block takes in a cycle
 */
public record EnergyTable(
        Map<String, BigDecimal> picojoules, Map<String, ByState> staticWatts, Map<String, ByState> clockPicojoules) {
    /**
     * A quantity that depends on whether the block is awake.
     *
     * @param asleep in cycles in which the block has nothing to do
     * @param awake in all others
     */
    public record ByState(BigDecimal asleep, BigDecimal awake) {
        /** A quantity that is the same all the time. */
        public static ByState always(BigDecimal quantity) {
            return new ByState(quantity, quantity);
        }
    }

    /** Copies the maps. */
    public EnergyTable {
        picojoules = new TreeMap<>(picojoules);
        staticWatts = new TreeMap<>(staticWatts);
        clockPicojoules = new TreeMap<>(clockPicojoules);
    }

    /** The energy of one action in picojoules. */
    public BigDecimal price(String action) {
        BigDecimal price = picojoules.get(action);
        if (price == null) {
            throw new IllegalArgumentException("the action " + action + " has no energy in the technology table");
        }
        return price;
    }

    /** What one block of a kind leaks, in watts. */
    public ByState staticPower(String kind) {
        return of(staticWatts, kind, "static power");
    }

    /** What the clock of one block of a kind takes in a cycle, in picojoules. */
    public ByState clockEnergy(String kind) {
        return of(clockPicojoules, kind, "clock energy");
    }

    private static ByState of(Map<String, ByState> table, String kind, String what) {
        ByState quantity = table.get(kind);
        if (quantity == null) {
            throw new IllegalArgumentException(
                    "the block kind " + kind + " has no " + what + " in the technology table");
        }
        return quantity;
    }
}
