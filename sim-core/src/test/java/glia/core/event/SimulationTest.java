package glia.core.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulationTest {
    private static final int ROUNDS = 20_000;

    private final Simulation simulation = new Simulation();
    private final List<String> seen = new ArrayList<>();

    private InPort<Numbered> port(String name) {
        return simulation.inPort(name, in -> seen.add(name + " has " + in.number() + " at " + simulation.nowCycle()));
    }

    @Test
    void portsAreNumberedInTheOrderOfMaking() {
        assertEquals(0, port("a").number());
        assertEquals(1, port("b").number());
        assertEquals("c", port("c").name());
    }

    @Test
    void listenersSeeADeliveryBeforeTheReceiverInTheOrderOfTheirAdding() {
        InPort<Numbered> port = port("port");
        simulation.addListener((cycle, to, message) -> seen.add("first sees " + to.name() + " " + message.words()));
        simulation.addListener((cycle, to, message) -> seen.add("second sees " + cycle));
        simulation.schedule(4, port, new Numbered(8, 3));
        simulation.runUntilQuiet();
        assertEquals(List.of("first sees port 3", "second sees 4", "port has 8 at 4"), seen);
    }

    @Test
    void deliveriesOfOneCycleComeInTheOrderOfSending() {
        InPort<Numbered> a = port("a");
        InPort<Numbered> b = port("b");
        simulation.schedule(2, b, new Numbered(1));
        simulation.schedule(2, a, new Numbered(2));
        simulation.schedule(1, a, new Numbered(3));
        assertEquals(2, simulation.runUntilQuiet());
        assertEquals(List.of("a has 3 at 1", "b has 1 at 2", "a has 2 at 2"), seen);
        assertEquals(3, simulation.deliveries());
    }

    @Test
    void theChipIsNotQuietBeforeAllHardwareHasFinished() {
        InPort<Numbered> port = simulation.inPort("port", in -> simulation.busyUntil(40));
        simulation.schedule(10, port, new Numbered(0));
        simulation.busyUntil(30);
        simulation.busyUntil(20);
        assertEquals(40, simulation.runUntilQuiet());
        assertEquals(40, simulation.nowCycle());
    }

    @Test
    void timeStaysWhereItIsWhenNothingHappens() {
        assertEquals(0, simulation.runUntilQuiet());
        simulation.busyUntil(5);
        assertEquals(5, simulation.runUntilQuiet());
        assertEquals(5, simulation.runUntilQuiet());
        assertEquals(0, simulation.deliveries());
    }

    @Test
    void aWireAsksItsChannelWithCycleAndWords() {
        OutPort<Numbered> wire =
                new PrivateWire<>(simulation, (readyCycle, words) -> readyCycle + 10L * words, port("port"));
        wire.send(new Numbered(1, 3), 7);
        wire.send(new Numbered(2, 1), 7);
        assertEquals(37, simulation.runUntilQuiet());
        assertEquals(List.of("port has 2 at 17", "port has 1 at 37"), seen);
    }

    @Test
    void nothingArrivesInTheCycleInWhichItWasReady() {
        OutPort<Numbered> wire = new PrivateWire<>(simulation, (readyCycle, words) -> readyCycle, port("port"));
        IllegalStateException refusal = assertThrows(IllegalStateException.class, () -> wire.send(new Numbered(1), 7));
        assertEquals(
                "a channel to port answers cycle 7 for a message ready at 7; it must be later", refusal.getMessage());
        OutPort<Numbered> back = new PrivateWire<>(simulation, (readyCycle, words) -> readyCycle - 1, port("port"));
        assertThrows(IllegalStateException.class, () -> back.send(new Numbered(1), 7));
        assertEquals(0, simulation.runUntilQuiet());
    }

    @Test
    void nothingIsDeliveredBeforeThePresent() {
        InPort<Numbered> port = port("port");
        InPort<Numbered> late = simulation.inPort("late", in -> simulation.schedule(4, port, in));
        simulation.schedule(5, late, new Numbered(1));
        assertThrows(IllegalStateException.class, simulation::runUntilQuiet);
    }

    @Test
    void deliveringAMessageAllocatesNothing() {
        long[] left = new long[1];
        Numbered message = new Numbered(0);
        List<OutPort<Numbered>> wires = new ArrayList<>();
        InPort<Numbered> port = simulation.inPort("port", in -> {
            if (left[0]-- > 0) {
                wires.get(0).send(in, simulation.nowCycle());
            }
        });
        wires.add(new PrivateWire<>(simulation, (readyCycle, words) -> readyCycle + words, port));
        simulation.addListener((cycle, to, in) -> left[0] += cycle < 0 ? 1 : 0);
        long bytes = AllocatedBytes.during(() -> {
            left[0] = ROUNDS;
            wires.get(0).send(message, simulation.nowCycle());
            simulation.runUntilQuiet();
        });
        assertEquals(0, bytes / ROUNDS);
    }
}
