package glia.chip.build;

import glia.chip.ChipAction;
import glia.chip.message.Commit;
import glia.chip.message.LearningRate;
import glia.chip.message.Phase;
import glia.chip.message.Probe;
import glia.chip.message.StartPhase;
import glia.core.account.Action;
import glia.core.account.ActionTiming;
import glia.core.account.Resource;
import glia.core.event.InPort;
import glia.core.event.Message;
import glia.core.event.OutPort;
import glia.core.event.Simulation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;

/**
 * Notes in which cycles each block works for each phase. A control word belongs to its phase; a message, and what is done when it comes,
 * to the phase in which it was sent, until a block says that it begins with its part in another one. What the sequencer fetches from the
 * host is left out.
 */
final class PhaseTracer implements Watch {
    private record Sent(Phase phase, long emptyCycles) {}

    private final Map<InPort<?>, IdentityHashMap<Message, Phase>> ofPort = new HashMap<>();
    private final IdentityHashMap<Message, Sent> broadcast = new IdentityHashMap<>();
    private final Map<String, Map<Phase, SampleTimeline.Span>> spans = new LinkedHashMap<>();
    private final List<SampleTimeline.Span> barriers = new ArrayList<>();
    private Phase present = Phase.BASELINE;

    @Override
    public <M extends Message> OutPort<M> wire(
            OutPort<M> wire, InPort<M> port, String sender, String receiver, IntToLongFunction emptyCycles) {
        IdentityHashMap<Message, Phase> sends = ofPort.computeIfAbsent(port, each -> new IdentityHashMap<>());
        return (message, readyCycle) -> {
            sends.put(message, phaseOf(message));
            wire.send(message, readyCycle);
        };
    }

    @Override
    public <M extends Message> OutPort<M> bus(OutPort<M> bus, String sender, IntToLongFunction emptyCycles) {
        return (message, readyCycle) -> {
            broadcast.put(message, new Sent(phaseOf(message), emptyCycles.applyAsLong(message.words())));
            bus.send(message, readyCycle);
        };
    }

    private Phase phaseOf(Message message) {
        if (message instanceof StartPhase start) {
            return start.phase();
        }
        if (message instanceof Probe) {
            return Phase.PROBE;
        }
        if (message instanceof Commit) {
            return Phase.COMMIT;
        }
        return message instanceof LearningRate ? Phase.BASELINE : present;
    }

    @Override
    public Resource resource(Resource resource, String name, BlockKind kind, ActionTiming[] timings) {
        if (kind == BlockKind.INTERCONNECT || kind == BlockKind.BUS) {
            return resource;
        }
        Map<Phase, SampleTimeline.Span> row = spans.computeIfAbsent(name, each -> new EnumMap<>(Phase.class));
        return new Resource() {
            @Override
            public long perform(Action action, long times, long readyCycle) {
                long doneCycle = resource.perform(action, times, readyCycle);
                if (times > 0) {
                    long startCycle = doneCycle - timings[action.ordinal()].duration(times);
                    works(row, kind, action, new SampleTimeline.Span(startCycle, doneCycle));
                }
                return doneCycle;
            }

            @Override
            public void note(Action action, long times) {
                resource.note(action, times);
            }

            @Override
            public void begin(Enum<?> work) {
                present = (Phase) work;
            }
        };
    }

    private void works(Map<Phase, SampleTimeline.Span> row, BlockKind kind, Action action, SampleTimeline.Span span) {
        if (action == ChipAction.BARRIER) {
            barriers.add(span);
        } else if (kind != BlockKind.SEQUENCER) {
            row.merge(present, span, SampleTimeline.Span::with);
        }
    }

    /** Nothing of a replayed step could be seen. */
    @Override
    public void built(Simulation simulation, StepRecorder steps) {
        simulation.addListener(this);
        steps.switchOff();
    }

    @Override
    public void onDelivery(long cycle, InPort<?> port, Message message) {
        IdentityHashMap<Message, Phase> sends = ofPort.get(port);
        Phase wired = sends == null ? null : sends.get(message);
        Sent word = broadcast.get(message);
        if (wired != null) {
            present = wired;
        } else if (word != null && !port.name().startsWith("bus.request")) {
            present = word.phase;
            spans.computeIfAbsent(BlockKind.BUS.label(), each -> new EnumMap<>(Phase.class))
                    .merge(
                            word.phase,
                            new SampleTimeline.Span(cycle - word.emptyCycles + 1, cycle),
                            SampleTimeline.Span::with);
        }
    }

    /** By block what it did, in the order of building. */
    Map<String, Map<Phase, SampleTimeline.Span>> spans() {
        return spans;
    }

    /** The barriers, in order. */
    List<SampleTimeline.Span> barriers() {
        return barriers;
    }
}
