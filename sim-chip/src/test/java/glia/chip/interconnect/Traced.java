package glia.chip.interconnect;

import glia.core.event.OutPort;
import java.util.ArrayList;
import java.util.List;

/** A network with a log of what goes out on its links and of what arrives; messages are told apart by their sizes. */
final class Traced {
    final Bench bench;
    final Network network;
    final List<String> grants = new ArrayList<>();

    Traced(String kind, Bench bench, int width, int height, Network.Flow flow) {
        this.bench = bench;
        network = Interconnects.create(kind, bench.parts(width, height, flow))
                .network()
                .orElseThrow();
        network.addListener((link, words, startCycle, freeCycle) -> grants.add(
                words + " words over " + network.topology().name(link) + " in " + startCycle + " to " + freeCycle));
    }

    /** A wire to a port that logs arrivals as "name words @ cycle". */
    OutPort<Words> wire(Place from, Place to, String name) {
        return network.connect(
                from,
                to,
                bench.simulation.inPort(
                        name,
                        message -> bench.arrivals.add(
                                name + " " + message.words() + " @ " + bench.simulation.nowCycle())));
    }

    /** Sends some words, ready at a cycle. */
    void send(Place from, Place to, int words, long readyCycle) {
        wire(from, to, from.x() + "" + from.y() + " to " + to.x() + "" + to.y()).send(new Words(words), readyCycle);
    }

    /** Runs until all is quiet; answers what was waited for in all. */
    Traffic run() {
        bench.simulation.runUntilQuiet();
        return network.takeTraffic();
    }
}
