package glia.core.trace;

import glia.core.archive.Archive;
import glia.core.event.DeliveryListener;
import glia.core.event.InPort;
import glia.core.event.Message;
import glia.core.event.Recording;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The print of a schedule: (cycle, port, kind, words) of every delivery. */
public final class ScheduleFingerprint implements DeliveryListener {
    private static final ClassValue<Long> KIND_NUMBERS = new ClassValue<>() {
        @Override
        protected Long computeValue(Class<?> kind) {
            return (long) kind.getSimpleName().hashCode();
        }
    };

    /** Odd numbers without structure: what differs in one of the four parts differs in the sum, almost surely. */
    private static final long CYCLE_FACTOR = 0xD6E8FEB86659FD93L;

    private static final long KIND_FACTOR = 0xA0761D6478BD642FL;

    private final Fingerprint fingerprint = new Fingerprint();
    /** The kind of message that a port had last, and its number; most ports have one kind only. */
    private @Nullable Class<?>[] lastKinds = new Class<?>[64];

    private long[] kindNumbers = new long[64];

    /** What is the same each time that a recorded step is gone through, by delivery. */
    private final Map<Recording, long[]> recordings = new HashMap<>();

    @Override
    public void onDelivery(long cycle, InPort<?> port, Message message) {
        fingerprint.add(cycle * CYCLE_FACTOR + what(port, message));
    }

    private long what(InPort<?> port, Message message) {
        int number = port.number();
        if (number >= lastKinds.length) {
            lastKinds = Arrays.copyOf(lastKinds, 2 * number);
            kindNumbers = Arrays.copyOf(kindNumbers, 2 * number);
        }
        Class<?> kind = message.getClass();
        if (lastKinds[number] != kind) {
            lastKinds[number] = kind;
            kindNumbers[number] = KIND_NUMBERS.get(kind);
        }
        return ((long) number << Integer.SIZE) + message.words() + kindNumbers[number] * KIND_FACTOR;
    }

    @Override
    public boolean onReplay(long startCycle, Recording recording) {
        long[] parts = recordings.get(recording);
        if (parts == null) {
            parts = parts(recording);
            recordings.put(recording, parts);
        }
        long start = startCycle * CYCLE_FACTOR;
        for (long part : parts) {
            fingerprint.add(start + part);
        }
        return true;
    }

    private long[] parts(Recording recording) {
        long[] parts = new long[recording.size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = recording.cycle(i) * CYCLE_FACTOR + what(recording.port(i), recording.message(i));
        }
        return parts;
    }

    /** The print so far. */
    @Override
    public String toString() {
        return fingerprint.toString();
    }

    /** Saves or loads the print so far. */
    public void state(Archive archive) {
        fingerprint.state(archive);
    }
}
