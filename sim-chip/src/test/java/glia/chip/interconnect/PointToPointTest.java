package glia.chip.interconnect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import glia.chip.ChipAction;
import glia.chip.message.Activations;
import glia.chip.message.OutputError;
import glia.chip.message.Pass;
import glia.core.event.InPort;
import glia.core.event.OutPort;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PointToPointTest {
    private final List<String> arrivals = new ArrayList<>();

    private static OutputError words(int words) {
        return new OutputError(new float[words]);
    }

    private OutPort<OutputError> wire(Bench bench, Interconnect interconnect, String name) {
        InPort<OutputError> port = bench.simulation.inPort(
                name, message -> arrivals.add(name + " " + message.words() + " @ " + bench.simulation.nowCycle()));
        return interconnect.connect(new Place(0, 0), new Place(1, 0), port);
    }

    private static Interconnect interconnect(Bench bench) {
        return Interconnects.create("point-to-point", bench.parts(2, 1));
    }

    @Test
    void wordsFollowOneAnotherOverANarrowLink() {
        Bench bench = new Bench(5, 4, 1);
        OutPort<OutputError> wire = wire(bench, interconnect(bench), "port");
        wire.send(words(3), 10);
        wire.send(words(2), 10);
        wire.send(words(1), 100);
        assertEquals(105, bench.simulation.runUntilQuiet());
        assertEquals(List.of("port 3 @ 23", "port 2 @ 31", "port 1 @ 105"), arrivals);
        assertEquals(6, bench.ledger.total(ChipAction.HOP_WORD));
    }

    @Test
    void aWideLinkCarriesSeveralWordsABeat() {
        Bench bench = new Bench(2, 1, 8);
        OutPort<OutputError> wire = wire(bench, interconnect(bench), "port");
        wire.send(words(8), 10);
        wire.send(words(9), 20);
        wire.send(words(1), 20);
        bench.simulation.runUntilQuiet();
        assertEquals(List.of("port 8 @ 12", "port 9 @ 23", "port 1 @ 24"), arrivals);
        assertEquals(18, bench.ledger.total(ChipAction.HOP_WORD));
    }

    @Test
    void wiresDoNotContend() {
        Bench bench = new Bench(3, 3, 1);
        Interconnect interconnect = interconnect(bench);
        OutPort<OutputError> one = wire(bench, interconnect, "one");
        OutPort<OutputError> other = wire(bench, interconnect, "other");
        one.send(words(2), 10);
        other.send(words(2), 10);
        bench.simulation.runUntilQuiet();
        assertEquals(List.of("one 2 @ 16", "other 2 @ 16"), arrivals);
        assertEquals(4, bench.ledger.open("wires", "wires").count(ChipAction.HOP_WORD));
    }

    @Test
    void onlyTheSliceOfALayerTravels() {
        Bench bench = new Bench(2, 1, 1);
        InPort<Activations> port = bench.port("tile");
        interconnect(bench)
                .connect(new Place(0, 0), new Place(1, 0), port)
                .send(new Activations(Pass.BASELINE, new float[100], 40, 5), 10);
        assertEquals(16, bench.simulation.runUntilQuiet());
        assertEquals(5, bench.ledger.total(ChipAction.HOP_WORD));
    }

    @Test
    void anUnknownNameIsRefusedWithTheNamesThereAre() {
        Bench bench = new Bench(2, 1, 1);
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> Interconnects.create("torus", bench.parts(2, 1)));
        assertEquals("no interconnect torus; there are " + Interconnects.names(), refusal.getMessage());
        assertEquals(
                Interconnects.values().length,
                Interconnects.names().stream().distinct().count());
    }
}
