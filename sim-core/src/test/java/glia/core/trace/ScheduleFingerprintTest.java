package glia.core.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import glia.core.event.InPort;
import glia.core.event.Message;
import glia.core.event.Simulation;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScheduleFingerprintTest {
    private record Letter(int words, String text) implements Message {}

    private record Parcel(int words) implements Message {}

    /** The print of one delivery to the port of a number. */
    private static String print(long cycle, int port, Message message) {
        Simulation simulation = new Simulation();
        InPort<Message> receiver = simulation.inPort("port", in -> {});
        for (int i = 0; i < port; i++) {
            receiver = simulation.inPort("port", in -> {});
        }
        ScheduleFingerprint fingerprint = new ScheduleFingerprint();
        simulation.addListener(fingerprint);
        simulation.schedule(cycle, receiver, message);
        simulation.runUntilQuiet();
        return fingerprint.toString();
    }

    @Test
    void cyclePortKindAndWordsCountAndNothingElse() {
        String print = print(5, 2, new Letter(3, "one"));
        assertEquals(print, print(5, 2, new Letter(3, "other")));
        assertNotEquals(print, print(6, 2, new Letter(3, "one")));
        assertNotEquals(print, print(5, 1, new Letter(3, "one")));
        assertNotEquals(print, print(5, 2, new Parcel(3)));
        assertNotEquals(print, print(5, 2, new Letter(4, "one")));
    }

    @Test
    void noTwoDeliveriesOfOneCycleHaveTheSamePrint() {
        Map<String, String> seen = new HashMap<>();
        for (int port = 0; port < 6; port++) {
            for (int words = 1; words < 100; words++) {
                String name = "port " + port + " words " + words;
                String before = seen.put(print(1, port, new Parcel(words)), name);
                assertEquals(null, before, name);
            }
        }
    }
}
