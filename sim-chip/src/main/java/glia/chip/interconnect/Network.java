package glia.chip.interconnect;

import glia.chip.ChipAction;
import glia.core.account.ActionTiming;
import glia.core.account.Resource;
import glia.core.archive.Archive;
import glia.core.event.InPort;
import glia.core.event.Message;
import glia.core.event.OutPort;
import glia.core.event.Simulation;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * Routers and shared links of any topology, with virtual cut-through (P. Kermani and L. Kleinrock, Computer Networks 3, 1979): a
 * message travels in packets of some beats; a packet may go on once its first beat is there, if the next link is free and the
 * next router has room for all of it, and then never stops on the link.
 *
 * <p>What becomes ready in a cycle, or whose first beat comes in, is granted from the next cycle on by the arbiter of each link
 * over the router's inputs: the links that end there, then the senders. Calls of a cycle are put in the order of their
 * connections, so their own order does not count. An input holds some packets and serves one at a time; a packet to several places
 * takes each of its branches as that link is granted, and keeps its room until the last has left. What has arrived leaves the network at once. Routes
 * of a topology never wait in a circle, so every message arrives. When nothing waits, all arbiters start over.
 */
public final class Network implements Interconnect {
    private static final long NEVER = Long.MAX_VALUE;

    /**
     * How routers work.
     *
     * @param arbiter chooses among the inputs of a router
     * @param packetBeats beats of a packet at most
     * @param buffers packets that an input holds; senders hold all they have to send
     * @param multicast whether a message that a sender sends to several ports in one cycle crosses each link once
     */
    public record Flow(Arbiter arbiter, int packetBeats, int buffers, boolean multicast) {}

    /** The network's own wake-up. */
    private static final class Tick implements Message {
        @Override
        public int words() {
            return 0;
        }
    }

    /** Sees every packet that goes out on a link. */
    interface LinkListener {
        /** Some words went out on a link, which is taken from one cycle until before another. */
        void onPacket(int link, long words, long startCycle, long freeCycle);
    }

    private static final Tick TICK = new Tick();

    private final Simulation simulation;
    private final Topology topology;
    private final Resource wires;
    private final Flow flow;
    private final Router[] routers;
    private final List<SharedLink> links = new ArrayList<>();
    private final Map<Place, Integer> senders;
    private final InPort<Tick> tickPort;
    private final Requests requests;
    private final BitSet active = new BitSet();
    /** Links whose arbiters remember something. */
    private final List<SharedLink> used = new ArrayList<>();

    private final List<LinkListener> listeners = new ArrayList<>();
    private Traffic traffic = new Traffic();
    private long nextTickCycle = NEVER;
    private int connections;

    /**
     * Makes a network.
     *
     * @param wires whose account counts one {@link ChipAction#HOP_WORD} for each word and step of a link
     * @param timings of a word on a link of some length; lanes are the words of a beat
     */
    public Network(
            Simulation simulation, Topology topology, Resource wires, IntFunction<ActionTiming> timings, Flow flow) {
        this.simulation = simulation;
        this.topology = topology;
        this.wires = wires;
        this.flow = flow;
        requests = new Requests(flow.multicast());
        senders = new TreeMap<>(Comparator.comparingInt(Place::y).thenComparingInt(Place::x));
        tickPort = simulation.timingPort("interconnect.tick", this::onTick);
        routers = new Router[topology.routers()];
        for (int router = 0; router < routers.length; router++) {
            routers[router] = new Router();
        }
        for (Topology.Link link : topology.links()) {
            routers[link.from()].drive(links.size());
            links.add(new SharedLink(link, timings.apply(link.length()), routers[link.to()].addInput()));
        }
    }

    /** Its routers and links. */
    public Topology topology() {
        return topology;
    }

    /** Lets a listener see every packet on every link. */
    void addListener(LinkListener listener) {
        listeners.add(listener);
    }

    /** What went over its links since this was asked last. */
    public Traffic takeTraffic() {
        Traffic taken = traffic;
        traffic = new Traffic();
        return taken;
    }

    @Override
    public Optional<Network> network() {
        return Optional.of(this);
    }

    @Override
    public <M extends Message> OutPort<M> connect(Place sender, Place receiver, InPort<M> port) {
        int connection = connections++;
        int router = topology.entry(sender);
        int exit = topology.exit(receiver);
        if (router == exit) {
            throw new IllegalArgumentException("a link from " + sender + " to " + receiver + " would lead nowhere");
        }
        int input = senders.computeIfAbsent(sender, place -> routers[router].addInput());
        InPort<M> ready = simulation.timingPort("interconnect.ready." + connection, message -> {
            long cycle = simulation.nowCycle();
            Transfer.Stop stop = new Transfer.Stop(exit, arrival -> simulation.schedule(arrival, port, message));
            requests.add(connection, new Requests.Request(router, input, message, cycle, List.of(stop)));
            wakeAt(cycle + 1);
        });
        return (message, readyCycle) -> simulation.schedule(readyCycle, ready, message);
    }

    @Override
    public long emptyCycles(Place sender, Place receiver, int words) {
        int exit = topology.exit(receiver);
        long cycles = 0;
        long rest = 0;
        for (int router = topology.entry(sender); router != exit; ) {
            SharedLink link = links.get(topology.next(router, exit));
            cycles += link.stepCycles();
            rest = link.cycles(link.beats(words) - 1);
            router = link.end();
        }
        return cycles + rest;
    }

    private void wakeAt(long cycle) {
        if (cycle < nextTickCycle) {
            nextTickCycle = cycle;
            simulation.schedule(cycle, tickPort, TICK);
        }
    }

    private void onTick(Tick tick) {
        long now = simulation.nowCycle();
        if (now != nextTickCycle) {
            return;
        }
        nextTickCycle = NEVER;
        requests.takeBefore(now).forEach(this::split);
        for (int router = active.nextSetBit(0); router >= 0; router = active.nextSetBit(router + 1)) {
            active.set(router, routers[router].leave(now));
        }
        BitSet asking = (BitSet) active.clone();
        for (int router = asking.nextSetBit(0); router >= 0; router = asking.nextSetBit(router + 1)) {
            grant(routers[router], now);
        }
        if (active.isEmpty()) {
            used.forEach(SharedLink::startOver);
            used.clear();
        }
        wakeAt(nextChange(now));
    }

    /** Takes what became ready into the sender's queue, in packets. */
    private void split(Requests.Request request) {
        List<Packet.Branch> branches = branches(request.router(), request.stops());
        SharedLink link = links.get(branches.get(0).link());
        int words = request.message().words();
        Transfer transfer = new Transfer(request.cycle(), link.beats(words), request.stops());
        long packetWords = (long) flow.packetBeats * link.wordsPerBeat();
        for (int beat = 0; beat < transfer.beats(); beat += flow.packetBeats) {
            int beats = Math.min(flow.packetBeats, transfer.beats() - beat);
            long before = beat / flow.packetBeats * packetWords;
            boolean last = beat + beats == transfer.beats();
            long carried = last ? words - before : packetWords;
            routers[request.router()].put(
                    request.input(), new Packet(transfer, beats, carried, last, branches, request.cycle(), 0));
        }
        active.set(request.router());
    }

    /** The ways from a router to some stops, one a link, in the order of links. */
    private List<Packet.Branch> branches(int router, List<Transfer.Stop> stops) {
        Map<Integer, List<Transfer.Stop>> byLink = new TreeMap<>();
        for (Transfer.Stop stop : stops) {
            byLink.computeIfAbsent(topology.next(router, stop.router()), link -> new ArrayList<>())
                    .add(stop);
        }
        return byLink.entrySet().stream()
                .map(way -> new Packet.Branch(way.getKey(), way.getValue()))
                .toList();
    }

    private void grant(Router router, long now) {
        boolean[] asking = new boolean[router.inputs()];
        for (int number : router.outgoing()) {
            SharedLink link = links.get(number);
            if (link.freeCycle() > now) {
                continue;
            }
            boolean anyone = false;
            for (int input = 0; input < asking.length; input++) {
                Packet.Branch branch = router.branch(input, number, now);
                asking[input] = branch != null && hasRoom(link, branch);
                anyone |= asking[input];
            }
            if (anyone) {
                int input = link.grant(flow.arbiter, asking);
                Packet packet = Objects.requireNonNull(router.head(input));
                send(packet, Objects.requireNonNull(packet.branch(number)), link, now);
            }
        }
    }

    /** Whether the router at a link's end can hold a packet, if it is to go on from there. */
    private boolean hasRoom(SharedLink link, Packet.Branch branch) {
        return branch.endsAt(link.end()) || routers[link.end()].waiting(link.input()) < flow.buffers;
    }

    private void send(Packet packet, Packet.Branch branch, SharedLink link, long now) {
        long busy = link.occupy(now, packet.beats());
        used.add(link);
        wires.note(ChipAction.HOP_WORD, packet.words() * link.length());
        traffic.carry(branch.link(), busy, packet.words());
        packet.grant(branch, link.freeCycle());
        listeners.forEach(each -> each.onPacket(branch.link(), packet.words(), now, link.freeCycle()));
        long headCycle = now + link.latency();
        long emptyCycles = packet.emptyCycles() + link.stepCycles();
        List<Transfer.Stop> onward = new ArrayList<>();
        for (Transfer.Stop stop : branch.stops()) {
            if (stop.router() != link.end()) {
                onward.add(stop);
            } else if (packet.isLast()) {
                long arrivalCycle = headCycle + link.cycles(packet.beats() - 1);
                long empty = emptyCycles + link.cycles(packet.transfer().beats() - 1);
                long cycles = arrivalCycle - packet.transfer().readyCycle();
                traffic.arrive(cycles - empty, cycles);
                stop.arrival().accept(arrivalCycle);
            }
        }
        if (!onward.isEmpty()) {
            routers[link.end()].put(link.input(), packet.at(branches(link.end(), onward), headCycle, emptyCycles));
            active.set(link.end());
        }
    }

    /** The next cycle at which a packet has left, comes up or finds its link free; never, if none of this is to be. */
    private long nextChange(long now) {
        long next = requests.isEmpty() ? NEVER : now + 1;
        for (int router = active.nextSetBit(0); router >= 0; router = active.nextSetBit(router + 1)) {
            for (int input = 0; input < routers[router].inputs(); input++) {
                Packet head = routers[router].head(input);
                if (head != null) {
                    next = Math.min(next, head.nextChange(now, links));
                }
            }
        }
        return next;
    }

    /** Saves or loads when each link is free. */
    public void state(Archive archive) {
        boolean rests = requests.isEmpty() && active.isEmpty() && used.isEmpty() && nextTickCycle == NEVER;
        Archive.expectRest(rests, "the interconnect");
        links.forEach(link -> link.state(archive));
    }
}
