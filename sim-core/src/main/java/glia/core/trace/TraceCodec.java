package glia.core.trace;

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/** Trace events as bytes: fields in order, eight bytes each; a vector's values four bytes each, behind the others. */
final class TraceCodec {
    static final int SAMPLE = 1;
    static final int PHASE = 2;
    static final int WORK = 3;
    static final int COUNT = 4;
    static final int MESSAGE = 5;
    static final int VALUE = 6;
    static final int VECTOR = 7;
    static final int UPDATE = 8;

    private TraceCodec() {}

    /** The kind of record of an event. */
    static int type(TraceEvent event) {
        if (event instanceof TraceEvent.Work) {
            return WORK;
        } else if (event instanceof TraceEvent.Message) {
            return MESSAGE;
        } else if (event instanceof TraceEvent.Count) {
            return COUNT;
        } else if (event instanceof TraceEvent.Phase) {
            return PHASE;
        } else if (event instanceof TraceEvent.Sample) {
            return SAMPLE;
        } else if (event instanceof TraceEvent.Value) {
            return VALUE;
        } else if (event instanceof TraceEvent.Vector) {
            return VECTOR;
        }
        return UPDATE;
    }

    /** Fields of eight bytes of a kind of record. */
    private static int fields(int type) {
        return switch (type) {
            case SAMPLE -> 2;
            case PHASE, VALUE, VECTOR -> 3;
            case COUNT -> 5;
            case WORK, UPDATE -> 6;
            case MESSAGE -> 8;
            default -> throw new IllegalArgumentException("no kind of trace event " + type);
        };
    }

    /** How many bytes an event takes. */
    static int length(TraceEvent event) {
        int fixed = fields(type(event)) * Long.BYTES;
        return event instanceof TraceEvent.Vector vector ? fixed + vector.values().length * Float.BYTES : fixed;
    }

    /** Writes an event. */
    static void write(TraceEvent event, MutableDirectBuffer buffer, int index) {
        if (event instanceof TraceEvent.Work e) {
            put(buffer, index, e.block(), e.action(), e.times(), e.readyCycle(), e.startCycle(), e.doneCycle());
        } else if (event instanceof TraceEvent.Message e) {
            put(buffer, index, e.kind(), e.sender(), e.receiver(), e.words());
            put(buffer, index + 4 * Long.BYTES, e.sentCycle(), e.readyCycle(), e.arrivalCycle(), e.emptyCycles());
        } else if (event instanceof TraceEvent.Count e) {
            put(buffer, index, e.block(), e.action(), e.times(), e.startCycle(), e.doneCycle());
        } else if (event instanceof TraceEvent.Phase e) {
            put(buffer, index, e.phase(), e.startCycle(), e.endCycle());
        } else if (event instanceof TraceEvent.Sample e) {
            put(buffer, index, e.sample(), e.cycle());
        } else if (event instanceof TraceEvent.Value e) {
            put(buffer, index, e.quantity(), e.cycle(), Double.doubleToRawLongBits(e.value()));
        } else if (event instanceof TraceEvent.Update e) {
            int before = Float.floatToRawIntBits(e.before());
            int after = Float.floatToRawIntBits(e.after());
            put(buffer, index, e.layer(), e.input(), e.neuron(), e.cycle(), before, after);
        } else if (event instanceof TraceEvent.Vector e) {
            put(buffer, index, e.layer(), e.cycle(), e.first());
            int next = index + 3 * Long.BYTES;
            for (float value : e.values()) {
                buffer.putFloat(next, value);
                next += Float.BYTES;
            }
        }
    }

    private static void put(MutableDirectBuffer buffer, int index, long... fields) {
        for (int i = 0; i < fields.length; i++) {
            buffer.putLong(index + i * Long.BYTES, fields[i]);
        }
    }

    /** Reads an event of a kind. */
    static TraceEvent read(int type, DirectBuffer buffer, int index, int length) {
        long[] f = new long[fields(type)];
        for (int i = 0; i < f.length; i++) {
            f[i] = buffer.getLong(index + i * Long.BYTES);
        }
        return switch (type) {
            case SAMPLE -> new TraceEvent.Sample(f[0], f[1]);
            case PHASE -> new TraceEvent.Phase((int) f[0], f[1], f[2]);
            case WORK -> new TraceEvent.Work((int) f[0], (int) f[1], f[2], f[3], f[4], f[5]);
            case COUNT -> new TraceEvent.Count((int) f[0], (int) f[1], f[2], f[3], f[4]);
            case MESSAGE ->
                new TraceEvent.Message((int) f[0], (int) f[1], (int) f[2], (int) f[3], f[4], f[5], f[6], f[7]);
            case VALUE -> new TraceEvent.Value((int) f[0], f[1], Double.longBitsToDouble(f[2]));
            case UPDATE -> new TraceEvent.Update((int) f[0], (int) f[1], (int) f[2], f[3], bits(f[4]), bits(f[5]));
            default -> new TraceEvent.Vector((int) f[0], f[1], (int) f[2], floats(buffer, index, length));
        };
    }

    private static float bits(long field) {
        return Float.intBitsToFloat((int) field);
    }

    private static float[] floats(DirectBuffer buffer, int index, int length) {
        int first = fields(VECTOR) * Long.BYTES;
        float[] values = new float[(length - first) / Float.BYTES];
        for (int i = 0; i < values.length; i++) {
            values[i] = buffer.getFloat(index + first + i * Float.BYTES);
        }
        return values;
    }
}
