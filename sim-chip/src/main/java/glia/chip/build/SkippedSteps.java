package glia.chip.build;

import glia.chip.message.Broadcast;
import glia.core.event.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Steps of which only time and counts were asked for. Before a step is simulated, the blocks catch up with what was skipped since the
 * last perturbed pass that left nothing behind: from there on they are as if they had handled all of it, but for data.
 */
final class SkippedSteps {
    /** So many steps wait for the blocks at most. */
    private static final int MOST = 100_000;

    private final Simulation simulation;
    private final LongConsumer startAt;
    /** Steps since the last clean pass that the blocks have not handled. */
    private final List<Skipped> waiting = new ArrayList<>();
    /** Steps up to a clean pass that the blocks have to handle before they go on, because they have begun with those before. */
    private final List<Skipped> unfinished = new ArrayList<>();

    private long cleanPass;
    /** Whether the blocks have handled steps since the last clean pass. */
    private boolean begun;

    private record Skipped(RecordedStep step, List<Broadcast> controls) {}

    /** Makes the skipped steps of a chip, whose blocks can be told which perturbed pass follows. */
    SkippedSteps(Simulation simulation, LongConsumer startAt) {
        this.simulation = simulation;
        this.startAt = startAt;
    }

    void skip(RecordedStep step, List<Broadcast> controls) {
        simulation.skip(step.recording, step.controls, controls);
        if (waiting.size() == MOST) {
            catchUp();
        }
        waiting.add(new Skipped(step, controls));
    }

    /** Has the blocks handle what waits. */
    void catchUp() {
        if (!begun) {
            handle(unfinished);
            startAt.accept(cleanPass);
            begun = true;
        }
        handle(waiting);
    }

    private void handle(List<Skipped> steps) {
        steps.forEach(each -> simulation.handle(each.step.recording, each.step.controls, each.controls));
        steps.clear();
    }

    /** A sample ended so that nothing is left in the blocks: the next perturbed pass, counted from 0, finds them as any other does. */
    void clean(long nextPass) {
        if (begun) {
            unfinished.addAll(waiting);
        }
        waiting.clear();
        cleanPass = nextPass;
        begun = false;
    }
}
