package glia.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import glia.chip.build.Chip;
import glia.chip.build.ChipConfig;
import glia.chip.build.Placement;
import glia.cli.run.WiresSummary;
import glia.cli.scenario.Scenario;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What there is to see of an interconnect: its size, the load of its links, the critical path of a sample. */
final class WiresScreen {
    private WiresScreen() {}

    /** The interconnect of a chip, and the critical path of a sample on it. */
    static String describe(Scenario scenario, Chip chip) {
        ChipConfig config = scenario.chipConfig();
        Placement placement = chip.interconnect().placement();
        String links = chip.interconnect()
                .topology()
                .map(topology -> Quantities.count(topology.links().size()) + " links of "
                        + config.wires().bits() + " bit, at most " + topology.diameter() + " from block to block")
                .orElse(Quantities.count(chip.interconnect().wires()) + " wires of "
                        + config.wires().bits() + " bit");
        return line(
                        "%nInterconnect: %s, %s; %d blocks on a floorplan of %d x %d; broadcast by %s",
                        config.wires().kind(),
                        links,
                        placement.blocks().size(),
                        placement.width(),
                        placement.height(),
                        config.bus().medium().label())
                + path(WiresSummary.path(scenario));
    }

    /** The load of shared links in a run, from a summary's field {@code interconnect}. */
    static String of(JsonNode node) {
        JsonNode waits = node.path("waits");
        StringBuilder out = new StringBuilder(line(
                "%nInterconnect: %s, %s links; %s messages waited %s cycles in all, half of them at most %s, 99 %% at most %s, each at most %s",
                node.path("kind").asText(),
                count(node.path("links")),
                count(node.path("messages")),
                count(waits.path("total")),
                count(waits.path("p50")),
                count(waits.path("p99")),
                count(waits.path("maximum"))));
        Table table = new Table().row("busiest links", "words", "of the time");
        for (JsonNode link : node.path("busiest")) {
            table.row(
                    "  " + link.path("link").asText(),
                    count(link.path("words")),
                    Quantities.percent(link.path("utilisation").asDouble()));
        }
        return out.append(table).append(path(node.path("criticalPath"))).toString();
    }

    private static String path(JsonNode phases) {
        if (phases.isMissingNode()) {
            return "";
        }
        Map<String, Long> reasons = new TreeMap<>();
        long all = 0;
        Table table = new Table();
        for (Map.Entry<String, JsonNode> phase : phases.properties()) {
            StringBuilder parts = new StringBuilder();
            for (Map.Entry<String, JsonNode> part : phase.getValue().properties()) {
                long cycles = part.getValue().asLong();
                String[] words = part.getKey().split(" ", 2);
                reasons.merge(words[0], cycles, Long::sum);
                all += cycles;
                String name = words[0].equals("compute") || words[0].equals("barrier") ? "" : words[0] + " ";
                parts.append(parts.length() == 0 ? "" : ", ")
                        .append(words[0].equals("barrier") ? "barrier" : name + words[1])
                        .append(' ')
                        .append(Quantities.count(cycles));
            }
            table.leftRow(phase.getKey(), parts.toString());
        }
        StringBuilder out = new StringBuilder("Critical path of a sample: " + Quantities.count(all) + " cycles");
        String separator = " = ";
        for (Map.Entry<String, Long> reason : reasons.entrySet()) {
            out.append(separator).append(reason.getKey()).append(' ').append(Quantities.count(reason.getValue()));
            separator = " + ";
        }
        return out.append('\n').append(table).toString();
    }

    private static String count(JsonNode number) {
        return Quantities.count(number.asLong());
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values) + "\n";
    }
}
