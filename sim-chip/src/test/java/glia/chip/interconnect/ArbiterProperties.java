package glia.chip.interconnect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ArbiterProperties {
    @Property
    void onlyAnAskingSenderIsGranted(
            @ForAll Arbiter arbiter,
            @ForAll @Size(min = 1, max = 8) List<Boolean> asking,
            @ForAll @IntRange(max = 7) int last) {
        Assume.that(asking.contains(true));
        assertTrue(asking.get(arbiter.grant(array(asking), last % asking.size())));
    }

    @Property
    void fixedPriorityGrantsTheLowestNumber(
            @ForAll @Size(min = 1, max = 8) List<Boolean> asking, @ForAll @IntRange(min = -1, max = 7) int last) {
        Assume.that(asking.contains(true));
        assertEquals(asking.indexOf(true), Arbiter.FIXED_PRIORITY.grant(array(asking), last));
    }

    /** Whoever keeps asking is granted before any other sender is granted twice. */
    @Property
    void roundRobinLetsNobodyWaitTwice(
            @ForAll @IntRange(min = 1, max = 8) int senders, @ForAll @IntRange(min = -1, max = 7) int start) {
        boolean[] all = new boolean[senders];
        Arrays.fill(all, true);
        int last = Math.min(start, senders - 1);
        boolean[] granted = new boolean[senders];
        for (int i = 0; i < senders; i++) {
            int next = Arbiter.ROUND_ROBIN.grant(all, last);
            assertEquals((last + 1) % senders, next);
            assertTrue(!granted[next]);
            granted[next] = true;
            last = next;
        }
    }

    @Example
    void nobodyAskingIsAMistake() {
        assertThrows(IllegalStateException.class, () -> Arbiter.ROUND_ROBIN.grant(new boolean[3], 0));
    }

    @Example
    void arbitersAreFoundByName() {
        assertEquals(List.of("round-robin", "fixed-priority"), Arbiter.names());
        assertSame(Arbiter.FIXED_PRIORITY, Arbiter.named("fixed-priority"));
        assertEquals(
                "no arbiter random; there are [round-robin, fixed-priority]",
                assertThrows(IllegalArgumentException.class, () -> Arbiter.named("random"))
                        .getMessage());
    }

    private static boolean[] array(List<Boolean> asking) {
        boolean[] array = new boolean[asking.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = asking.get(i);
        }
        return array;
    }
}
