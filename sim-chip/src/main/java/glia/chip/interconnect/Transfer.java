package glia.chip.interconnect;

import java.util.List;
import java.util.function.LongConsumer;

/**
 * A message on its way to one port or to several.
 *
 * @param readyCycle when it became ready at its sender
 * @param beats of a link that it takes
 * @param stops where it is heard
 */
record Transfer(long readyCycle, int beats, List<Stop> stops) {
    /**
     * A port that hears it.
     *
     * @param router at which the port is
     * @param arrival has it arrive there at a cycle
     */
    record Stop(int router, LongConsumer arrival) {}
}
