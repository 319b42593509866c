package glia.cli.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import glia.chip.block.DivergenceException;
import glia.chip.build.Chip;
import glia.chip.build.TraceTap;
import glia.cli.scenario.DataSource;
import glia.cli.scenario.Scenario;
import glia.core.account.ActionLedger;
import glia.core.archive.Archive;
import glia.core.config.InputException;
import glia.core.config.Settings;
import glia.core.trace.Fingerprint;
import glia.core.trace.ScheduleFingerprint;
import glia.learning.data.TrainAndTest;
import glia.learning.measure.Measure;
import glia.learning.train.Evaluation;
import glia.learning.train.RateSchedule;
import glia.learning.train.Trainer;
import glia.learning.train.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A training run from scenario to figures. */
public final class TrainingSession implements RunFigures {
    /** Training goes on for so many synapses times samples, and for so many samples at most, between two looks at the clock. */
    private static final long CHUNK_WORK = 100_000_000;

    private static final long CHUNK = 500;

    private final Scenario scenario;
    private final TrainAndTest data;
    private String dataFingerprint = "";
    private final Trainer trainer;
    private final List<Measure> measures;
    private final long evaluateEvery;
    private final ScheduleFingerprint schedule = new ScheduleFingerprint();
    private final PhaseTimes phases = new PhaseTimes();
    private final List<Point> points = new ArrayList<>();
    private long trainingNanos;
    private Optional<String> divergence = Optional.empty();
    private final Optional<WearWatch> wearWatch;

    /** Reads the data, builds the chip and loads its parameters. */
    public TrainingSession(Scenario scenario) {
        this(scenario, Optional.empty());
    }

    /** As above, with a chip that is built around a tap, if there is one. */
    public TrainingSession(Scenario scenario, Optional<TraceTap> tap) {
        this(scenario, tap, DataSource.load(scenario.settings(), scenario.shape()));
    }

    /** As above, with the scenario's data, which {@link DataSource} has read. */
    public TrainingSession(Scenario scenario, Optional<TraceTap> tap, TrainAndTest data) {
        this.scenario = scenario;
        this.data = data;
        Chip chip = scenario.chip(tap);
        initialise(chip, scenario);
        trainer = new Trainer(chip, plan(scenario, data), data.test(), scenario.threads());
        measures = scenario.measures(chip);
        measures.forEach(trainer::watch);
        Settings settings = scenario.settings();
        evaluateEvery = settings.isWord("run.evaluateEvery", "epoch")
                ? data.train().size()
                : settings.whole("run.evaluateEvery");
        chip.addListener(schedule);
        chip.addPhaseListener(phases);
        wearWatch = scenario.chipConfig().device().defects().wearOut().isOn()
                ? Optional.of(new WearWatch(chip))
                : Optional.empty();
    }

    /** The host's plan for a scenario's run. */
    public static TrainingPlan plan(Scenario scenario, TrainAndTest data) {
        Settings settings = scenario.settings();
        long samples = Math.max(
                1, Math.round(settings.decimal("run.epochs") * data.train().size()));
        RateSchedule rates =
                RateSchedule.valueOf(settings.word("learning.schedule").toUpperCase(Locale.ROOT));
        return new TrainingPlan(scenario.seed(), data.train(), samples, settings.decimal("learning.rate"), rates);
    }

    /** Loads the weights that a scenario starts from. */
    public static void initialise(Chip chip, Scenario scenario) {
        if (scenario.settings().isWord("run.initialWeights", "drawn")) {
            Trainer.initialise(chip, scenario.seed());
        } else {
            Path folder = DataSource.path(scenario.settings(), "run.initialWeights");
            StoredParameters.load(folder, chip.shape(), chip.parameters());
        }
    }

    /** Trains to the end, evaluating as asked, or until the training diverges. */
    public void run(Progress progress) {
        try {
            for (long last = evaluated(); last < trainer.plan().samples(); last = evaluated()) {
                long next = Math.min(trainer.plan().samples(), (last / evaluateEvery + 1) * evaluateEvery);
                trainUntil(next, progress);
                evaluate(progress);
            }
        } catch (DivergenceException diverged) {
            divergence = Optional.of(
                    "the training diverged at sample " + trainer.chip().samples() + ": " + diverged.getMessage()
                            + "; a smaller learning.rate or learning.epsilon may help");
        }
    }

    /** The samples before the last evaluation. */
    private long evaluated() {
        return points.isEmpty() ? 0 : points.get(points.size() - 1).evaluation().samples();
    }

    private void trainUntil(long sample, Progress progress) {
        long chunk =
                Math.max(1, Math.min(CHUNK, CHUNK_WORK / trainer.chip().shape().synapses()));
        while (trainer.chip().samples() < sample) {
            long samples = trainer.chip().samples();
            long stop = Math.min(sample, Math.min(samples + chunk, progress.nextStop(samples)));
            long start = System.nanoTime();
            try {
                trainer.trainUntil(stop);
            } finally {
                trainingNanos += System.nanoTime() - start;
            }
            progress.onSamples(trainer.chip().samples());
        }
    }

    private void evaluate(Progress progress) {
        Evaluation evaluation = trainer.evaluate();
        Chip chip = trainer.chip();
        List<ActionLedger.Entry> counts = chip.ledger().entries();
        long maximumCommits = new WriteTotals(chip).commits().maximum();
        Point point = new Point(evaluation, chip.cycles(), energy().totalPicojoules(), maximumCommits);
        points.add(point);
        progress.onEvaluation(point, counts);
        progress.onWrites(evaluation.samples(), ColumnWrites.of(chip));
    }

    /** Trains up to a sample at most, without evaluation. */
    void trainUntil(long sample) {
        trainer.trainUntil(sample);
    }

    /** Lets a measure watch the training without being among what is measured. */
    public void watch(Measure measure) {
        trainer.watch(measure);
    }

    @Override
    public Scenario scenario() {
        return scenario;
    }

    @Override
    public Chip chip() {
        return trainer.chip();
    }

    /** The host's plan. */
    public TrainingPlan plan() {
        return trainer.plan();
    }

    @Override
    public List<Point> points() {
        return Collections.unmodifiableList(points);
    }

    @Override
    public Optional<ObjectNode> measures() {
        return measures.isEmpty() ? Optional.empty() : Optional.of(measured().summary());
    }

    private Measured measured() {
        return new Measured(measures, chip().shape().layers());
    }

    @Override
    public Optional<ObjectNode> wearOut() {
        return wearWatch.map(WearWatch::summary);
    }

    @Override
    public ObjectNode writes() {
        return new WriteTotals(chip()).summary();
    }

    @Override
    public void writeTrained(Path folder) throws IOException {
        if (!measures.isEmpty()) {
            measured().write(folder.resolve("measures.csv"));
        }
        StoredParameters.write(folder, chip().shape(), chip().parameters());
    }

    @Override
    public long epochSamples() {
        return trainer.plan().epochSamples();
    }

    @Override
    public Optional<String> divergence() {
        return divergence;
    }

    @Override
    public double trainingSeconds() {
        return trainingNanos / 1e9;
    }

    @Override
    public PhaseTimes phases() {
        return phases;
    }

    @Override
    public String fingerprint() {
        Fingerprint fingerprint = new Fingerprint();
        chip().ledger();
        chip().parameters().addTo(fingerprint);
        for (Point point : points) {
            fingerprint.add(Double.doubleToRawLongBits(point.evaluation().accuracy()));
        }
        return fingerprint.toString();
    }

    @Override
    public String scheduleFingerprint() {
        return schedule.toString();
    }

    /**
     * Saves the run as it is into a file, between samples, in place of what the file held before.
     *
     * @throws InputException if the file cannot be written
     */
    public void save(Path file) {
        Checkpoint.save(this, file, Checkpoint.Host.NONE);
    }

    /**
     * The run that was saved in a file; it goes on to the same bits as if it had not been interrupted.
     *
     * @throws InputException if the file is damaged, or of another scenario, other data or another version of the program
     */
    public static TrainingSession resumed(Scenario scenario, Path file) {
        TrainingSession session = new TrainingSession(scenario);
        Checkpoint.load(session, file);
        return session;
    }

    /** Saves or loads all that changes while it runs. */
    void state(Archive archive) {
        trainer.state(archive);
        archive.part("session");
        schedule.state(archive);
        phases.state(archive);
        trainingNanos = archive.at(trainingNanos);
        Point.state(archive, points);
        wearWatch.ifPresent(watch -> watch.state(archive));
    }

    /** The samples it learns from and is tested on in one number, computed once. */
    String dataFingerprint() {
        if (dataFingerprint.isEmpty()) {
            Fingerprint all = new Fingerprint();
            data.train().addTo(all);
            data.test().addTo(all);
            dataFingerprint = all.toString();
        }
        return dataFingerprint;
    }
}
