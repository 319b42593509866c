package glia.chip.build;

import glia.chip.ChipAction;
import glia.core.account.ActionTiming;
import glia.core.account.EnergyTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A technology: what each action takes and costs, what each kind of block draws, and how large each part is.
 *
 * @param name of the technology
 * @param energies picojoules by action
 * @param latencies seconds by action, from the start of a batch to its end
 * @param intervals seconds by action, between the starts of two batches
 * @param blocks what each kind of block draws
 * @param areas square micrometres by part
 * @param bits the resolution at which actions are priced and timed, for those that say so
 */
public record Technology(
        String name,
        Map<String, Figure> energies,
        Map<String, Figure> latencies,
        Map<String, Figure> intervals,
        Blocks blocks,
        Map<String, Figure> areas,
        Map<String, Integer> bits) {
    /** A table that says nothing of resolutions. */
    public Technology(
            String name,
            Map<String, Figure> energies,
            Map<String, Figure> latencies,
            Map<String, Figure> intervals,
            Blocks blocks,
            Map<String, Figure> areas) {
        this(name, energies, latencies, intervals, blocks, areas, Map.of());
    }

    /**
     * What blocks draw whether or not they do anything, by kind of block.
     *
     * @param leaking watts that a block draws all the time, but for gated blocks
     * @param clock picojoules that its clock takes in a cycle in which it runs
     * @param gated watts of a block without work where its supply is gated, in the place of {@code leaking}
     */
    public record Blocks(Map<String, Figure> leaking, Map<String, Figure> clock, Map<String, Figure> gated) {
        /** Copies the maps. */
        public Blocks {
            leaking = new TreeMap<>(leaking);
            clock = new TreeMap<>(clock);
            gated = new TreeMap<>(gated);
        }
    }

    /** Copies the maps. */
    public Technology {
        energies = new TreeMap<>(energies);
        latencies = new TreeMap<>(latencies);
        intervals = new TreeMap<>(intervals);
        areas = new TreeMap<>(areas);
        bits = new TreeMap<>(bits);
    }

    /** What a chip needs and this table lacks, such as {@code "energy of ADD"}; empty if complete. */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        List<String> actions =
                Arrays.stream(ChipAction.values()).map(Enum::name).toList();
        note(energies, actions, "energy", missing);
        note(latencies, actions, "latency", missing);
        note(intervals, actions, "interval", missing);
        note(blocks.leaking(), BlockKind.labels(), "static power", missing);
        note(blocks.clock(), BlockKind.labels(), "clock energy", missing);
        note(blocks.gated(), BlockKind.labels(), "gated power", missing);
        note(areas, AreaPart.labels(), "area", missing);
        return missing;
    }

    private static void note(Map<String, Figure> figures, List<String> names, String what, List<String> missing) {
        for (String name : names) {
            if (!figures.containsKey(name)) {
                missing.add(what + " of " + name);
            }
        }
    }

    /** The prices alone, for a chip of some gating. */
    public EnergyTable energyTable(PowerGating gating) {
        Map<String, EnergyTable.ByState> clock = new TreeMap<>();
        Map<String, EnergyTable.ByState> leaking = new TreeMap<>();
        values(blocks.clock())
                .forEach((kind, picojoules) -> clock.put(
                        kind,
                        new EnergyTable.ByState(
                                gating == PowerGating.NONE ? picojoules : BigDecimal.ZERO, picojoules)));
        Map<String, BigDecimal> awake = values(blocks.leaking());
        values(gating == PowerGating.POWER ? blocks.gated() : blocks.leaking()).forEach((kind, asleep) -> {
            BigDecimal watts = awake.get(kind);
            if (watts != null) {
                leaking.put(kind, new EnergyTable.ByState(asleep, watts));
            }
        });
        return new EnergyTable(values(energies), leaking, clock);
    }

    private static Map<String, BigDecimal> values(Map<String, Figure> figures) {
        Map<String, BigDecimal> values = new TreeMap<>();
        figures.forEach((name, figure) -> values.put(name, figure.value()));
        return values;
    }

    /** The area of one part in square micrometres. */
    public BigDecimal area(AreaPart part) {
        Figure figure = areas.get(part.label());
        if (figure == null) {
            throw new IllegalArgumentException("the part " + part.label() + " has no area in the technology table");
        }
        return figure.value();
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
