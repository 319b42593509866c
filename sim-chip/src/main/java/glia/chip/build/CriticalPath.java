package glia.chip.build;

import glia.chip.message.Phase;
import glia.chip.plasticity.LearningRule;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What makes the latency of a sample: the chain of work and waits that ends with it, walked back from the end of each step over
 * the delivery that each part waited for. Its parts add up to the cycles of each phase. A unit's work for an earlier message
 * counts as work of its block.
 *
 * @param phases by phase its parts in the order of first coming, with their cycles
 */
public record CriticalPath(Map<Phase, Map<Part, Long>> phases) {
    /** What the cycles of a part go to. */
    public enum Reason {
        /** A block works. */
        COMPUTE,
        /** A message is on its way, as long as it takes alone. */
        WIRE,
        /** A message waits for others on its way. */
        QUEUE,
        /** The sequencer finds and makes known that a step has ended. */
        BARRIER
    }

    /**
     * A part of the chain.
     *
     * @param reason what its cycles go to
     * @param kind the kind of block that works; the interconnect or bus, where a message is on its way
     */
    public record Part(Reason reason, BlockKind kind) {}

    /**
     * Follows one sample, without a refresh of DeltaVecs where they are refreshed now and then, on a chip of its own; all inputs are 1,
     * so that every row is driven.
     */
    public static CriticalPath of(NetworkShape shape, ChipConfig config, Technology technology, LearningRule rule) {
        PathTracer tracer = new PathTracer();
        Chip chip = ChipBuilder.buildWatched(shape, config, technology, rule, tracer);
        Map<Phase, Map<Part, Long>> phases = new EnumMap<>(Phase.class);
        chip.addPhaseListener((phase, startCycle, endCycle) -> {
            Map<Part, Long> parts = phases.computeIfAbsent(phase, each -> new LinkedHashMap<>());
            tracer.take().forEach((part, cycles) -> parts.merge(part, cycles, Long::sum));
        });
        chip.learnOne();
        return new CriticalPath(phases);
    }

    /** Cycles of all phases that go to something. */
    public long cycles(Reason reason) {
        return phases.values().stream()
                .flatMap(parts -> parts.entrySet().stream())
                .filter(part -> part.getKey().reason() == reason)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
