package glia.chip.interconnect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import glia.chip.ChipAction;
import glia.core.event.OutPort;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Links of one word a beat; a step of a link takes two cycles, the next beat follows in the next cycle. */
class NetworkTest {
    private static final Network.Flow FLOW = new Network.Flow(Arbiter.ROUND_ROBIN, 4, 2, true);

    private static Place at(int x, int y) {
        return new Place(x, y);
    }

    private static Traced traced(String kind, int width, int height, Network.Flow flow) {
        return new Traced(kind, new Bench(2, 1, 1), width, height, flow);
    }

    /**
     * Three words from (0, 0) to (2, 0), and behind them at the same sender one to (0, 2). Two words from (1, 0) to (2, 1) take the
     * link to (2, 0) just before the three come by, and wait at its end for four words from (2, 0) to (2, 1).
     */
    @Test
    void fourMessagesOnAMeshOfNine() {
        Traced mesh = traced("mesh", 3, 3, FLOW);
        mesh.send(at(0, 0), at(2, 0), 3, 10);
        mesh.send(at(0, 0), at(0, 2), 1, 10);
        mesh.send(at(1, 0), at(2, 1), 2, 12);
        mesh.send(at(2, 0), at(2, 1), 4, 13);
        Traffic traffic = mesh.run();
        assertEquals(
                List.of(
                        "3 words over (0, 0) > (1, 0) in 11 to 14",
                        "2 words over (1, 0) > (2, 0) in 13 to 15",
                        "1 words over (0, 0) > (0, 1) in 14 to 15",
                        "4 words over (2, 0) > (2, 1) in 14 to 18",
                        "3 words over (1, 0) > (2, 0) in 15 to 18",
                        "1 words over (0, 1) > (0, 2) in 17 to 18",
                        "2 words over (2, 0) > (2, 1) in 18 to 20"),
                mesh.grants);
        assertEquals(
                List.of("20 to 21 4 @ 19", "00 to 20 3 @ 19", "00 to 02 1 @ 19", "10 to 21 2 @ 21"),
                mesh.bench.arrivals);
        assertEquals(3 + 3 + 1 + 1 + 2 + 2 + 4, mesh.bench.ledger.total(ChipAction.HOP_WORD));
        assertEquals(0, traffic.waitOf(0.25));
        assertEquals(1, traffic.waitOf(0.5));
        assertEquals(2, traffic.waitOf(0.75));
        assertEquals(3, traffic.waitOf(1));
        assertEquals(1 + 3 + 2, traffic.waitedCycles());
        assertEquals(9 + 9 + 9 + 6, traffic.messageCycles());
        assertEquals(4, traffic.messages());
    }

    /** The bus goes past three places, so it is two steps long: four cycles for a word, and each counts for two hops. */
    @Test
    void twoSendersOnABus() {
        Traced bus = traced("shared-bus", 3, 1, FLOW);
        OutPort<Words> first = bus.wire(at(0, 0), at(2, 0), "first");
        OutPort<Words> second = bus.wire(at(1, 0), at(2, 0), "second");
        second.send(new Words(2), 10);
        first.send(new Words(7), 10);
        first.send(new Words(1), 10);
        Traffic traffic = bus.run();
        assertEquals(
                List.of("7 words over bus in 11 to 18", "2 words over bus in 18 to 20", "1 words over bus in 20 to 21"),
                bus.grants);
        assertEquals(List.of("first 7 @ 21", "second 2 @ 23", "first 1 @ 24"), bus.bench.arrivals);
        assertEquals(2 * (7 + 2 + 1), bus.bench.ledger.total(ChipAction.HOP_WORD));
        assertEquals(10, traffic.links().get(0).busyCycles());
        assertEquals(10, traffic.links().get(0).words());
        assertEquals(0 + 7 + 9, traffic.waitedCycles());
    }

    @Test
    void aBusOfFixedPriorityLetsTheFirstSenderFinish() {
        Traced bus = traced("shared-bus", 3, 1, new Network.Flow(Arbiter.FIXED_PRIORITY, 4, 2, true));
        OutPort<Words> first = bus.wire(at(0, 0), at(2, 0), "first");
        OutPort<Words> second = bus.wire(at(1, 0), at(2, 0), "second");
        second.send(new Words(2), 10);
        first.send(new Words(7), 10);
        first.send(new Words(1), 10);
        bus.run();
        assertEquals(List.of("first 7 @ 21", "first 1 @ 22", "second 2 @ 24"), bus.bench.arrivals);
    }

    /** A message of ten beats goes in packets of four, four and two; the others come between them. */
    @Test
    void packetsOfALongMessageLetOthersBy() {
        Traced mesh = traced("mesh", 3, 1, FLOW);
        mesh.send(at(0, 0), at(2, 0), 10, 10);
        mesh.send(at(1, 0), at(2, 0), 3, 14);
        mesh.run();
        assertEquals(
                List.of(
                        "4 words over (0, 0) > (1, 0) in 11 to 15",
                        "4 words over (1, 0) > (2, 0) in 14 to 18",
                        "4 words over (0, 0) > (1, 0) in 15 to 19",
                        "3 words over (1, 0) > (2, 0) in 18 to 21",
                        "2 words over (0, 0) > (1, 0) in 19 to 21",
                        "4 words over (1, 0) > (2, 0) in 21 to 25",
                        "2 words over (1, 0) > (2, 0) in 25 to 27"),
                mesh.grants);
        assertEquals(List.of("10 to 20 3 @ 22", "00 to 20 10 @ 28"), mesh.bench.arrivals);
    }

    /** With room for one packet the second one starts when the first has left the next router. */
    @Test
    void aFullBufferPushesBack() {
        Traced mesh = traced("mesh", 3, 1, new Network.Flow(Arbiter.ROUND_ROBIN, 4, 1, true));
        mesh.send(at(0, 0), at(2, 0), 8, 10);
        Traffic traffic = mesh.run();
        assertEquals(
                List.of(
                        "4 words over (0, 0) > (1, 0) in 11 to 15",
                        "4 words over (1, 0) > (2, 0) in 14 to 18",
                        "4 words over (0, 0) > (1, 0) in 18 to 22",
                        "4 words over (1, 0) > (2, 0) in 21 to 25"),
                mesh.grants);
        assertEquals(List.of("00 to 20 8 @ 26"), mesh.bench.arrivals);
        assertEquals(3, traffic.waitedCycles());
    }

    private static Traced threeReceivers(boolean multicast) {
        Traced mesh = traced("mesh", 3, 2, new Network.Flow(Arbiter.ROUND_ROBIN, 4, 2, multicast));
        Words message = new Words(3);
        for (Place to : List.of(at(1, 0), at(2, 1), at(2, 0))) {
            mesh.wire(at(0, 0), to, "" + to.x() + to.y()).send(message, 10);
        }
        mesh.run();
        return mesh;
    }

    @Test
    void aMessageToSeveralReceiversCrossesEachLinkOnce() {
        Traced mesh = threeReceivers(true);
        assertEquals(
                List.of(
                        "3 words over (0, 0) > (1, 0) in 11 to 14",
                        "3 words over (1, 0) > (2, 0) in 14 to 17",
                        "3 words over (2, 0) > (2, 1) in 17 to 20"),
                mesh.grants);
        assertEquals(List.of("10 3 @ 15", "20 3 @ 18", "21 3 @ 21"), mesh.bench.arrivals);
        assertEquals(9, mesh.bench.ledger.total(ChipAction.HOP_WORD));
    }

    @Test
    void withoutMulticastEachReceiverCountsForItself() {
        Traced mesh = threeReceivers(false);
        assertEquals(3 * (1 + 3 + 2), mesh.bench.ledger.total(ChipAction.HOP_WORD));
        assertEquals(List.of("10 3 @ 15", "20 3 @ 24", "21 3 @ 24"), mesh.bench.arrivals);
    }

    /** On a tree over four places all ways between the halves pass the root: two up, two down, each a step long. */
    @Test
    void messagesBetweenHalvesMeetAtTheRootOfATree() {
        Traced tree = traced("h-tree", 2, 2, FLOW);
        tree.send(at(0, 0), at(1, 0), 2, 10);
        tree.send(at(0, 1), at(1, 1), 3, 10);
        tree.send(at(0, 0), at(0, 1), 1, 11);
        tree.run();
        assertEquals(
                List.of(
                        "2 words over level 2 of 2, up from part 0 in 11 to 13",
                        "3 words over level 2 of 2, up from part 1 in 11 to 14",
                        "1 words over level 2 of 2, up from part 0 in 13 to 14",
                        "2 words over level 1 of 2, up from part 0 in 14 to 16",
                        "3 words over level 1 of 2, up from part 0 in 16 to 19",
                        "1 words over level 2 of 2, down to part 1 in 16 to 17",
                        "2 words over level 1 of 2, down to part 1 in 17 to 19",
                        "3 words over level 1 of 2, down to part 1 in 19 to 22",
                        "2 words over level 2 of 2, down to part 2 in 20 to 22",
                        "3 words over level 2 of 2, down to part 3 in 22 to 25"),
                tree.grants);
        assertEquals(List.of("00 to 01 1 @ 18", "00 to 10 2 @ 23", "01 to 11 3 @ 26"), tree.bench.arrivals);
    }

    @Test
    void aMessageToItsOwnPlaceIsAMistake() {
        Traced mesh = traced("mesh", 2, 2, FLOW);
        assertThrows(IllegalArgumentException.class, () -> mesh.wire(at(1, 1), at(1, 1), "self"));
    }
}
