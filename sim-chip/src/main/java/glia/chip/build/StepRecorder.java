package glia.chip.build;

import glia.chip.block.Sequencer;
import glia.chip.interconnect.BroadcastBus;
import glia.chip.message.Broadcast;
import glia.core.account.ActionLedger;
import glia.core.event.Recording;
import glia.core.event.Simulation;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs the steps of the sequencer: simulates a kind of step until two runs of it took the same deliveries, cycles and counts, and
 * from then on replays it at the cost of its arithmetic alone. Exact, because a replayed step has the same deliveries, cycles and
 * counts as a simulated one: all steps start when the chip is quiet, with every unit free and the arbiter in the state that the
 * recording is kept under, and no cycle or closed-form count depends on data. Where that is not so, recording is off.
 */
final class StepRecorder {
    /** Recordings hold at most so many deliveries together; further kinds of step are simulated every time. */
    private static final long MOST_DELIVERIES = 20_000_000;

    private final Simulation simulation;
    private final ActionLedger ledger;
    private final BroadcastBus bus;
    private final Sequencer sequencer;
    private @Nullable Step[] steps = new Step[0];
    private boolean recording;
    private long kept;
    private long replayed;

    /** A kind of step from one state of the arbiter. */
    private static final class Step {
        private final Broadcast control;
        private final Recording recording;
        private final List<ActionLedger.Increment> counts;
        private final int lastGranted;
        private boolean confirmed;
        private long pending;

        Step(Broadcast control, Recording recording, List<ActionLedger.Increment> counts, int lastGranted) {
            this.control = control;
            this.recording = recording;
            this.counts = counts;
            this.lastGranted = lastGranted;
        }
    }

    StepRecorder(Simulation simulation, ActionLedger ledger, BroadcastBus bus, Sequencer sequencer, boolean recording) {
        this.simulation = simulation;
        this.ledger = ledger;
        this.bus = bus;
        this.sequencer = sequencer;
        this.recording = recording;
    }

    /** Simulates every step from now on. */
    void switchOff() {
        settle();
        recording = false;
    }

    /** How many steps were replayed. */
    long replayed() {
        return replayed;
    }

    /** Runs what a control word starts; control words of one kind start steps that take the same messages. */
    void run(int kind, Broadcast control) {
        if (!recording) {
            sequencer.run(control);
            return;
        }
        int key = kind * (bus.senders() + 1) + bus.lastGranted() + 1;
        Step step = key < steps.length ? steps[key] : null;
        if (step != null && step.confirmed) {
            simulation.replay(step.recording, step.control, control);
            bus.setLastGranted(step.lastGranted);
            step.pending++;
            replayed++;
        } else {
            record(key, control, step);
        }
    }

    private void record(int key, Broadcast control, @Nullable Step earlier) {
        if (kept > MOST_DELIVERIES) {
            sequencer.run(control);
            return;
        }
        long[][] before = ledger.snapshot();
        Recording made = simulation.record(() -> sequencer.run(control));
        Step step = new Step(control, made, ledger.since(before), bus.lastGranted());
        step.confirmed = earlier != null && same(earlier, step);
        if (key >= steps.length) {
            steps = Arrays.copyOf(steps, key + 1);
        }
        steps[key] = step;
        kept += earlier == null ? made.size() : 0;
    }

    private static boolean same(Step one, Step other) {
        return one.lastGranted == other.lastGranted
                && one.counts.equals(other.counts)
                && one.recording.matches(one.control, other.recording, other.control);
    }

    /** Brings the counts of replayed steps into the ledger. */
    void settle() {
        for (Step step : steps) {
            if (step == null) {
                continue;
            }
            for (ActionLedger.Increment count : step.counts) {
                count.account().add(count.action(), count.times() * step.pending);
            }
            step.pending = 0;
        }
    }
}
