package glia.chip.interconnect;

import glia.core.event.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became ready at senders and is not in their queues yet: put in the order of connections, so that calls have none. */
final class Requests {
    /**
     * A message that became ready.
     *
     * @param router of its sender
     * @param input of that router, where the sender queues
     * @param cycle when it became ready
     * @param stops where it is heard
     */
    record Request(int router, int input, Message message, long cycle, List<Transfer.Stop> stops) {
        private boolean isSentWith(Request other) {
            return message == other.message && router == other.router && input == other.input && cycle == other.cycle;
        }

        private Request and(Request other) {
            List<Transfer.Stop> both = new ArrayList<>(stops);
            both.addAll(other.stops);
            return new Request(router, input, message, cycle, both);
        }
    }

    private final boolean multicast;
    private final Map<Long, Map<Integer, List<Request>>> waiting = new TreeMap<>();

    /** Makes an empty gathering; with multicast a message to several ports becomes one request. */
    Requests(boolean multicast) {
        this.multicast = multicast;
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    void add(int connection, Request request) {
        waiting.computeIfAbsent(request.cycle, cycle -> new TreeMap<>())
                .computeIfAbsent(connection, number -> new ArrayList<>())
                .add(request);
    }

    /** Takes what became ready before a cycle. */
    List<Request> takeBefore(long cycle) {
        List<Request> taken = new ArrayList<>();
        waiting.entrySet().removeIf(ready -> {
            boolean before = ready.getKey() < cycle;
            if (before) {
                ready.getValue().values().forEach(each -> each.forEach(request -> gather(request, taken)));
            }
            return before;
        });
        return taken;
    }

    private void gather(Request request, List<Request> taken) {
        for (int i = 0; multicast && i < taken.size(); i++) {
            if (taken.get(i).isSentWith(request)) {
                taken.set(i, taken.get(i).and(request));
                return;
            }
        }
        taken.add(request);
    }
}
