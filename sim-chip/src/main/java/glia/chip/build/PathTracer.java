package glia.chip.build;

import glia.chip.ChipAction;
import glia.chip.build.CriticalPath.Part;
import glia.chip.build.CriticalPath.Reason;
import glia.core.account.Action;
import glia.core.account.ActionTiming;
import glia.core.account.Resource;
import glia.core.event.InPort;
import glia.core.event.Message;
import glia.core.event.OutPort;
import glia.core.event.Simulation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/** Notes for each delivery of a step what sent it, and for each piece of work which delivery asked for it. */
final class PathTracer implements Watch {
    /** A message that was sent while another one was handled, if one was. */
    private record Send(@Nullable Heard handling, BlockKind sender, long readyCycle, BlockKind by, long emptyCycles) {}

    /** A message that was heard, and how it came; a message of nobody is the network's own. */
    private record Heard(long cycle, @Nullable Send came) {}

    private record Work(@Nullable Heard handling, BlockKind block, long doneCycle) {}

    private final Map<InPort<?>, IdentityHashMap<Message, Send>> wired = new HashMap<>();
    private final IdentityHashMap<Message, Send> broadcast = new IdentityHashMap<>();
    private final Map<Part, Long> parts = new LinkedHashMap<>();
    private @Nullable Heard handling;
    private @Nullable Work last;
    private long startCycle;

    @Override
    public <M extends Message> OutPort<M> wire(
            OutPort<M> wire, InPort<M> port, String sender, String receiver, IntToLongFunction emptyCycles) {
        BlockKind from = BlockKind.named(sender);
        IdentityHashMap<Message, Send> sends = wired.computeIfAbsent(port, each -> new IdentityHashMap<>());
        return (message, readyCycle) -> {
            long empty = emptyCycles.applyAsLong(message.words());
            sends.put(message, new Send(handling, from, readyCycle, BlockKind.INTERCONNECT, empty));
            wire.send(message, readyCycle);
        };
    }

    @Override
    public <M extends Message> OutPort<M> bus(OutPort<M> bus, String sender, IntToLongFunction emptyCycles) {
        BlockKind from = BlockKind.named(sender);
        return (message, readyCycle) -> {
            long empty = emptyCycles.applyAsLong(message.words());
            broadcast.put(message, new Send(handling, from, readyCycle, BlockKind.BUS, empty));
            bus.send(message, readyCycle);
        };
    }

    @Override
    public Resource resource(Resource resource, String name, BlockKind block, ActionTiming[] timings) {
        if (block == BlockKind.INTERCONNECT || block == BlockKind.BUS) {
            return resource;
        }
        return new Resource() {
            @Override
            public long perform(Action action, long times, long readyCycle) {
                if (action == ChipAction.BARRIER) {
                    walkBack(readyCycle);
                }
                long doneCycle = resource.perform(action, times, readyCycle);
                if (action == ChipAction.BARRIER) {
                    add(Reason.BARRIER, block, doneCycle - readyCycle);
                    startCycle = doneCycle;
                } else if (last == null || doneCycle > last.doneCycle) {
                    last = new Work(handling, block, doneCycle);
                }
                return doneCycle;
            }

            @Override
            public void note(Action action, long times) {
                resource.note(action, times);
            }
        };
    }

    /** Nothing of a replayed step could be seen. */
    @Override
    public void built(Simulation simulation, StepRecorder steps) {
        simulation.addListener(this);
        steps.switchOff();
    }

    @Override
    public void onDelivery(long cycle, InPort<?> port, Message message) {
        IdentityHashMap<Message, Send> sends = wired.get(port);
        Send came = sends == null ? null : sends.get(message);
        if (came == null && !port.name().startsWith("bus.request")) {
            came = broadcast.get(message);
        }
        if (came != null) {
            handling = new Heard(cycle, came);
            if (last == null || cycle >= last.doneCycle) {
                last = new Work(handling, came.by, cycle);
            }
        }
    }

    /** Goes from the end of a step back to its start. */
    private void walkBack(long quietCycle) {
        Deque<Runnable> found = new ArrayDeque<>();
        Work end = last;
        Heard at = end == null ? null : end.handling;
        long until = quietCycle;
        BlockKind block = end == null ? BlockKind.SEQUENCER : end.block;
        while (at != null && at.came != null) {
            Send came = at.came;
            note(found, Reason.COMPUTE, block, until - at.cycle);
            long beyond = at.cycle - came.readyCycle - came.emptyCycles;
            note(found, Reason.QUEUE, came.by, beyond);
            note(found, Reason.WIRE, came.by, came.emptyCycles);
            until = came.readyCycle;
            block = came.sender;
            at = came.handling;
        }
        note(found, Reason.COMPUTE, block, until - startCycle);
        found.descendingIterator().forEachRemaining(Runnable::run);
        last = null;
        handling = null;
    }

    private void note(Deque<Runnable> found, Reason reason, BlockKind kind, long cycles) {
        found.add(() -> add(reason, kind, cycles));
    }

    private void add(Reason reason, BlockKind kind, long cycles) {
        if (cycles > 0) {
            parts.merge(new Part(reason, kind), cycles, Long::sum);
        }
    }

    /** The parts of the steps since this was asked last. */
    Map<Part, Long> take() {
        Map<Part, Long> taken = new LinkedHashMap<>(parts);
        parts.clear();
        return taken;
    }
}
