package glia.chip.build;

import glia.chip.block.Sequencer;
import glia.chip.interconnect.BroadcastBus;
import glia.chip.interconnect.Network;
import glia.chip.interconnect.Traffic;
import glia.chip.message.Broadcast;
import glia.chip.message.Phase;
import glia.chip.message.Probe;
import glia.core.account.ActionLedger;
import glia.core.archive.Archive;
import glia.core.event.Recording;
import glia.core.event.Simulation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs the steps of the sequencer: simulates a kind of step until two runs of it took the same deliveries, cycles and counts, and
 * from then on replays it at the cost of its arithmetic alone. Exact, because a replayed step has the same deliveries, cycles and
 * counts as a simulated one: all steps start when the chip is quiet, with every unit free, the bus's arbiter in the state that the
 * recording is kept under and those of a network at their start, and no cycle or closed-form count depends on data. Where that is
 * not so, recording is off.
 *
 * <p>Where only time and counts are asked for, steps with a recording are skipped, without their arithmetic ({@link SkippedSteps}).
 */
final class StepRecorder {
    /** Recordings hold at most so many deliveries together; further kinds of step are simulated every time. */
    private static final long MOST_DELIVERIES = 20_000_000;

    private static final int PHASES = Phase.values().length;
    /** Steps of overlapping phases differ in whether they have a baseline pass, an output error, a recall and a perturbation. */
    private static final int SLOTS = PHASES + 16;

    private final Simulation simulation;
    private final ActionLedger ledger;
    private final BroadcastBus bus;
    private final Optional<Network> network;
    private final Traffic traffic = new Traffic();
    private final Sequencer sequencer;
    private final List<List<Phase>> overlapping = new ArrayList<>();
    private @Nullable RecordedStep[] steps = new RecordedStep[0];
    private Optional<ReplayObstacle> obstacle;
    private boolean paused;
    private Optional<SkippedSteps> skipped = Optional.empty();
    private long kept;
    /** Kinds of step of a run that was resumed, until they are recorded anew. */
    private final NavigableMap<Integer, KnownStep> known = new TreeMap<>();

    private long[] simulated = new long[0];
    private long[] replayed = new long[0];

    StepRecorder(
            Simulation simulation,
            ActionLedger ledger,
            BroadcastBus bus,
            Optional<Network> network,
            Sequencer sequencer,
            Optional<ReplayObstacle> obstacle) {
        this.simulation = simulation;
        this.ledger = ledger;
        this.bus = bus;
        this.network = network;
        this.sequencer = sequencer;
        this.obstacle = obstacle;
    }

    /** Simulates every step from now on. */
    void switchOff() {
        settle();
        obstacle = Optional.of(ReplayObstacle.SWITCHED_OFF);
    }

    /** The time of the steps. */
    Simulation simulation() {
        return simulation;
    }

    /** Skips steps that have a recording, from now on. */
    void skip(SkippedSteps steps) {
        skipped = Optional.of(steps);
    }

    /** Simulates every step while replay pauses, with the same results. */
    void pause(boolean pauses) {
        paused = pauses;
    }

    /** Why nothing is replayed, or not every kind of step, if so. */
    Optional<ReplayObstacle> obstacle() {
        return obstacle.isEmpty() && kept > MOST_DELIVERIES ? Optional.of(ReplayObstacle.FULL) : obstacle;
    }

    /** The steps so far, phases in order and layers in order. */
    List<StepCount> counts() {
        List<StepCount> counts = new ArrayList<>();
        for (int place = 0; place < simulated.length; place++) {
            if (simulated[place] + replayed[place] > 0) {
                String name = place < PHASES
                        ? Phase.values()[place].name()
                        : Phase.PROBE.name() + ".layer" + (place - PHASES + 1);
                counts.add(new StepCount(name, simulated[place], replayed[place]));
            }
        }
        return counts;
    }

    /** Runs a step of a phase or of phases that overlap, one of the step's kinds. */
    void run(List<Phase> step, int kind) {
        Phase phase = PhaseSteps.phase(step);
        int slot = phase.ordinal();
        if (phase == Phase.OVERLAPPED) {
            if (!overlapping.contains(step)) {
                overlapping.add(step);
            }
            slot += overlapping.indexOf(step);
        }
        run(
                2 * (slot + SLOTS * kind),
                phase.ordinal(),
                step.stream().map(sequencer::start).toList());
    }

    /** Runs a step that probes a neuron of a layer; the last of a layer may take more messages than the others. */
    void probe(Probe probe, boolean last) {
        run(2 * (2 * probe.layer() + (last ? 1 : 0)) + 1, PHASES + probe.layer(), List.of(probe));
    }

    /** Runs the probes of a sample as one step, their passes right behind each other. */
    void probes(List<Probe> probes) {
        List<Broadcast> controls = new ArrayList<>(List.of(sequencer.start(Phase.PROBE)));
        controls.addAll(probes);
        run(2 * (2 * sequencer.layers()) + 1, Phase.PROBE.ordinal(), controls);
    }

    /** Runs what control words start; those of one kind start steps that take the same messages. */
    private void run(int kind, int place, List<Broadcast> controls) {
        if (place >= simulated.length) {
            simulated = Arrays.copyOf(simulated, place + 1);
            replayed = Arrays.copyOf(replayed, place + 1);
        }
        if (paused || obstacle.isPresent()) {
            sequencer.run(controls);
            simulated[place]++;
            return;
        }
        int key = kind * (bus.senders() + 1) + bus.lastGranted() + 1;
        RecordedStep step = key < steps.length ? steps[key] : null;
        if (step != null && step.confirmed) {
            goThrough(step, controls);
            bus.setLastGranted(step.lastGranted);
            step.pending++;
            replayed[place]++;
        } else {
            skipped.ifPresent(SkippedSteps::catchUp);
            boolean known = record(key, controls, step);
            (known ? replayed : simulated)[place]++;
        }
    }

    private void goThrough(RecordedStep step, List<Broadcast> controls) {
        if (skipped.isPresent()) {
            skipped.get().skip(step, controls);
        } else {
            simulation.replay(step.recording, step.controls, controls);
        }
    }

    /** Simulates a step and records it; answers whether its course was known, which after a resume it is before it is recorded anew. */
    private boolean record(int key, List<Broadcast> controls, @Nullable RecordedStep earlier) {
        KnownStep before = known.remove(key);
        boolean replays = before != null && before.confirmed();
        if (kept > MOST_DELIVERIES && !replays) {
            sequencer.run(controls);
            return false;
        }
        long[][] counted = ledger.snapshot();
        takeTraffic();
        Recording made = simulation.record(() -> sequencer.run(controls));
        RecordedStep step = new RecordedStep(controls, made, ledger.since(counted), takeTraffic(), bus.lastGranted());
        step.confirmed = before == null ? earlier != null && earlier.matches(step) : before.print() == step.print();
        if (replays && !step.confirmed) {
            throw new IllegalStateException("a step took another course than before the resume: " + controls);
        }
        if (key >= steps.length) {
            steps = Arrays.copyOf(steps, key + 1);
        }
        steps[key] = step;
        kept += earlier == null && before == null ? made.size() : 0;
        return replays;
    }

    /** What went over the network since this was asked last, added to all that did. */
    private Optional<Traffic> takeTraffic() {
        Optional<Traffic> taken = network.map(Network::takeTraffic);
        taken.ifPresent(since -> traffic.add(since, 1));
        return taken;
    }

    /** All that went over the network, if there is one. */
    Optional<Traffic> traffic() {
        settle();
        takeTraffic();
        return network.map(each -> traffic);
    }

    /** Brings the counts of replayed steps into the ledger, and their traffic to that of the simulated ones. */
    void settle() {
        for (RecordedStep step : steps) {
            if (step == null || step.pending == 0) {
                continue;
            }
            for (ActionLedger.Increment count : step.counts) {
                count.account().add(count.action(), count.times() * step.pending);
            }
            long times = step.pending;
            step.traffic.ifPresent(each -> traffic.add(each, times));
            step.pending = 0;
        }
    }

    /**
     * Saves or loads bus, network, traffic and counts, and which kinds of step are known. Recordings are made anew after loading: the
     * first step of a kind that was replayed is simulated, must take the same course, and counts as replayed.
     */
    void state(Archive archive) {
        archive.part("steps");
        bus.state(archive);
        network.ifPresent(each -> each.state(archive));
        takeTraffic();
        traffic.state(archive);
        kept = archive.at(kept);
        simulated = Arrays.copyOf(simulated, archive.at(simulated.length));
        archive.at(simulated);
        replayed = Arrays.copyOf(replayed, simulated.length);
        archive.at(replayed);
        overlappingState(archive);
        KnownStep.state(archive, archive.isLoading() ? known : knownSteps());
    }

    private NavigableMap<Integer, KnownStep> knownSteps() {
        NavigableMap<Integer, KnownStep> all = new TreeMap<>(known);
        for (int key = 0; key < steps.length; key++) {
            RecordedStep step = steps[key];
            if (step != null) {
                all.put(key, new KnownStep(step.print(), step.confirmed));
            }
        }
        return all;
    }

    private void overlappingState(Archive archive) {
        int kinds = archive.at(overlapping.size());
        for (int i = 0; i < kinds; i++) {
            String names = archive.isLoading()
                    ? ""
                    : overlapping.get(i).stream().map(Enum::name).collect(Collectors.joining(" "));
            List<Phase> phases = Arrays.stream(archive.at(names).split(" "))
                    .map(Phase::valueOf)
                    .toList();
            if (archive.isLoading()) {
                overlapping.add(phases);
            }
        }
    }
}
