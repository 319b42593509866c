package glia.cli.scenario;

import glia.chip.ChipAction;
import glia.chip.build.Figure;
import glia.chip.build.Technology;
import glia.core.config.InputException;
import glia.core.config.Position;
import glia.core.config.Written;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What writes take and cost with a published device: {@code technology} in its file has energy and latency of a pulse on a cell and of
 * a slot, all of them or none, with value, grade and source. They stand in the place of the technology table's.
 */
final class DevicePrices {
    private static final String SECTION = "technology.";
    private static final List<ChipAction> ACTIONS = List.of(ChipAction.WRITE_SYNAPSE, ChipAction.WRITE_ROW);
    private static final List<String> NEEDED = List.of("energy", "latency");

    private DevicePrices() {}

    /** The names of the figures. */
    static List<String> figureNames() {
        List<String> names = new ArrayList<>();
        for (ChipAction action : ACTIONS) {
            NEEDED.forEach(figure -> names.add(SECTION + action + "." + figure));
            names.add(SECTION + action + ".interval");
        }
        return names;
    }

    /** A table with the writes of a preset, or the table itself if the preset brings none. */
    static Technologies.Read over(Technologies.Read table, String preset, Path base) {
        Map<String, Written> prices = new LinkedHashMap<>();
        DevicePresets.read(preset, base).forEach((key, written) -> {
            if (key.startsWith(SECTION)) {
                prices.put("actions." + key.substring(SECTION.length()), written);
            }
        });
        if (prices.isEmpty()) {
            return table;
        }
        TechnologyReader reader = new TechnologyReader(preset);
        Technology writes = reader.readPart(prices);
        if (!reader.complaints().isEmpty()) {
            throw reader.complaints().get(0);
        }
        checkComplete(writes, preset);
        return merged(table, writes, preset);
    }

    private static void checkComplete(Technology writes, String preset) {
        Map<String, Map<String, Figure>> figures = Map.of("energy", writes.energies(), "latency", writes.latencies());
        for (ChipAction action : ACTIONS) {
            for (String figure : NEEDED) {
                if (!figures.getOrDefault(figure, Map.of()).containsKey(action.name())) {
                    throw new InputException(Position.of(preset), "technology lacks the " + figure + " of " + action);
                }
            }
        }
    }

    private static Technologies.Read merged(Technologies.Read table, Technology writes, String preset) {
        Technology own = table.technology();
        String suffix = " with writes of " + preset.substring(preset.lastIndexOf('/') + 1);
        Technology technology = new Technology(
                own.name().endsWith(suffix) ? own.name() : own.name() + suffix,
                merged(own.energies(), writes.energies()),
                merged(own.latencies(), writes.latencies()),
                merged(own.intervals(), writes.intervals()),
                own.blocks(),
                own.areas(),
                own.bits());
        return new Technologies.Read(technology, table.description(), TechnologyWriter.write(technology, table));
    }

    private static Map<String, Figure> merged(Map<String, Figure> figures, Map<String, Figure> others) {
        Map<String, Figure> all = new TreeMap<>(figures);
        all.putAll(others);
        return all;
    }
}
