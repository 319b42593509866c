package glia.chip.interconnect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glia.chip.ChipAction;
import glia.chip.message.Broadcast;
import glia.chip.message.Phase;
import glia.chip.message.Probe;
import glia.chip.message.StartPhase;
import glia.core.event.OutPort;
import java.util.List;
import org.junit.jupiter.api.Test;

class BroadcastBusTest {
    private static final int LISTENERS = 3;

    /** A bus to three listeners; two of them hear the probes of layer 0. */
    private static final class Line {
        private final Bench bench;
        private final OutPort<Broadcast> first;
        private final OutPort<Broadcast> second;

        Line(Bench bench, Arbiter arbiter) {
            this.bench = bench;
            BroadcastBus bus = new BroadcastBus(
                    bench.simulation, bench.resource("bus"), bench.timing, arbiter, Reach.ofBus(LISTENERS, 2));
            first = bus.sender("first");
            second = bus.sender("second");
            bus.listen(Probe.topic(0), bench.port("a"));
            bus.listen(Probe.topic(0), bench.port("b"));
            bus.listen(StartPhase.topic(Phase.ERROR), bench.port("c"));
        }

        /** The grants as "neuron @ cycle of arrival", as port a sees them. */
        List<String> run() {
            bench.simulation.runUntilQuiet();
            return bench.arrivals.stream()
                    .filter(arrival -> arrival.startsWith("a "))
                    .map(arrival -> arrival.replaceAll("a Probe\\[layer=0, neuron=(\\d+)\\]", "$1"))
                    .toList();
        }

        long words() {
            return bench.ledger.total(ChipAction.BROADCAST_WORD);
        }
    }

    /** One beat of one cycle a word, two stages deep. */
    private static Line line(Arbiter arbiter) {
        return new Line(new Bench(2, 1, LISTENERS), arbiter);
    }

    /** Four beats a word: 2 + 3 cycles to the end of the word, the next one starts after 4. */
    private static Line narrowLine(Arbiter arbiter) {
        return new Line(new Bench(5, 4, LISTENERS), arbiter);
    }

    private static Probe probe(int neuron) {
        return new Probe(0, neuron);
    }

    @Test
    void aWordThatIsReadyIsGrantedInTheNextCycle() {
        Line line = line(Arbiter.ROUND_ROBIN);
        line.first.send(probe(7), 10);
        line.bench.simulation.runUntilQuiet();
        assertEquals(
                List.of("a Probe[layer=0, neuron=7] @ 13", "b Probe[layer=0, neuron=7] @ 13"), line.bench.arrivals);
        assertEquals(13, line.bench.simulation.nowCycle());
    }

    @Test
    void eachWordCountsOnceForEveryListenerWhoeverHearsIt() {
        Line line = line(Arbiter.ROUND_ROBIN);
        line.first.send(probe(7), 10);
        line.second.send(new StartPhase(Phase.ERROR), 20);
        line.second.send(new StartPhase(Phase.UPDATE), 30);
        line.bench.simulation.runUntilQuiet();
        assertEquals("c StartPhase[phase=ERROR] @ 23", line.bench.arrivals.get(2));
        assertEquals(3, line.bench.arrivals.size());
        assertEquals(3 * LISTENERS, line.words());
        assertEquals(33, line.bench.simulation.nowCycle());
    }

    @Test
    void ofTwoSendersInOneCycleTheLowerNumberGoesFirst() {
        for (Arbiter arbiter : Arbiter.values()) {
            Line line = line(arbiter);
            line.first.send(probe(1), 10);
            line.second.send(probe(2), 10);
            assertEquals(List.of("1 @ 13", "2 @ 14"), line.run());
        }
    }

    @Test
    void theOrderOfCallsDoesNotCount() {
        for (Arbiter arbiter : Arbiter.values()) {
            Line line = line(arbiter);
            line.second.send(probe(2), 10);
            line.first.send(probe(1), 10);
            assertEquals(List.of("1 @ 13", "2 @ 14"), line.run());
        }
    }

    @Test
    void roundRobinTakesTurns() {
        Line line = line(Arbiter.ROUND_ROBIN);
        line.first.send(probe(1), 10);
        line.first.send(probe(3), 10);
        line.second.send(probe(2), 10);
        line.second.send(probe(4), 10);
        assertEquals(List.of("1 @ 13", "2 @ 14", "3 @ 15", "4 @ 16"), line.run());
    }

    @Test
    void roundRobinRemembersWhoWasGrantedLast() {
        Line line = line(Arbiter.ROUND_ROBIN);
        line.first.send(probe(0), 10);
        line.first.send(probe(1), 20);
        line.second.send(probe(2), 20);
        assertEquals(List.of("0 @ 13", "2 @ 23", "1 @ 24"), line.run());
    }

    @Test
    void fixedPriorityLetsTheFirstSenderFinish() {
        Line line = line(Arbiter.FIXED_PRIORITY);
        line.second.send(probe(2), 10);
        line.second.send(probe(4), 10);
        line.first.send(probe(1), 10);
        line.first.send(probe(3), 10);
        assertEquals(List.of("1 @ 13", "3 @ 14", "2 @ 15", "4 @ 16"), line.run());
    }

    @Test
    void aNarrowBusHoldsEachWordForItsBeats() {
        Line line = narrowLine(Arbiter.ROUND_ROBIN);
        line.first.send(probe(1), 10);
        line.second.send(probe(2), 10);
        line.first.send(probe(3), 10);
        assertEquals(List.of("1 @ 16", "2 @ 20", "3 @ 24"), line.run());
        assertEquals(3 * LISTENERS, line.words());
    }

    @Test
    void aRequestWhileTheBusIsBusyWaitsForItsEnd() {
        Line line = narrowLine(Arbiter.ROUND_ROBIN);
        line.first.send(probe(1), 10);
        line.second.send(probe(2), 12);
        assertEquals(List.of("1 @ 16", "2 @ 20"), line.run());
    }

    @Test
    void aRequestAfterTheBusFellIdleIsGrantedInTheNextCycle() {
        Line line = narrowLine(Arbiter.ROUND_ROBIN);
        line.first.send(probe(1), 10);
        line.second.send(probe(2), 14);
        line.first.send(probe(3), 30);
        assertEquals(List.of("1 @ 16", "2 @ 20", "3 @ 36"), line.run());
    }

    /** At 13 only the second sender asks, at 15 the first one too. */
    @Test
    void whoIsGrantedIsDecidedWhenTheBusIsFree() {
        Line line = narrowLine(Arbiter.FIXED_PRIORITY);
        line.first.send(probe(1), 10);
        line.second.send(probe(2), 12);
        line.first.send(probe(3), 14);
        assertEquals(List.of("1 @ 16", "3 @ 20", "2 @ 24"), line.run());
    }

    @Test
    void aWideBusIsNoFasterForSingleWords() {
        Line line = new Line(new Bench(2, 1, 2 * LISTENERS), Arbiter.ROUND_ROBIN);
        line.first.send(probe(1), 10);
        line.second.send(probe(2), 10);
        assertEquals(List.of("1 @ 13", "2 @ 14"), line.run());
        assertEquals(2 * LISTENERS, line.words());
    }

    /** The bus is free again at 15 and word 3 waits for it; at this very cycle word 2 becomes ready. */
    private static List<String> meeting(boolean calledEarly) {
        Line line = narrowLine(Arbiter.ROUND_ROBIN);
        line.first.send(probe(1), 10);
        line.first.send(probe(3), 10);
        line.bench.at(calledEarly ? 1 : 12, () -> line.second.send(probe(2), 15));
        return line.run();
    }

    @Test
    void theTimeOfTheCallDoesNotCount() {
        assertEquals(List.of("1 @ 16", "3 @ 20", "2 @ 24"), meeting(false));
        assertEquals(List.of("1 @ 16", "3 @ 20", "2 @ 24"), meeting(true));
    }
}
