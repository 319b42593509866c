package glia.core.event;

import glia.core.bench.Measured;
import java.io.PrintStream;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/** Measures queue and delivery and prints what it found. */
public final class EventTable {
    private static final int MILLIS = 400;

    private EventTable() {}

    /** Runs the benchmarks of this module. */
    public static void print(PrintStream out) throws RunnerException {
        Measured queues = Measured.of(EventQueueBenchmark.class, MILLIS);
        out.println("| event queue, hold model: delays | pending | million events/s | java.util.PriorityQueue | ratio"
                + " | bytes an event |");
        out.println("| --- | --- | --- | --- | --- | --- |");
        for (DelayPattern pattern : DelayPattern.values()) {
            for (int pending : List.of(16, 1024, 65536)) {
                double ours = queues.seconds("glia", pattern, pending);
                double heap = queues.seconds("priorityQueue", pattern, pending);
                double bytes = queues.bytes("glia", pattern, pending);
                out.printf(
                        "| %s | %,d | %.1f | %.1f | %.1f | %.2f |%n",
                        pattern.title(), pending, millions(ours), millions(heap), heap / ours, bytes);
            }
        }
        Measured deliveries = Measured.of(DeliveryBenchmark.class, MILLIS);
        double queue = queues.seconds("glia", DelayPattern.SHORT, 1024);
        out.println();
        out.println("| delivery with handler dispatch, 1024 on the way | million/s | ratio to the queue alone |"
                + " bytes a message |");
        out.println("| --- | --- | --- | --- |");
        for (boolean accounting : List.of(true, false)) {
            double seconds = deliveries.seconds("deliver", accounting);
            out.printf(
                    "| %s | %.1f | %.2f | %.2f |%n",
                    accounting ? "with accounting" : "cycles only",
                    millions(seconds),
                    queue / seconds,
                    deliveries.bytes("deliver", accounting));
        }
        out.println();
    }

    private static double millions(double seconds) {
        return 1e-6 / seconds;
    }
}
