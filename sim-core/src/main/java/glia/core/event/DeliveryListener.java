package glia.core.event;

/** Sees every delivery before the receiver does, and can change none. */
public interface DeliveryListener {
    /** Called for each delivery in the order of delivery. */
    void onDelivery(long cycle, InPort<?> port, Message message);
}
