package glia.core.trace;

import glia.core.event.DeliveryListener;
import glia.core.event.InPort;
import glia.core.event.Message;
import java.util.Arrays;
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

    @Override
    public void onDelivery(long cycle, InPort<?> port, Message message) {
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
        long what = ((long) number << Integer.SIZE) + message.words() + kindNumbers[number] * KIND_FACTOR;
        fingerprint.add(cycle * CYCLE_FACTOR + what);
    }

    /** The print so far. */
    @Override
    public String toString() {
        return fingerprint.toString();
    }
}
