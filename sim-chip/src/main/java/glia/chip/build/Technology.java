package glia.chip.build;

import glia.chip.ChipAction;
import glia.core.account.ActionTiming;
import glia.core.account.EnergyTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A technology: what each action takes and costs, and what each kind of block draws all the time.
 *
 * @param name of the technology
 * @param energies picojoules by action
 * @param latencies seconds by action, from the start of a batch to its end
 * @param intervals seconds by action, between the starts of two batches
 * @param staticPowers watts by kind of block
 */
public record Technology(
        String name,
        Map<String, Figure> energies,
        Map<String, Figure> latencies,
        Map<String, Figure> intervals,
        Map<String, Figure> staticPowers) {
    /** Copies the maps. */
    public Technology {
        energies = new TreeMap<>(energies);
        latencies = new TreeMap<>(latencies);
        intervals = new TreeMap<>(intervals);
        staticPowers = new TreeMap<>(staticPowers);
    }

    /** What a chip needs and this table lacks, such as {@code "energy of ADD"}; empty if complete. */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        for (ChipAction action : ChipAction.values()) {
            note(energies, action.name(), "energy", missing);
            note(latencies, action.name(), "latency", missing);
            note(intervals, action.name(), "interval", missing);
        }
        for (String kind : BlockKind.labels()) {
            note(staticPowers, kind, "static power", missing);
        }
        return missing;
    }

    private static void note(Map<String, Figure> figures, String name, String what, List<String> missing) {
        if (!figures.containsKey(name)) {
            missing.add(what + " of " + name);
        }
    }

    /** The prices alone. */
    public EnergyTable energyTable() {
        return new EnergyTable(values(energies), values(staticPowers));
    }

    private static Map<String, BigDecimal> values(Map<String, Figure> figures) {
        Map<String, BigDecimal> values = new TreeMap<>();
        figures.forEach((name, figure) -> values.put(name, figure.value()));
        return values;
    }

    /** The timing of an action on a unit with some lanes, at a clock. */
    public ActionTiming timing(ChipAction action, long lanes, BigDecimal clockHertz) {
        return ActionTiming.ofSeconds(seconds(latencies, action), seconds(intervals, action), lanes, clockHertz);
    }

    private static BigDecimal seconds(Map<String, Figure> figures, ChipAction action) {
        Figure figure = figures.get(action.name());
        if (figure == null) {
            throw new IllegalArgumentException("the action " + action + " has no time in the technology table");
        }
        return figure.value();
    }
}
