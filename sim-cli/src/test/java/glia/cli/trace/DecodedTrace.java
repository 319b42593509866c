package glia.cli.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A Perfetto trace, decoded by protobuf-java and laid out by track; what is wrong with it fails. */
public final class DecodedTrace {
    private static final int SLICE_BEGIN = 1;
    private static final int SLICE_END = 2;
    private static final int INSTANT = 3;
    private static final int COUNTER = 4;

    /** A slice of a track. */
    public record Slice(String name, long start, long end, Map<String, Object> annotations) {}

    /** A value of a counter. */
    public record Counted(long cycle, double value) {}

    private final Map<Long, String> tracks = new TreeMap<>();
    private final Map<Long, Long> parents = new HashMap<>();
    private final Map<Long, List<Slice>> slices = new TreeMap<>();
    private final Map<String, List<Counted>> counters = new TreeMap<>();
    private final Map<Long, Long> flowStarts = new HashMap<>();
    private final Map<Long, Long> flowEnds = new HashMap<>();

    private final Map<Long, String> names = new HashMap<>();
    private final Map<Long, String> annotationNames = new HashMap<>();
    private final Map<Long, Long> lastCycles = new HashMap<>();
    private final Map<Long, Slice> open = new HashMap<>();

    /** Decodes a trace. */
    public DecodedTrace(byte[] bytes) throws InvalidProtocolBufferException {
        DynamicMessage trace = PerfettoSchema.decode(bytes);
        for (Message packet : messages(trace, "packet")) {
            assertTrue(packet.getUnknownFields().asMap().isEmpty(), packet::toString);
            assertEquals(1L, number(packet, "trusted_packet_sequence_id"));
            if (has(packet, "interned_data")) {
                Message interned = (Message) get(packet, "interned_data");
                messages(interned, "event_names").forEach(each -> intern(names, each));
                messages(interned, "debug_annotation_names").forEach(each -> intern(annotationNames, each));
            } else if (has(packet, "track_descriptor")) {
                describe((Message) get(packet, "track_descriptor"));
            } else {
                assertEquals(2L, number(packet, "sequence_flags"));
                event(number(packet, "timestamp"), (Message) get(packet, "track_event"));
            }
        }
        assertTrue(open.isEmpty(), "slices without an end: " + open);
    }

    private static void intern(Map<Long, String> names, Message interned) {
        String name = (String) get(interned, "name");
        assertEquals(null, names.put(number(interned, "iid"), name), "a number is given once");
    }

    private void describe(Message track) {
        assertTrue(track.getUnknownFields().asMap().isEmpty(), track::toString);
        long uuid = number(track, "uuid");
        assertEquals(null, tracks.put(uuid, (String) get(track, "name")), "a track is described once");
        if (has(track, "parent_uuid")) {
            long parent = number(track, "parent_uuid");
            assertNotNull(tracks.get(parent), "a parent is described before its children");
            parents.put(uuid, parent);
        }
    }

    private void event(long cycle, Message event) {
        assertTrue(event.getUnknownFields().asMap().isEmpty(), event::toString);
        long track = number(event, "track_uuid");
        String name = tracks.get(track);
        assertNotNull(name, "a track is described before it is used");
        int type = (int) number(event, "type");
        if (type != COUNTER || !name.equals("dynamic power")) {
            long last = lastCycles.getOrDefault(track, 0L);
            assertTrue(cycle >= last, () -> name + " goes back from " + last + " to " + cycle);
        }
        lastCycles.put(track, cycle);
        switch (type) {
            case SLICE_BEGIN -> {
                Slice begun = new Slice(nameOf(event), cycle, -1, annotations(event));
                assertEquals(null, open.put(track, begun), "slices of a track do not overlap");
            }
            case SLICE_END -> {
                Slice begun = open.remove(track);
                assertNotNull(begun, "an end has a beginning");
                slices.computeIfAbsent(track, each -> new ArrayList<>())
                        .add(new Slice(begun.name, begun.start, cycle, begun.annotations));
            }
            case INSTANT -> instant(cycle, event);
            case COUNTER -> {
                double value = has(event, "counter_value")
                        ? number(event, "counter_value")
                        : (Double) get(event, "double_counter_value");
                counters.computeIfAbsent(name, each -> new ArrayList<>()).add(new Counted(cycle, value));
            }
            default -> throw new AssertionError("type " + type);
        }
    }

    private void instant(long cycle, Message event) {
        nameOf(event);
        for (Object flow : (List<?>) get(event, "flow_ids")) {
            assertEquals(null, flowStarts.put((Long) flow, cycle), "a flow starts once");
        }
        for (Object flow : (List<?>) get(event, "terminating_flow_ids")) {
            assertEquals(null, flowEnds.put((Long) flow, cycle), "a flow ends once");
        }
    }

    private String nameOf(Message event) {
        String name = names.get(number(event, "name_iid"));
        assertNotNull(name, "a name is interned before it is used");
        return name;
    }

    private Map<String, Object> annotations(Message event) {
        Map<String, Object> annotations = new HashMap<>();
        for (Message annotation : messages(event, "debug_annotations")) {
            String name = annotationNames.get(number(annotation, "name_iid"));
            assertNotNull(name);
            annotations.put(name, get(annotation, has(annotation, "uint_value") ? "uint_value" : "double_value"));
        }
        return annotations;
    }

    /** Slices by track. */
    public Map<Long, List<Slice>> slices() {
        return slices;
    }

    /** Values by the name of their counter. */
    public Map<String, List<Counted>> counters() {
        return counters;
    }

    /** When each flow starts. */
    public Map<Long, Long> flowStarts() {
        return flowStarts;
    }

    /** When each flow ends. */
    public Map<Long, Long> flowEnds() {
        return flowEnds;
    }

    /** The name of the track above a track. */
    public String parent(long track) {
        return tracks.get(parents.get(track));
    }

    private static FieldDescriptor field(Message message, String name) {
        return message.getDescriptorForType().findFieldByName(name);
    }

    private static Object get(Message message, String name) {
        return message.getField(field(message, name));
    }

    private static boolean has(Message message, String name) {
        return message.hasField(field(message, name));
    }

    private static long number(Message message, String name) {
        return ((Number) get(message, name)).longValue();
    }

    private static List<Message> messages(Message message, String name) {
        return ((List<?>) get(message, name)).stream().map(Message.class::cast).toList();
    }
}
