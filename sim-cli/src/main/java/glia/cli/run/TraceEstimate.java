package glia.cli.run;

import glia.chip.build.Chip;
import glia.chip.build.TraceTap;
import glia.chip.plasticity.HostSamples;
import glia.cli.scenario.Scenario;
import glia.cli.trace.TraceRequest;
import glia.core.trace.TraceEvent;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How large a trace will be, roughly: events of one sample without a refresh of DeltaVecs, on a chip of its own, times bytes that an
 * event takes.
 */
final class TraceEstimate {
    private enum Kind {
        WORK,
        MESSAGE,
        VALUE
    }

    private final Map<Kind, Long> events = new EnumMap<>(Kind.class);

    private TraceEstimate() {}

    /** Simulates the sample. */
    static TraceEstimate of(Scenario scenario) {
        TraceEstimate estimate = new TraceEstimate();
        TraceTap tap = new TraceTap();
        Chip chip = scenario.chip(Optional.of(tap));
        chip.startAt(1);
        tap.open(estimate::count);
        float[] input = new float[chip.shape().inputs(0)];
        Arrays.fill(input, 1f);
        chip.learn(input, 0, 0f, HostSamples.always(input, 0));
        return estimate;
    }

    private void count(TraceEvent event) {
        if (event instanceof TraceEvent.Work) {
            events.merge(Kind.WORK, 1L, Long::sum);
        } else if (event instanceof TraceEvent.Message) {
            events.merge(Kind.MESSAGE, 1L, Long::sum);
        } else if (event instanceof TraceEvent.Vector vector) {
            events.merge(Kind.VALUE, (long) vector.values().length, Long::sum);
        }
    }

    /** Bytes of what a request asks for of a run of some samples, blocks and kinds that are left out included. */
    double bytes(TraceRequest request, long planned) {
        long samples = Math.max(
                0, Math.min(planned, request.samples().to()) - request.samples().from());
        return bytesOfASample(request) * ((samples - 1) / request.every() + 1);
    }

    /** With what an event takes in traces of the shipped scenarios. */
    private double bytesOfASample(TraceRequest request) {
        List<Double> each = switch (request.format()) {
            case PERFETTO -> List.of(75.0, 60.0, 0.0);
            case VCD -> List.of(14.0, 0.0, 0.0);
            case PARQUET -> List.of(0.0, 9.0, 5.0);
            case CSV -> List.of(0.0, 60.0, 25.0);
        };
        double bytes = 0;
        for (Kind kind : Kind.values()) {
            bytes += each.get(kind.ordinal()) * events.getOrDefault(kind, 0L);
        }
        return bytes;
    }
}
