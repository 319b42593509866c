package glia.cli.trace;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;

/**
 * The part of Perfetto's published schema that traces use, told to protobuf-java by names, numbers and types of fields:
 * trace_packet.proto, track_event.proto, track_descriptor.proto, counter_descriptor.proto, interned_data.proto,
 * debug_annotation.proto.
 */
final class PerfettoSchema {
    private static final Descriptor TRACE = describe();

    private PerfettoSchema() {}

    /** Decodes a trace. */
    static DynamicMessage decode(byte[] trace) throws InvalidProtocolBufferException {
        return DynamicMessage.parseFrom(TRACE, trace);
    }

    private static Descriptor describe() {
        FileDescriptorProto file = FileDescriptorProto.newBuilder()
                .setName("perfetto.proto")
                .setSyntax("proto2")
                .addMessageType(message("Trace").addField(many("packet", 1, "TracePacket")))
                .addMessageType(message("TracePacket")
                        .addField(one("timestamp", 8, Type.TYPE_UINT64))
                        .addField(one("trusted_packet_sequence_id", 10, Type.TYPE_UINT32))
                        .addField(one("track_event", 11, "TrackEvent"))
                        .addField(one("interned_data", 12, "InternedData"))
                        .addField(one("sequence_flags", 13, Type.TYPE_UINT32))
                        .addField(one("track_descriptor", 60, "TrackDescriptor")))
                .addMessageType(message("TrackEvent")
                        .addField(many("debug_annotations", 4, "DebugAnnotation"))
                        .addField(one("type", 9, Type.TYPE_INT32))
                        .addField(one("name_iid", 10, Type.TYPE_UINT64))
                        .addField(one("track_uuid", 11, Type.TYPE_UINT64))
                        .addField(one("counter_value", 30, Type.TYPE_INT64))
                        .addField(one("double_counter_value", 44, Type.TYPE_DOUBLE))
                        .addField(many("flow_ids", 47, Type.TYPE_FIXED64))
                        .addField(many("terminating_flow_ids", 48, Type.TYPE_FIXED64)))
                .addMessageType(message("DebugAnnotation")
                        .addField(one("name_iid", 1, Type.TYPE_UINT64))
                        .addField(one("uint_value", 3, Type.TYPE_UINT64))
                        .addField(one("double_value", 5, Type.TYPE_DOUBLE)))
                .addMessageType(message("InternedData")
                        .addField(many("event_names", 2, "Interned"))
                        .addField(many("debug_annotation_names", 3, "Interned")))
                .addMessageType(message("Interned")
                        .addField(one("iid", 1, Type.TYPE_UINT64))
                        .addField(one("name", 2, Type.TYPE_STRING)))
                .addMessageType(message("TrackDescriptor")
                        .addField(one("uuid", 1, Type.TYPE_UINT64))
                        .addField(one("name", 2, Type.TYPE_STRING))
                        .addField(one("parent_uuid", 5, Type.TYPE_UINT64))
                        .addField(one("counter", 8, "CounterDescriptor")))
                .addMessageType(message("CounterDescriptor").addField(one("unit_name", 6, Type.TYPE_STRING)))
                .build();
        try {
            return FileDescriptor.buildFrom(file, new FileDescriptor[0]).findMessageTypeByName("Trace");
        } catch (DescriptorValidationException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    private static DescriptorProto.Builder message(String name) {
        return DescriptorProto.newBuilder().setName(name);
    }

    private static FieldDescriptorProto.Builder field(String name, int number, Label label) {
        return FieldDescriptorProto.newBuilder().setName(name).setNumber(number).setLabel(label);
    }

    private static FieldDescriptorProto.Builder one(String name, int number, Type type) {
        return field(name, number, Label.LABEL_OPTIONAL).setType(type);
    }

    private static FieldDescriptorProto.Builder many(String name, int number, Type type) {
        return field(name, number, Label.LABEL_REPEATED).setType(type);
    }

    private static FieldDescriptorProto.Builder one(String name, int number, String message) {
        return field(name, number, Label.LABEL_OPTIONAL).setTypeName(message);
    }

    private static FieldDescriptorProto.Builder many(String name, int number, String message) {
        return field(name, number, Label.LABEL_REPEATED).setTypeName(message);
    }
}
