package glia.cli.trace;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;

/**
 * Packets of a Perfetto trace, in the wire format of protocol buffers (Perfetto, "Writing TrackEvent protos synthetically"; field
 * numbers of trace_packet.proto, track_event.proto, track_descriptor.proto, counter_descriptor.proto, interned_data.proto and
 * debug_annotation.proto). Names are written once and numbered.
 */
final class PerfettoPackets {
    private static final int TRACE_PACKET = 1;
    private static final int TIMESTAMP = 8;
    private static final int SEQUENCE_ID = 10;
    private static final int TRACK_EVENT = 11;
    private static final int INTERNED_DATA = 12;
    private static final int SEQUENCE_FLAGS = 13;
    private static final int TRACK_DESCRIPTOR = 60;

    private static final int STATE_CLEARED = 1;
    private static final int NEEDS_STATE = 2;

    private static final int DEBUG_ANNOTATION = 4;
    private static final int TYPE = 9;
    private static final int NAME_ID = 10;
    private static final int TRACK = 11;
    private static final int COUNTER_VALUE = 30;
    private static final int DOUBLE_COUNTER_VALUE = 44;
    private static final int FLOW = 47;
    private static final int TERMINATING_FLOW = 48;

    private static final int SLICE_BEGIN = 1;
    private static final int SLICE_END = 2;
    private static final int INSTANT = 3;
    private static final int COUNTER = 4;

    private static final int EVENT_NAMES = 2;
    private static final int ANNOTATION_NAMES = 3;
    private static final long TIMES = 1;
    private static final long PICOJOULES = 2;
    private static final long WORDS = 3;

    private final OutputStream out;
    private final ProtoBuffer trace = new ProtoBuffer();
    private final ProtoBuffer packet = new ProtoBuffer();
    private final ProtoBuffer event = new ProtoBuffer();
    private final ProtoBuffer part = new ProtoBuffer();
    private final Map<String, Long> names = new HashMap<>();

    /** Starts a trace. */
    PerfettoPackets(OutputStream out) throws IOException {
        this.out = out;
        ProtoBuffer interned = event.clear();
        interned.message(ANNOTATION_NAMES, named(TIMES, "times"));
        interned.message(ANNOTATION_NAMES, named(PICOJOULES, "picojoules"));
        interned.message(ANNOTATION_NAMES, named(WORDS, "words"));
        packet.clear().number(SEQUENCE_FLAGS, STATE_CLEARED).message(INTERNED_DATA, interned);
        write();
    }

    private ProtoBuffer named(long id, String name) {
        return part.clear().number(1, id).text(2, name);
    }

    private void write() throws IOException {
        packet.number(SEQUENCE_ID, 1);
        trace.clear().message(TRACE_PACKET, packet).writeTo(out);
    }

    /** Describes a track of slices; of no parent if that is 0. */
    void track(long track, long parent, String name) throws IOException {
        describe(track, parent, name);
        packet.clear().message(TRACK_DESCRIPTOR, event);
        write();
    }

    private void describe(long track, long parent, String name) {
        event.clear().number(1, track).text(2, name);
        if (parent != 0) {
            event.number(5, parent);
        }
    }

    /** Describes a track of values in some unit; in none if that is empty. */
    void counter(long track, String name, String unit) throws IOException {
        describe(track, 0, name);
        part.clear();
        if (!unit.isEmpty()) {
            part.text(6, unit);
        }
        event.message(8, part);
        packet.clear().message(TRACK_DESCRIPTOR, event);
        write();
    }

    private long name(String name) throws IOException {
        Long known = names.get(name);
        if (known != null) {
            return known;
        }
        long id = names.size() + 1L;
        names.put(name, id);
        ProtoBuffer interned = event.clear().message(EVENT_NAMES, named(id, name));
        packet.clear().number(SEQUENCE_FLAGS, NEEDS_STATE).message(INTERNED_DATA, interned);
        write();
        return id;
    }

    private ProtoBuffer event(int type, long track) {
        return event.clear().number(TYPE, type).number(TRACK, track);
    }

    private void write(long cycle) throws IOException {
        packet.clear()
                .number(TIMESTAMP, cycle)
                .number(SEQUENCE_FLAGS, NEEDS_STATE)
                .message(TRACK_EVENT, event);
        write();
    }

    /** A slice of a track from one cycle to another. */
    void slice(long track, String name, long startCycle, long endCycle) throws IOException {
        long id = name(name);
        event(SLICE_BEGIN, track).number(NAME_ID, id);
        write(startCycle);
        end(track, endCycle);
    }

    private void end(long track, long endCycle) throws IOException {
        event(SLICE_END, track);
        write(endCycle);
    }

    /** A slice with how often something was done, and the energy that it took. */
    void work(long track, String name, long startCycle, long endCycle, long times, double picojoules)
            throws IOException {
        long id = name(name);
        event(SLICE_BEGIN, track).number(NAME_ID, id);
        event.message(DEBUG_ANNOTATION, part.clear().number(1, TIMES).number(3, times));
        event.message(DEBUG_ANNOTATION, part.clear().number(1, PICOJOULES).real(5, picojoules));
        write(startCycle);
        end(track, endCycle);
    }

    /** A message leaves for some receivers, by flows numbered one after the other. */
    void sending(long track, String name, long cycle, long firstFlow, int flows) throws IOException {
        long id = name(name);
        event(INSTANT, track).number(NAME_ID, id);
        for (int i = 0; i < flows; i++) {
            event.fixed(FLOW, firstFlow + i + 1);
        }
        write(cycle);
    }

    /** A message of some words arrives by a flow. */
    void arrival(long track, String name, long cycle, long flow, int words) throws IOException {
        long id = name(name);
        event(INSTANT, track).number(NAME_ID, id).fixed(TERMINATING_FLOW, flow + 1);
        event.message(DEBUG_ANNOTATION, part.clear().number(1, WORDS).number(3, words));
        write(cycle);
    }

    /** A whole number on a track of values. */
    void number(long track, long cycle, long value) throws IOException {
        event(COUNTER, track).number(COUNTER_VALUE, value);
        write(cycle);
    }

    /** A number on a track of values. */
    void real(long track, long cycle, double value) throws IOException {
        event(COUNTER, track).real(DOUBLE_COUNTER_VALUE, value);
        write(cycle);
    }

    /** Ends the trace. */
    void close() throws IOException {
        out.close();
    }
}
