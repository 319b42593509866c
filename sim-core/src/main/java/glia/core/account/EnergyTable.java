package glia.core.account;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * The prices of a technology.
 *
 * @param picojoules by name of an action, the energy of performing it once
 * @param staticWatts by kind of block, the power of one such block that is spent all the time
 */
public record EnergyTable(Map<String, BigDecimal> picojoules, Map<String, BigDecimal> staticWatts) {
    /** Copies both maps. */
    public EnergyTable {
        picojoules = new TreeMap<>(picojoules);
        staticWatts = new TreeMap<>(staticWatts);
    }

    /** The energy of one action in picojoules. */
    public BigDecimal price(String action) {
        BigDecimal price = picojoules.get(action);
        if (price == null) {
            throw new IllegalArgumentException("the action " + action + " has no energy in the technology table");
        }
        return price;
    }

    /** The static power of one block of a kind in watts. */
    public BigDecimal staticPower(String kind) {
        BigDecimal watts = staticWatts.get(kind);
        if (watts == null) {
            throw new IllegalArgumentException(
                    "the block kind " + kind + " has no static power in the technology table");
        }
        return watts;
    }
}
