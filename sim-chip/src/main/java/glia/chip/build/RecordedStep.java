package glia.chip.build;

import glia.chip.interconnect.Traffic;
import glia.chip.message.Broadcast;
import glia.core.account.ActionLedger;
import glia.core.event.Message;
import glia.core.event.Recording;
import glia.core.trace.Fingerprint;
import java.util.List;
import java.util.Optional;

/** A kind of step from one state of the arbiter. */
final class RecordedStep {
    final List<Broadcast> controls;
    final Recording recording;
    final List<ActionLedger.Increment> counts;
    final Optional<Traffic> traffic;
    final int lastGranted;
    boolean confirmed;
    long pending;

    RecordedStep(
            List<Broadcast> controls,
            Recording recording,
            List<ActionLedger.Increment> counts,
            Optional<Traffic> traffic,
            int lastGranted) {
        this.controls = controls;
        this.recording = recording;
        this.counts = counts;
        this.traffic = traffic;
        this.lastGranted = lastGranted;
    }

    /** Whether another run of the step took the same course. */
    boolean matches(RecordedStep other) {
        return lastGranted == other.lastGranted
                && counts.equals(other.counts)
                && recording.matches(controls, other.recording, other.controls);
    }

    /** A print of the course: counts, and when which port hears a message of which kind and size. */
    long print() {
        Fingerprint print = new Fingerprint();
        print.add(lastGranted);
        for (ActionLedger.Increment count : counts) {
            print.add(count.account().block().hashCode());
            print.add(count.action().ordinal());
            print.add(count.times());
        }
        print.add(recording.duration());
        for (int i = 0; i < recording.size(); i++) {
            Message message = recording.message(i);
            print.add(recording.cycle(i));
            print.add(recording.port(i).number());
            print.add(message.getClass().getSimpleName().hashCode());
            print.add(message.words());
        }
        return print.value();
    }
}
