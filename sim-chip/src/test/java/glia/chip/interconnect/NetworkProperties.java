package glia.chip.interconnect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glia.chip.ChipAction;
import glia.core.event.OutPort;
import glia.core.random.RandomStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of networks under random traffic, much of it in the same cycles. */
class NetworkProperties {
    /** A network and the seed of the messages on it, each to one port or several. */
    record Traffics(
            String kind, int width, int height, long latency, long interval, int lanes, Network.Flow flow, long seed) {
        private Traced traced() {
            return new Traced(kind, new Bench(latency, interval, lanes), width, height, flow);
        }

        private Place place(int cell) {
            return new Place(cell % width, cell / width);
        }

        private List<Sent> sent() {
            RandomStream draws = RandomStream.of(seed, 5);
            List<Sent> all = new ArrayList<>();
            int messages = 1 + draws.below(0, 40);
            for (int i = 0; i < messages; i++) {
                long base = 100L * (i + 1);
                int from = draws.below(base, width * height);
                List<Integer> to = new ArrayList<>();
                for (int k = 0; k <= draws.below(base + 1, 3); k++) {
                    to.add((from + 1 + draws.below(base + 2 + k, width * height - 1)) % (width * height));
                }
                all.add(new Sent(i, from, to, new Words(1 + draws.below(base + 9, 20)), draws.below(base + 10, 12)));
            }
            return all;
        }

        private static Arbitrary<Traffics> any() {
            Arbitrary<Network.Flow> flows = Combinators.combine(
                            Arbitraries.of(Arbiter.class),
                            Arbitraries.integers().between(1, 6),
                            Arbitraries.integers().between(1, 3),
                            Arbitraries.of(true, false))
                    .as(Network.Flow::new);
            Arbitrary<Integer> sides = Arbitraries.integers().between(1, 5);
            return Combinators.combine(
                            Arbitraries.of("mesh", "mesh", "h-tree", "shared-bus"),
                            sides,
                            sides,
                            Arbitraries.integers().between(1, 5),
                            Arbitraries.integers().between(1, 5),
                            Arbitraries.integers().between(1, 3),
                            flows,
                            Arbitraries.longs())
                    .as((kind, width, height, latency, interval, lanes, flow, seed) -> new Traffics(
                            kind,
                            Math.max(width, height == 1 ? 2 : 1),
                            height,
                            latency,
                            Math.min(interval, latency),
                            lanes,
                            flow,
                            seed));
        }
    }

    record Sent(int number, int from, List<Integer> to, Words message, long readyCycle) {}

    /** A network under some traffic, and a count of what is on its way, cycle by cycle. */
    private static final class Run {
        private final Traffics design;
        private final Traced traced;
        private final List<Sent> sent;
        private final List<List<OutPort<Words>>> wires = new ArrayList<>();
        private final Map<Long, Integer> changes = new TreeMap<>();
        private final Map<String, Long> arrivals = new TreeMap<>();
        private final Traffic traffic;

        Run(Traffics design, List<Sent> order) {
            this.design = design;
            traced = design.traced();
            sent = design.sent();
            for (Sent each : sent) {
                List<OutPort<Words>> ports = new ArrayList<>();
                for (int k = 0; k < each.to.size(); k++) {
                    ports.add(wire(each, k));
                }
                wires.add(ports);
            }
            for (Sent each : order) {
                for (OutPort<Words> wire : wires.get(each.number)) {
                    wire.send(each.message, each.readyCycle);
                    changes.merge(each.readyCycle, 1, Integer::sum);
                }
            }
            traced.bench.simulation.runUntilQuiet();
            traffic = traced.network.takeTraffic();
        }

        private OutPort<Words> wire(Sent each, int k) {
            String name = each.number + "." + k;
            return traced.network.connect(
                    design.place(each.from),
                    design.place(each.to.get(k)),
                    traced.bench.simulation.inPort(name, message -> {
                        long cycle = traced.bench.simulation.nowCycle();
                        assertEquals(null, arrivals.put(name, cycle), name + " arrived twice");
                        changes.merge(cycle, -1, Integer::sum);
                    }));
        }

        private static Run of(Traffics design) {
            return new Run(design, design.sent());
        }
    }

    @Provide
    Arbitrary<Traffics> traffic() {
        return Traffics.any();
    }

    /** So nothing is lost, doubled or waits for ever, whatever the buffers. */
    @Property(tries = 1000)
    void everythingThatIsSentArrivesOnce(@ForAll("traffic") Traffics design) {
        Run run = Run.of(design);
        long ports = run.sent.stream().mapToLong(each -> each.to.size()).sum();
        assertEquals(ports, run.arrivals.size());
        assertEquals(ports, run.traffic.messages());
    }

    /** Little's law: mean number under way = arrival rate x mean time; both times the cycles, as whole numbers. */
    @Property(tries = 500)
    void theNumberUnderWayAddsUpToTheTimesUnderWay(@ForAll("traffic") Traffics design) {
        Run run = Run.of(design);
        long numberTimesCycles = 0;
        long underWay = 0;
        long since = 0;
        for (Map.Entry<Long, Integer> change : run.changes.entrySet()) {
            numberTimesCycles += underWay * (change.getKey() - since);
            since = change.getKey();
            underWay += change.getValue();
        }
        assertEquals(0, underWay);
        assertEquals(numberTimesCycles, run.traffic.messageCycles());
    }

    /** Nothing is faster than alone, and what makes it slower is all that is told as waiting. */
    @Property(tries = 500)
    void whatIsToldAsWaitingIsTheTimeBeyondThatOfAnEmptyNetwork(@ForAll("traffic") Traffics design) {
        Run run = Run.of(design);
        long waited = 0;
        for (Sent each : run.sent) {
            for (int k = 0; k < each.to.size(); k++) {
                long empty = run.traced.network.emptyCycles(
                        design.place(each.from), design.place(each.to.get(k)), each.message.words());
                long cycles = run.arrivals.get(each.number + "." + k) - each.readyCycle;
                assertTrue(cycles >= empty, cycles + " cycles, alone " + empty);
                waited += cycles - empty;
            }
        }
        assertEquals(waited, run.traffic.waitedCycles());
    }

    @Property(tries = 500)
    void aMessageAloneTakesTheTimeOfAnEmptyNetwork(@ForAll("traffic") Traffics design) {
        Traced traced = design.traced();
        Sent only = design.sent().get(0);
        Place from = design.place(only.from);
        Place to = design.place(only.to.get(0));
        int words = Math.min(only.message.words(), design.flow.packetBeats() * design.lanes);
        traced.wire(from, to, "port").send(new Words(words), 10);
        traced.run();
        long arrival = 10 + traced.network.emptyCycles(from, to, words);
        assertEquals(List.of("port " + words + " @ " + arrival), traced.bench.arrivals);
    }

    @Property(tries = 500)
    void theOrderOfCallsDoesNotCount(@ForAll("traffic") Traffics design, @ForAll Random random) {
        Run run = Run.of(design);
        List<Sent> shuffled = new ArrayList<>(run.sent);
        Collections.shuffle(shuffled, random);
        Run other = new Run(design, shuffled);
        assertEquals(run.arrivals, other.arrivals);
        assertEquals(run.traced.grants, other.traced.grants);
    }

    /** Without multicast each message counts its words on every step of its route; with it never more. */
    @Property(tries = 500)
    void everyWordCountsOnceOnEveryStepOfALink(@ForAll("traffic") Traffics design) {
        Run run = Run.of(design);
        Topology topology = run.traced.network.topology();
        long apart = 0;
        for (Sent each : run.sent) {
            for (int to : each.to) {
                int exit = topology.exit(design.place(to));
                for (int router = topology.entry(design.place(each.from)); router != exit; ) {
                    Topology.Link link = topology.links().get(topology.next(router, exit));
                    apart += (long) each.message.words() * link.length();
                    router = link.to();
                }
            }
        }
        long counted = run.traced.bench.ledger.total(ChipAction.HOP_WORD);
        assertTrue(design.flow.multicast() ? counted <= apart : counted == apart, counted + " of " + apart);
        long carried = run.traffic.links().entrySet().stream()
                .mapToLong(each -> each.getValue().words()
                        * topology.links().get(each.getKey()).length())
                .sum();
        assertEquals(carried, counted);
    }

    /** Two packets never share a link, and a link is never faster than its beats. */
    @Property(tries = 300)
    void aLinkCarriesOnePacketAtATime(@ForAll("traffic") Traffics design) {
        Traced traced = design.traced();
        Map<Integer, Long> free = new TreeMap<>();
        traced.network.addListener((link, words, startCycle, freeCycle) -> {
            assertTrue(startCycle >= free.getOrDefault(link, 0L), "link " + link + " in cycle " + startCycle);
            assertEquals((words + design.lanes - 1) / design.lanes * design.interval, freeCycle - startCycle);
            free.put(link, freeCycle);
        });
        for (Sent each : design.sent()) {
            traced.wire(design.place(each.from), design.place(each.to.get(0)), "" + each.number)
                    .send(each.message, each.readyCycle);
        }
        assertEquals(design.sent().size(), traced.run().messages());
    }

    @Property(tries = 300)
    void routesAreNoLongerThanTheDiameter(@ForAll("traffic") Traffics design) {
        Topology topology = design.traced().network.topology();
        int longest = 0;
        for (int from = 0; from < design.width * design.height; from++) {
            for (int to = 0; to < design.width * design.height; to++) {
                int links = 0;
                int exit = topology.exit(design.place(to));
                for (int router = topology.entry(design.place(from)); from != to && router != exit; links++) {
                    router = topology.links().get(topology.next(router, exit)).to();
                }
                longest = Math.max(longest, links);
            }
        }
        assertEquals(topology.diameter(), longest);
    }
}
