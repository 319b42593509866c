package glia.chip.interconnect;

import java.util.Arrays;
import java.util.List;

/** Chooses among the senders that ask for a bus in the same cycle, by their numbers, never by the order of calls. */
public enum Arbiter {
    /** The first asking sender after the one granted last. */
    ROUND_ROBIN("round-robin") {
        @Override
        int grant(boolean[] asking, int lastGranted) {
            return firstFrom(asking, lastGranted + 1);
        }
    },
    /** The asking sender with the lowest number. */
    FIXED_PRIORITY("fixed-priority") {
        @Override
        int grant(boolean[] asking, int lastGranted) {
            return firstFrom(asking, 0);
        }
    };

    private final String label;

    Arbiter(String label) {
        this.label = label;
    }

    /** Answers the sender to be granted; at least one must be asking. */
    abstract int grant(boolean[] asking, int lastGranted);

    /** The names in order. */
    public static List<String> names() {
        return Arrays.stream(values()).map(arbiter -> arbiter.label).toList();
    }

    /** The arbiter of a name out of {@link #names}. */
    public static Arbiter named(String name) {
        return Arrays.stream(values())
                .filter(arbiter -> arbiter.label.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no arbiter " + name + "; there are " + names()));
    }

    private static int firstFrom(boolean[] asking, int start) {
        for (int i = 0; i < asking.length; i++) {
            int sender = (start + i) % asking.length;
            if (asking[sender]) {
                return sender;
            }
        }
        throw new IllegalStateException("an arbiter was asked with no sender asking");
    }
}
