package glia.chip.build;

import glia.chip.ChipAction;
import glia.chip.message.Broadcast;
import glia.chip.message.ChipMessage;
import glia.chip.message.CostChange;
import glia.chip.message.DeltaVec;
import glia.core.account.Action;
import glia.core.account.ActionTiming;
import glia.core.account.Resource;
import glia.core.event.InPort;
import glia.core.event.Message;
import glia.core.event.OutPort;
import glia.core.event.Recording;
import glia.core.event.Simulation;
import glia.core.trace.TraceEvent;
import glia.core.trace.TraceQueue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Tells what happens on a chip while it is open: work, messages, and the values that matter. What is told is simulated, never
 * replayed; results are the same. Closed, it costs a look at a flag.
 */
public final class TraceTap implements Watch {
    /**
     * A block that does something.
     *
     * @param name as in the ledger
     * @param kind what it is
     */
    public record Block(String name, BlockKind kind) {
        /** The layer, from 1; 0 for what the whole chip shares. */
        public int layer() {
            int dot = name.indexOf('.');
            return dot < 0 ? 0 : Integer.parseInt(name.substring("layer".length(), dot));
        }
    }

    /** Quantities that have values. */
    public enum Quantity {
        /** The baseline cost C0. */
        BASELINE_COST,
        /** The cost change. */
        COST_CHANGE
    }

    /** A message on its way. */
    private record Sent(int sender, long sentCycle, long readyCycle, long emptyCycles) {}

    private Consumer<TraceEvent> listener = event -> {};
    private final List<Block> blocks = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> kinds = kindsOf(ChipMessage.class);
    private final ClassValue<Integer> kindNumbers = new ClassValue<>() {
        @Override
        protected Integer computeValue(Class<?> kind) {
            return kinds.indexOf(kind.getSimpleName());
        }
    };
    private final Map<InPort<?>, Integer> receivers = new HashMap<>();
    private final Map<InPort<?>, IdentityHashMap<Message, Sent>> wired = new HashMap<>();
    private final IdentityHashMap<Message, Sent> broadcast = new IdentityHashMap<>();
    private @Nullable StepRecorder steps;
    private @Nullable Simulation simulation;
    private boolean open;

    private static List<String> kindsOf(Class<?> family) {
        List<String> names = new ArrayList<>();
        for (Class<?> kind : family.getPermittedSubclasses()) {
            if (kind == Broadcast.class) {
                names.addAll(kindsOf(kind));
            } else {
                names.add(kind.getSimpleName());
            }
        }
        return List.copyOf(names);
    }

    /** Tells a listener what happens from now on; the chip must be quiet. */
    public void open(Consumer<TraceEvent> hearing) {
        listener = hearing;
        turn(true);
    }

    /** Tells nothing from now on; the chip must be quiet. */
    public void close() {
        turn(false);
    }

    private void turn(boolean opens) {
        if (steps == null) {
            throw new IllegalStateException("no chip was built around this tap");
        }
        steps.pause(opens);
        open = opens;
    }

    /** The blocks by number. */
    public List<Block> blocks() {
        return Collections.unmodifiableList(blocks);
    }

    /** The kinds of message by number. */
    public List<String> kinds() {
        return kinds;
    }

    private int number(String block) {
        return numbers.computeIfAbsent(block, name -> {
            blocks.add(new Block(name, BlockKind.named(name)));
            return blocks.size() - 1;
        });
    }

    @Override
    public <M extends Message> OutPort<M> wire(
            OutPort<M> wire, InPort<M> port, String sender, String receiver, IntToLongFunction emptyCycles) {
        int from = number(sender);
        receivers.put(port, number(receiver));
        IdentityHashMap<Message, Sent> sends = wired.computeIfAbsent(port, each -> new IdentityHashMap<>());
        return (message, readyCycle) -> {
            if (open) {
                sends.put(message, sent(from, message, readyCycle, emptyCycles));
            }
            wire.send(message, readyCycle);
        };
    }

    @Override
    public <M extends Message> OutPort<M> bus(OutPort<M> bus, String sender, IntToLongFunction emptyCycles) {
        int from = number(sender);
        return (message, readyCycle) -> {
            if (open) {
                broadcast.put(message, sent(from, message, readyCycle, emptyCycles));
                if (message instanceof CostChange change) {
                    tell(readyCycle, change);
                }
            }
            bus.send(message, readyCycle);
        };
    }

    private Sent sent(int sender, Message message, long readyCycle, IntToLongFunction emptyCycles) {
        return new Sent(sender, nowCycle(), readyCycle, emptyCycles.applyAsLong(message.words()));
    }

    @Override
    public Resource resource(Resource resource, String block, BlockKind kind, ActionTiming[] timings) {
        return new Watched(resource, number(block), timings);
    }

    /** The hardware of a block, watched. */
    private final class Watched implements Resource {
        private final Resource resource;
        private final int number;
        private final ActionTiming[] timings;
        private long slotStartCycle;
        private long slotDoneCycle;

        Watched(Resource resource, int number, ActionTiming[] timings) {
            this.resource = resource;
            this.number = number;
            this.timings = timings;
        }

        @Override
        public long perform(Action action, long times, long readyCycle) {
            long doneCycle = resource.perform(action, times, readyCycle);
            if (open && times > 0) {
                long startCycle = doneCycle - timings[action.ordinal()].duration(times);
                if (action == ChipAction.WRITE_ROW) {
                    slotStartCycle = startCycle;
                    slotDoneCycle = doneCycle;
                }
                listener.accept(
                        new TraceEvent.Work(number, action.ordinal(), times, readyCycle, startCycle, doneCycle));
            }
            return doneCycle;
        }

        @Override
        public void note(Action action, long times) {
            resource.note(action, times);
            if (open && times > 0) {
                boolean pulses = action == ChipAction.WRITE_SYNAPSE;
                long startCycle = pulses ? slotStartCycle : nowCycle();
                long doneCycle = pulses ? slotDoneCycle : nowCycle();
                listener.accept(new TraceEvent.Count(number, action.ordinal(), times, startCycle, doneCycle));
            }
        }
    }

    @Override
    public void built(Simulation owner, StepRecorder recorder) {
        owner.addListener(this);
        simulation = owner;
        steps = recorder;
    }

    private long nowCycle() {
        return simulation == null ? 0 : simulation.nowCycle();
    }

    @Override
    public void onDelivery(long cycle, InPort<?> port, Message message) {
        if (!open) {
            return;
        }
        IdentityHashMap<Message, Sent> sends = wired.get(port);
        Sent sent = sends == null ? null : sends.remove(message);
        if (sent == null && message instanceof Broadcast && !port.name().startsWith("bus.request")) {
            sent = broadcast.get(message);
        }
        if (sent != null) {
            arrived(cycle, receiver(port), message, sent);
        }
    }

    /** Ports of the bus are named after the block behind them. */
    private int receiver(InPort<?> port) {
        return receivers.computeIfAbsent(
                port, each -> number(each.name().substring(0, each.name().lastIndexOf('.'))));
    }

    private void arrived(long cycle, int receiver, Message message, Sent sent) {
        listener.accept(new TraceEvent.Message(
                kindNumbers.get(message.getClass()),
                sent.sender,
                receiver,
                message.words(),
                sent.sentCycle,
                sent.readyCycle,
                cycle,
                sent.emptyCycles));
        BlockKind kind = blocks.get(receiver).kind();
        if (message instanceof DeltaVec vector && kind == BlockKind.NEURONS) {
            tell(cycle, blocks.get(receiver).layer() - 1, vector);
        }
    }

    private void tell(long cycle, CostChange change) {
        listener.accept(new TraceEvent.Value(Quantity.BASELINE_COST.ordinal(), cycle, change.baselineCost()));
        listener.accept(new TraceEvent.Value(Quantity.COST_CHANGE.ordinal(), cycle, change.costChange()));
    }

    private void tell(long cycle, int layer, DeltaVec vector) {
        for (int first = 0; first < vector.count(); first += TraceQueue.LONGEST_VECTOR) {
            int from = vector.first() + first;
            int count = Math.min(TraceQueue.LONGEST_VECTOR, vector.count() - first);
            float[] values = Arrays.copyOfRange(vector.values(), from, from + count);
            listener.accept(new TraceEvent.Vector(layer, cycle, from, values));
        }
    }

    @Override
    public boolean onReplay(long startCycle, Recording recording) {
        return true;
    }
}
