package glia.cli.page;

import glia.cli.run.EnergyParts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Blocks by group: the tiles of a layer are one, every other block is its own. */
final class BlockGroups {
    /** Up to so many blocks each stands by itself in tables. */
    private static final int FEW = 1_000;

    private BlockGroups() {}

    /**
     * A group.
     *
     * @param blocks their names
     * @param actions picojoules of all of them by action
     */
    record Group(List<String> blocks, Map<String, BigDecimal> actions) {
        /** All of it in picojoules. */
        BigDecimal total() {
            return actions.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /** The name of a block's group. */
    static String name(String block) {
        return block.replaceFirst("\\.tile[\\d.]+$", " tiles");
    }

    /** Whether there are few enough blocks that each can stand by itself. */
    static boolean areFew(EnergyParts energy) {
        return energy.picojoules().size() <= FEW;
    }

    /** The groups of a run's blocks, the dearest first. */
    static Map<String, Group> of(EnergyParts energy) {
        Map<String, Group> groups = new LinkedHashMap<>();
        energy.picojoules().forEach((block, actions) -> {
            Group group =
                    groups.computeIfAbsent(name(block), name -> new Group(new ArrayList<>(), new LinkedHashMap<>()));
            group.blocks().add(block);
            actions.forEach((action, part) -> group.actions().merge(action, part, BigDecimal::add));
        });
        Map<String, Group> sorted = new LinkedHashMap<>();
        groups.entrySet().stream()
                .sorted((one, other) ->
                        other.getValue().total().compareTo(one.getValue().total()))
                .forEach(group -> sorted.put(group.getKey(), group.getValue()));
        return sorted;
    }
}
