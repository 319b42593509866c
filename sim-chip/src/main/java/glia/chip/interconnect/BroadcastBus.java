package glia.chip.interconnect;

import glia.chip.message.Broadcast;
import glia.core.account.ActionTiming;
import glia.core.account.Resource;
import glia.core.archive.Archive;
import glia.core.event.InPort;
import glia.core.event.Message;
import glia.core.event.OutPort;
import glia.core.event.Simulation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.agrona.collections.LongArrayQueue;

/**
 * The bus, or tree of links, that brings one word to every block. Requests that become ready in a cycle are gathered and granted
 * from the next cycle on by an arbiter over sender numbers; a granted message holds the bus for its beats and arrives at all
 * listeners in the same cycle. What each word counts for, its {@link Reach} says.
 */
public final class BroadcastBus {
    /** The bus's own wake-up. */
    private static final class Arbitrate implements Message {
        @Override
        public int words() {
            return 0;
        }
    }

    private static final Arbitrate ARBITRATE = new Arbitrate();

    private final Simulation simulation;
    private final Resource resource;
    private final ActionTiming timing;
    private final Arbiter arbiter;
    private final Reach reach;
    private final InPort<Arbitrate> arbitrationPort;
    private final List<Queue<Broadcast>> waiting = new ArrayList<>();
    private final List<LongArrayQueue> readyCycles = new ArrayList<>();
    private final List<InPort<Broadcast>> requestPorts = new ArrayList<>();
    private final List<List<InPort<Broadcast>>> listeners = new ArrayList<>();
    private boolean[] asking = new boolean[0];
    private boolean arbitrating;
    private long freeCycle;
    private int lastGranted = -1;

    /**
     * Makes a bus.
     *
     * @param timing of the reach's action; its lanes are the words of a beat times what a word counts for
     * @param reach what bringing one word to all blocks takes
     */
    public BroadcastBus(Simulation simulation, Resource resource, ActionTiming timing, Arbiter arbiter, Reach reach) {
        this.simulation = simulation;
        this.resource = resource;
        this.timing = timing;
        this.arbiter = arbiter;
        this.reach = reach;
        arbitrationPort = simulation.timingPort("bus.arbitration", this::onArbitrate);
    }

    /** A sender's entrance; senders are numbered in the order of asking for one. */
    public OutPort<Broadcast> sender(String name) {
        int number = waiting.size();
        waiting.add(new ArrayDeque<>());
        readyCycles.add(new LongArrayQueue());
        requestPorts.add(simulation.timingPort("bus.request." + name, message -> onRequest(number, message)));
        asking = new boolean[waiting.size()];
        return (message, readyCycle) -> simulation.schedule(readyCycle, requestPorts.get(number), message);
    }

    /** Lets a port hear a topic. */
    public void listen(int topic, InPort<Broadcast> port) {
        while (listeners.size() <= topic) {
            listeners.add(new ArrayList<>());
        }
        listeners.get(topic).add(port);
    }

    /** Number of senders. */
    public int senders() {
        return waiting.size();
    }

    /** The sender granted last, on which the next grant may depend; -1 before the first. */
    public int lastGranted() {
        return lastGranted;
    }

    /** Puts the arbiter where a replayed step leaves it. */
    public void setLastGranted(int sender) {
        lastGranted = sender;
    }

    private void onRequest(int sender, Broadcast message) {
        waiting.get(sender).add(message);
        readyCycles.get(sender).addLong(simulation.nowCycle());
        if (!arbitrating) {
            wakeAt(Math.max(simulation.nowCycle() + 1, freeCycle));
        }
    }

    private void wakeAt(long cycle) {
        arbitrating = true;
        simulation.schedule(cycle, arbitrationPort, ARBITRATE);
    }

    private void onArbitrate(Arbitrate wakeUp) {
        arbitrating = false;
        long now = simulation.nowCycle();
        boolean anyone = false;
        for (int sender = 0; sender < asking.length; sender++) {
            asking[sender] =
                    !waiting.get(sender).isEmpty() && readyCycles.get(sender).peekLong() < now;
            anyone |= asking[sender];
        }
        if (anyone) {
            lastGranted = arbiter.grant(asking, lastGranted);
            readyCycles.get(lastGranted).pollLong();
            drive(waiting.get(lastGranted).remove());
        }
        for (Queue<Broadcast> queue : waiting) {
            if (!queue.isEmpty() && !arbitrating) {
                wakeAt(Math.max(now + 1, freeCycle));
            }
        }
    }

    private void drive(Broadcast message) {
        long now = simulation.nowCycle();
        long times = message.words() * reach.times();
        long arrivalCycle = resource.perform(reach.action(), times, now);
        freeCycle = now + timing.batches(times) * timing.interval();
        List<InPort<Broadcast>> hearing =
                message.topic() < listeners.size() ? listeners.get(message.topic()) : List.of();
        for (int i = 0; i < hearing.size(); i++) {
            simulation.schedule(arrivalCycle, hearing.get(i), message);
        }
    }

    /** Saves or loads when it is free and who was granted last. */
    public void state(Archive archive) {
        Archive.expectRest(!arbitrating && waiting.stream().allMatch(Queue::isEmpty), "the bus");
        freeCycle = archive.at(freeCycle);
        lastGranted = archive.at(lastGranted);
    }
}
