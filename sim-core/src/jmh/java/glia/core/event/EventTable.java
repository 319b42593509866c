package glia.core.event;

import glia.core.bench.Entrant;
import glia.core.bench.Pace;
import glia.core.bench.Race;
import glia.core.bench.Table;
import glia.core.bench.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Queue and delivery. */
public final class EventTable {
    private static final Pace PACE = Pace.of(200, 20, 10, 1500);

    private EventTable() {}

    /** The event queue beside that of the class library. */
    public static Table queues() {
        List<Trial> trials = new ArrayList<>();
        for (DelayPattern pattern : DelayPattern.values()) {
            for (int pending : List.of(16, 1024, 65536)) {
                trials.add(queue(pattern, pending));
            }
        }
        return new Table(
                List.of(
                        "event queue, hold model: delays",
                        "pending",
                        "million events/s",
                        "java.util.PriorityQueue",
                        "ratio",
                        "bytes an event"),
                trials);
    }

    private static Trial queue(DelayPattern pattern, int pending) {
        String[] parameters = {"pattern=" + pattern, "pending=" + pending};
        String name = "queue " + pattern.name().toLowerCase(Locale.ROOT) + " " + pending;
        return new Trial(
                List.of(
                        Entrant.of(EventQueueBenchmark.class, "glia", parameters),
                        Entrant.of(EventQueueBenchmark.class, "priorityQueue", parameters)),
                PACE,
                race -> {
                    double ratio = race.ratio("glia", "priorityQueue");
                    String row = Table.row(
                            pattern.title(),
                            String.format("%,d", pending),
                            millions(race, "glia"),
                            millions(race, "priorityQueue"),
                            String.format("%.1f", ratio),
                            String.format("%.1f", race.bytes("glia")));
                    return new Trial.Outcome(List.of(row), Map.of(name, ratio));
                });
    }

    /** Delivery from end to end. */
    public static Table deliveries() {
        return new Table(
                List.of(
                        "delivery with handler dispatch, 1024 on the way",
                        "million/s",
                        "ratio to the queue alone",
                        "bytes a message"),
                List.of(new Trial(
                        List.of(
                                delivery("with accounting", true),
                                delivery("cycles only", false),
                                Entrant.of(EventQueueBenchmark.class, "glia", "pattern=SHORT", "pending=1024")),
                        PACE,
                        race -> new Trial.Outcome(
                                List.of(row(race, "with accounting"), row(race, "cycles only")),
                                new TreeMap<>(Map.of(
                                        "delivery with accounting",
                                        race.ratio("with accounting", "glia"),
                                        "delivery cycles only",
                                        race.ratio("cycles only", "glia")))))));
    }

    private static Entrant delivery(String name, boolean accounting) {
        return Entrant.of(name, 1, DeliveryBenchmark.class, "deliver", "accounting=" + accounting);
    }

    private static String row(Race race, String name) {
        return Table.row(
                name,
                millions(race, name),
                String.format("%.2f", race.ratio(name, "glia")),
                String.format("%.1f", race.bytes(name)));
    }

    private static String millions(Race race, String name) {
        return String.format("%.1f", 1e-6 / race.seconds(name));
    }
}
