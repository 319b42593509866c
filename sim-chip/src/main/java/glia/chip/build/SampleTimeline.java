package glia.chip.build;

import glia.chip.message.Phase;
import glia.chip.plasticity.LayerSite;
import glia.chip.plasticity.LearningRule;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * When each block works for each phase of a sample, simulated. The tiles of a layer stand together; the bus works while it brings a word
 * to all blocks; wires are left out.
 *
 * @param blocks by block, in order, the cycles from the start of its first work for a phase to the end of its last one; no phase in which
 *     it does nothing
 * @param barriers the sequencer's barriers, in order
 * @param cycles of the whole sample
 */
public record SampleTimeline(Map<String, Map<Phase, Span>> blocks, List<Span> barriers, long cycles) {
    /**
     * Cycles from a first one to one that is not among them any more.
     *
     * @param start the first cycle
     * @param end the cycle after the last one
     */
    public record Span(long start, long end) {
        Span with(Span other) {
            return new Span(Math.min(start, other.start), Math.max(end, other.end));
        }
    }

    /**
     * Follows one sample, without a refresh of DeltaVecs where they are refreshed now and then, on a chip of its own; all inputs are 1,
     * so that every row is driven.
     */
    public static SampleTimeline of(NetworkShape shape, ChipConfig config, Technology technology, LearningRule rule) {
        PhaseTracer tracer = new PhaseTracer();
        Chip chip = ChipBuilder.buildWatched(shape, config, technology, rule, tracer);
        chip.learnOne();
        Map<String, Map<Phase, Span>> blocks = rows(chip.floorplan().layers());
        tracer.spans().forEach((name, spans) -> {
            Map<Phase, Span> row = blocks.computeIfAbsent(row(name), each -> new EnumMap<>(Phase.class));
            spans.forEach((phase, span) -> row.merge(phase, span, Span::with));
        });
        blocks.values().removeIf(Map::isEmpty);
        return new SampleTimeline(blocks, List.copyOf(tracer.barriers()), chip.cycles());
    }

    /** A row for each block, in the order of a pass. */
    private static Map<String, Map<Phase, Span>> rows(List<LayerSite> layers) {
        List<String> names = new ArrayList<>(List.of("input"));
        for (LayerSite layer : layers) {
            names.add(layer.name() + ".tiles");
            names.add(layer.name() + ".neurons");
            names.add(layer.name() + ".astrocyte");
        }
        names.add("cost");
        names.add(BlockKind.BUS.label());
        Map<String, Map<Phase, Span>> rows = new LinkedHashMap<>();
        names.forEach(name -> rows.put(name, new EnumMap<>(Phase.class)));
        return rows;
    }

    private static String row(String block) {
        int tile = block.indexOf(".tile");
        return tile < 0 ? block : block.substring(0, tile) + ".tiles";
    }
}
