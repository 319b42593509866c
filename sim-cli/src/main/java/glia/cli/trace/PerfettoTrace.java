package glia.cli.trace;

import glia.chip.build.TraceTap.Quantity;
import glia.core.account.ActionBins;
import glia.core.trace.TraceEvent;
import glia.core.trace.TraceWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A trace for <a href="https://ui.perfetto.dev">Perfetto</a>: a track for each block, grouped by layer, with a track for each of its
 * actions; slices for work, phases and samples; a flow from each sending to each arrival; counters for costs, bus occupancy and power.
 * One cycle is one nanosecond of its time axis.
 *
 * <p>What a phase did is written when it ends, in order on each track.
 */
final class PerfettoTrace implements TraceWriter {
    private static final int SAMPLES = 1;
    private static final int PHASES = 2;
    private static final int POWER = 3;
    private static final int BUS = 4;
    private static final int FIRST_QUANTITY = 5;
    private static final int FIRST_LAYER = 100;
    /** Tracks of a block: its own, what it sent, what it received, then its actions. */
    private static final long BLOCK_TRACKS = 1L << 40;

    private static final int SENT = 1;
    private static final int RECEIVED = 2;
    private static final int FIRST_ACTION = 3;
    private static final long MOST_LANES = 1L << 24;

    private final PerfettoPackets packets;
    private final TraceModel model;
    private final ActionBins bins;
    private final List<TraceEvent.Work> works = new ArrayList<>();
    private final List<TraceEvent.Message> messages = new ArrayList<>();
    private final Map<Long, long[]> lanes = new HashMap<>();
    private long sample = -1;
    private long sampleCycle;
    private long endCycle;
    private long flows;

    /**
     * Starts a trace.
     *
     * @param bins for the power counter, all others empty
     */
    PerfettoTrace(OutputStream out, TraceModel model, ActionBins bins) throws IOException {
        this.model = model;
        this.bins = bins;
        packets = new PerfettoPackets(out);
        packets.track(SAMPLES, 0, "samples");
        packets.track(PHASES, 0, "phases");
        packets.counter(POWER, "dynamic power", "W");
        packets.counter(BUS, "bus busy", "");
        for (Quantity quantity : Quantity.values()) {
            String name = quantity == Quantity.BASELINE_COST ? "C0" : "ΔC";
            packets.counter(FIRST_QUANTITY + quantity.ordinal(), name, "");
        }
        int layers = -1;
        for (int block = 0; block < model.blocks().size(); block++) {
            layers = Math.max(layers, model.layer(block));
        }
        for (int layer = 0; layer <= layers; layer++) {
            packets.track(FIRST_LAYER + layer, 0, layer == 0 ? "chip" : "layer " + layer);
        }
        for (int block = 0; block < model.blocks().size(); block++) {
            long own = track(block, 0);
            packets.track(
                    own,
                    FIRST_LAYER + model.layer(block),
                    model.blocks().get(block).name());
            packets.track(own + SENT, own, "sent");
            packets.track(own + RECEIVED, own, "received");
        }
    }

    private static long track(int block, long part) {
        return (block + 1) * BLOCK_TRACKS + part;
    }

    @Override
    public void write(TraceEvent event) throws IOException {
        if (event instanceof TraceEvent.Work work) {
            works.add(work);
        } else if (event instanceof TraceEvent.Message message) {
            messages.add(message);
        } else if (event instanceof TraceEvent.Phase phase) {
            endPhase(phase);
        } else if (event instanceof TraceEvent.Value value) {
            packets.real(FIRST_QUANTITY + value.quantity(), value.cycle(), value.value());
        } else if (event instanceof TraceEvent.Sample next) {
            if (sample < 0) {
                bins.startAt(next.cycle());
            }
            endSample();
            sample = next.sample();
            sampleCycle = next.cycle();
        } else if (event instanceof TraceEvent.Count count) {
            bins.add(count.block(), count.action(), count.times(), count.startCycle(), count.doneCycle());
        }
    }

    private void endSample() throws IOException {
        if (sample >= 0) {
            packets.slice(SAMPLES, "sample " + sample, sampleCycle, endCycle);
        }
    }

    private void endPhase(TraceEvent.Phase phase) throws IOException {
        endCycle = phase.endCycle();
        packets.slice(PHASES, model.phases().get(phase.phase()), phase.startCycle(), endCycle);
        works.sort(Comparator.comparingLong(TraceEvent.Work::startCycle));
        long busUntil = -1;
        for (TraceEvent.Work work : works) {
            bins.add(work.block(), work.action(), work.times(), work.startCycle(), work.doneCycle());
            String action = model.action(work.action());
            packets.work(
                    lane(work, action),
                    action,
                    work.startCycle(),
                    work.doneCycle(),
                    work.times(),
                    model.picojoules(work.action(), work.times()));
            if (model.blocks().get(work.block()).name().equals("bus")) {
                busUntil = occupy(busUntil, work);
            }
        }
        if (busUntil >= 0) {
            packets.number(BUS, busUntil, 0);
        }
        works.clear();
        endMessages();
    }

    private long occupy(long busUntil, TraceEvent.Work work) throws IOException {
        if (work.startCycle() > busUntil) {
            if (busUntil >= 0) {
                packets.number(BUS, busUntil, 0);
            }
            packets.number(BUS, work.startCycle(), 1);
        }
        return Math.max(busUntil, work.doneCycle());
    }

    /** The track of the first of an action's lanes that is free; work that overlaps goes to another one. */
    private long lane(TraceEvent.Work work, String action) throws IOException {
        long first = track(work.block(), FIRST_ACTION + work.action() * MOST_LANES);
        long[] free = lanes.computeIfAbsent(first, each -> new long[] {-1});
        int lane = 0;
        while (lane < free.length - 1 && free[lane] > work.startCycle()) {
            lane++;
        }
        if (free[lane] > work.startCycle()) {
            lane++;
            free = Arrays.copyOf(free, lane + 1);
            free[lane] = -1;
            lanes.put(first, free);
        }
        if (free[lane] < 0) {
            packets.track(first + lane, track(work.block(), 0), lane == 0 ? action : action + " " + (lane + 1));
        }
        free[lane] = work.doneCycle();
        return first + lane;
    }

    /** One sending for messages that left together, an arrival and a flow for each. */
    private void endMessages() throws IOException {
        messages.sort(Comparator.comparingLong(TraceEvent.Message::readyCycle)
                .thenComparingInt(TraceEvent.Message::sender)
                .thenComparingInt(TraceEvent.Message::kind));
        for (int from = 0; from < messages.size(); ) {
            TraceEvent.Message first = messages.get(from);
            int to = from + 1;
            while (to < messages.size() && leftTogether(first, messages.get(to))) {
                to++;
            }
            String kind = model.kinds().get(first.kind());
            packets.sending(track(first.sender(), SENT), kind, first.readyCycle(), flows, to - from);
            flows += to - from;
            from = to;
        }
        arrive(flows - messages.size());
        messages.clear();
    }

    private void arrive(long firstFlow) throws IOException {
        long flow = firstFlow;
        List<Arrival> arrivals = new ArrayList<>();
        for (TraceEvent.Message message : messages) {
            arrivals.add(new Arrival(message, flow++));
        }
        arrivals.sort(Comparator.comparingLong(arrival -> arrival.message.arrivalCycle()));
        for (Arrival arrival : arrivals) {
            packets.arrival(
                    track(arrival.message.receiver(), RECEIVED),
                    model.kinds().get(arrival.message.kind()),
                    arrival.message.arrivalCycle(),
                    arrival.flow,
                    arrival.message.words());
        }
    }

    private record Arrival(TraceEvent.Message message, long flow) {}

    private static boolean leftTogether(TraceEvent.Message one, TraceEvent.Message other) {
        return one.readyCycle() == other.readyCycle() && one.sender() == other.sender() && one.kind() == other.kind();
    }

    @Override
    public void close() throws IOException {
        endSample();
        double cyclesPerSecond = model.clockHertz().doubleValue();
        Map<Long, Double> picojoules = new TreeMap<>();
        bins.visit((startCycle, binEnd, block, action, times) -> {
            picojoules.merge(startCycle, model.picojoules(action, times), Double::sum);
            picojoules.putIfAbsent(binEnd, 0.0);
        });
        for (Map.Entry<Long, Double> bin : picojoules.entrySet()) {
            packets.real(POWER, bin.getKey(), bin.getValue() * 1e-12 * cyclesPerSecond / bins.width());
        }
        packets.close();
    }
}
