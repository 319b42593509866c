package glia.core.event;

/** Sees every delivery before the receiver does, and can change none. */
public interface DeliveryListener {
    /** Called for each delivery in the order of delivery. */
    void onDelivery(long cycle, InPort<?> port, Message message);

    /**
     * Offers all deliveries of a recorded step at once before it is gone through again, to those who look at cycles, ports, kinds
     * and sizes only; answers whether they were taken. If not, each delivery is shown in its turn.
     */
    default boolean onReplay(long startCycle, Recording recording) {
        return false;
    }
}
