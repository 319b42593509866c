package glia.chip.interconnect;

import glia.core.archive.Archive;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What went over the links of a network, in whole numbers. */
public final class Traffic {
    /** What one link did. */
    public static final class LinkUse {
        private long busyCycles;
        private long words;

        /** Cycles in which a beat went out on it. */
        public long busyCycles() {
            return busyCycles;
        }

        /** Words that it carried. */
        public long words() {
            return words;
        }
    }

    private final NavigableMap<Integer, LinkUse> links = new TreeMap<>();
    private final NavigableMap<Long, Long> waits = new TreeMap<>();
    private long messageCycles;

    void carry(int link, long busyCycles, long words) {
        LinkUse use = links.computeIfAbsent(link, number -> new LinkUse());
        use.busyCycles += busyCycles;
        use.words += words;
    }

    void arrive(long waitedCycles, long cycles) {
        waits.merge(waitedCycles, 1L, Long::sum);
        messageCycles += cycles;
    }

    /** Adds what other traffic did, a number of times. */
    public void add(Traffic other, long times) {
        other.links.forEach((link, use) -> carry(link, use.busyCycles * times, use.words * times));
        other.waits.forEach((cycles, count) -> waits.merge(cycles, count * times, Long::sum));
        messageCycles += other.messageCycles * times;
    }

    /** The links that carried anything, by number. */
    public Map<Integer, LinkUse> links() {
        return links;
    }

    /** Messages that arrived; one that several ports hear counts once for each. */
    public long messages() {
        return waits.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Cycles from ready to arrival, of all messages together. */
    public long messageCycles() {
        return messageCycles;
    }

    /** Cycles that messages took longer than on an empty network, of all messages together. */
    public long waitedCycles() {
        return waits.entrySet().stream()
                .mapToLong(each -> each.getKey() * each.getValue())
                .sum();
    }

    /** The least number of cycles that a share of the messages, 0 to 1, did not exceed in waiting; 0 without a message. */
    public long waitOf(double share) {
        long needed = (long) Math.ceil(share * messages());
        for (Map.Entry<Long, Long> each : waits.entrySet()) {
            needed -= each.getValue();
            if (needed <= 0) {
                return each.getKey();
            }
        }
        return 0;
    }

    /** Saves or loads all counts; loads into traffic without any. */
    public void state(Archive archive) {
        List<Integer> numbers = new ArrayList<>(links.keySet());
        int used = archive.at(numbers.size());
        for (int i = 0; i < used; i++) {
            int link = archive.at(archive.isLoading() ? 0 : numbers.get(i));
            LinkUse use = links.computeIfAbsent(link, number -> new LinkUse());
            use.busyCycles = archive.at(use.busyCycles);
            use.words = archive.at(use.words);
        }
        List<Long> cycles = new ArrayList<>(waits.keySet());
        int lengths = archive.at(cycles.size());
        for (int i = 0; i < lengths; i++) {
            long waited = archive.at(archive.isLoading() ? 0L : cycles.get(i));
            waits.put(waited, archive.at(waits.getOrDefault(waited, 0L)));
        }
        messageCycles = archive.at(messageCycles);
    }
}
