package glia.cli.retime;

import com.fasterxml.jackson.databind.node.ObjectNode;
import glia.chip.build.Chip;
import glia.chip.build.ChipTiming;
import glia.chip.build.Floorplan;
import glia.chip.build.ReplayObstacle;
import glia.cli.run.ColumnWrites;
import glia.cli.run.PhaseTimes;
import glia.cli.run.Point;
import glia.cli.run.Progress;
import glia.cli.run.RunFigures;
import glia.cli.run.Trained;
import glia.cli.scenario.Scenario;
import glia.core.trace.ScheduleFingerprint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The run of a scenario whose training is that of another one: weights, write counts and accuracies are taken over, cycles and counts
 * come from a chip of its own that is timed without its data. All figures are those of a run that trains.
 */
public final class Retiming implements RunFigures {
    private final Trained training;
    private final Map<Long, ColumnWrites> writes;
    private final Scenario scenario;
    private final String source;
    private final Chip chip;
    private final ChipTiming timing;
    private final ScheduleFingerprint schedule = new ScheduleFingerprint();
    private final PhaseTimes phases = new PhaseTimes();
    private final List<Point> points = new ArrayList<>();
    private long nanos;

    private Retiming(Trained training, Map<Long, ColumnWrites> writes, Scenario scenario, String source) {
        this.training = training;
        this.writes = writes;
        this.scenario = scenario;
        this.source = source;
        chip = scenario.chip();
        scenario.measures(chip); // refuses what it would refuse in a training
        timing = new ChipTiming(chip, scenario.rule());
        chip.addListener(schedule);
        chip.addPhaseListener(phases);
    }

    /**
     * Times a scenario. From what a session in memory gave, one at a time.
     *
     * @param training what the training of a scenario of the same function gave
     * @param writes the writes to columns of its tiles, by training samples, for each of its evaluations
     * @param source what that run is called
     * @param progress hears of the evaluations
     * @throws IllegalArgumentException if there is an {@link #obstacle}
     */
    public static Retiming of(
            Trained training, Map<Long, ColumnWrites> writes, Scenario scenario, String source, Progress progress) {
        Retiming retiming = prepared(training, writes, scenario, source);
        retiming.run(progress);
        return retiming;
    }

    /** As {@link #of}, but for the running: builds the chip, and complains if the scenario refuses it. */
    public static Retiming prepared(
            Trained training, Map<Long, ColumnWrites> writes, Scenario scenario, String source) {
        Optional<String> obstacle = obstacle(training, writes, scenario);
        if (obstacle.isPresent()) {
            throw new IllegalArgumentException(obstacle.get());
        }
        return new Retiming(training, writes, scenario, source);
    }

    /** Times the whole training, once. */
    public void run(Progress progress) {
        training.points().forEach(point -> goOn(point, progress));
    }

    /** Why a scenario has to be trained in full, in words; empty, if its training can be taken from another one. */
    public static Optional<String> obstacle(Trained training, Map<Long, ColumnWrites> writes, Scenario scenario) {
        List<String> different = TrainingFunction.of(training.scenario()).differing(TrainingFunction.of(scenario));
        if (!different.isEmpty()) {
            return Optional.of(different.get(0) + " can change weights");
        }
        if (training.divergence().isPresent()) {
            return Optional.of("the run diverged");
        }
        if (scenario.settings().word("run.replay").equals("off")) {
            return Optional.of("run.replay is off");
        }
        boolean reads = writes.values().stream().anyMatch(ColumnWrites::tookReads);
        if (reads
                && scenario.chipConfig().tileColumns()
                        != training.scenario().chipConfig().tileColumns()) {
            return Optional.of("chip.device.programming write-verify counts reads of cells by tile, not by column");
        }
        return ReplayObstacle.of(scenario.chipConfig(), scenario.technology()).map(ReplayObstacle::reason);
    }

    private void goOn(Point trained, Progress progress) {
        long start = System.nanoTime();
        long samples = trained.evaluation().samples();
        Floorplan floorplan = chip.floorplan();
        ColumnWrites written = Optional.ofNullable(writes.get(samples))
                .orElseThrow(() -> new IllegalArgumentException("no writes until sample " + samples))
                .on(floorplan);
        timing.learnUntil(samples);
        written.tell(timing, floorplan);
        nanos += System.nanoTime() - start;
        Point point =
                new Point(trained.evaluation(), chip.cycles(), energy().totalPicojoules(), trained.maximumCommits());
        points.add(point);
        progress.onEvaluation(point, chip.ledger().entries());
        progress.onWrites(samples, written);
    }

    @Override
    public Scenario scenario() {
        return scenario;
    }

    @Override
    public Chip chip() {
        return chip;
    }

    @Override
    public List<Point> points() {
        return Collections.unmodifiableList(points);
    }

    @Override
    public PhaseTimes phases() {
        return phases;
    }

    @Override
    public String scheduleFingerprint() {
        return schedule.toString();
    }

    @Override
    public double trainingSeconds() {
        return nanos / 1e9;
    }

    @Override
    public Optional<String> retimedFrom() {
        return Optional.of(source);
    }

    @Override
    public long epochSamples() {
        return training.epochSamples();
    }

    @Override
    public Optional<String> divergence() {
        return Optional.empty();
    }

    @Override
    public ObjectNode writes() {
        return training.writes();
    }

    @Override
    public Optional<ObjectNode> wearOut() {
        return training.wearOut();
    }

    @Override
    public Optional<ObjectNode> measures() {
        return training.measures();
    }

    @Override
    public String fingerprint() {
        return training.fingerprint();
    }

    @Override
    public void writeTrained(Path folder) throws IOException {
        training.writeTrained(folder);
    }
}
