package glia.cli.run;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import glia.chip.build.Chip;
import glia.chip.build.CriticalPath;
import glia.chip.interconnect.Topology;
import glia.chip.interconnect.Traffic;
import glia.cli.scenario.Scenario;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What went over shared links in a run, and what makes the latency of a sample. */
public final class WiresSummary {
    /** So many of the busiest links are listed. */
    private static final int BUSIEST = 8;

    /** Following a sample takes a second chip; above so many synapses it is left out. */
    static final long MOST_SYNAPSES = 10_000_000;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private WiresSummary() {}

    /** The traffic of a chip with shared links, and the critical path. */
    static ObjectNode of(Scenario scenario, Chip chip, Topology topology, Traffic traffic) {
        ObjectNode node = JSON.objectNode();
        node.put("kind", scenario.chipConfig().wires().kind());
        node.put("links", topology.links().size());
        node.put("diameter", topology.diameter());
        node.put("messages", traffic.messages());
        node.put("messageCycles", traffic.messageCycles());
        ObjectNode waits = node.putObject("waits");
        waits.put("total", traffic.waitedCycles());
        waits.put("p50", traffic.waitOf(0.5));
        waits.put("p99", traffic.waitOf(0.99));
        waits.put("maximum", traffic.waitOf(1));
        node.set("busiest", busiest(chip, topology, traffic));
        if (chip.shape().synapses() <= MOST_SYNAPSES) {
            node.set("criticalPath", path(scenario));
        }
        return node;
    }

    private static ArrayNode busiest(Chip chip, Topology topology, Traffic traffic) {
        ArrayNode links = JSON.arrayNode();
        List<Map.Entry<Integer, Traffic.LinkUse>> sorted = traffic.links().entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<Integer, Traffic.LinkUse> each) ->
                                each.getValue().busyCycles())
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .limit(BUSIEST)
                .toList();
        for (Map.Entry<Integer, Traffic.LinkUse> each : sorted) {
            links.addObject()
                    .put("link", topology.name(each.getKey()))
                    .put("words", each.getValue().words())
                    .put("busyCycles", each.getValue().busyCycles())
                    .put("utilisation", (double) each.getValue().busyCycles() / Math.max(1, chip.cycles()));
        }
        return links;
    }

    /** The critical path of a sample of a scenario: cycles by phase, and in it by reason and kind of block. */
    public static ObjectNode path(Scenario scenario) {
        CriticalPath path =
                CriticalPath.of(scenario.shape(), scenario.chipConfig(), scenario.technology(), scenario.rule());
        ObjectNode node = JSON.objectNode();
        path.phases().forEach((phase, parts) -> {
            ObjectNode each = node.putObject(phase.name());
            parts.forEach((part, cycles) -> each.put(
                    part.reason().name().toLowerCase(Locale.ROOT) + " "
                            + part.kind().label(),
                    cycles));
        });
        return node;
    }
}
