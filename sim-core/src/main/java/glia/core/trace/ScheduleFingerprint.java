package glia.core.trace;

import glia.core.event.DeliveryListener;
import glia.core.event.InPort;
import glia.core.event.Message;

/** The print of a schedule: (cycle, port, kind, words) of every delivery. */
public final class ScheduleFingerprint implements DeliveryListener {
    private final Fingerprint fingerprint = new Fingerprint();
    private final ClassValue<Long> kinds = new ClassValue<>() {
        @Override
        protected Long computeValue(Class<?> type) {
            return (long) type.getSimpleName().hashCode();
        }
    };

    @Override
    public void onDelivery(long cycle, InPort<?> port, Message message) {
        fingerprint.add(cycle);
        fingerprint.add(((long) port.number() << Integer.SIZE) + message.words());
        fingerprint.add(kinds.get(message.getClass()));
    }

    /** The print so far. */
    @Override
    public String toString() {
        return fingerprint.toString();
    }
}
