package glia.cli.run;

import glia.chip.block.DivergenceException;
import glia.chip.build.Chip;
import glia.chip.build.NetworkShape;
import glia.chip.build.TraceTap;
import glia.chip.message.Phase;
import glia.cli.scenario.DataSource;
import glia.cli.scenario.Scenario;
import glia.core.account.ActionLedger;
import glia.core.account.EnergyReport;
import glia.core.config.Settings;
import glia.core.stat.Distribution;
import glia.core.trace.Fingerprint;
import glia.core.trace.ScheduleFingerprint;
import glia.learning.data.TrainAndTest;
import glia.learning.measure.Measure;
import glia.learning.train.Evaluation;
import glia.learning.train.RateSchedule;
import glia.learning.train.Trainer;
import glia.learning.train.TrainingPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A training run from scenario to figures. */
public final class TrainingSession {
    /** Training goes on for so many synapses times samples, and for so many samples at most, between two looks at the clock. */
    private static final long CHUNK_WORK = 100_000_000;

    private static final long CHUNK = 500;

    private final Scenario scenario;
    private final Trainer trainer;
    private final List<Measure> measures;
    private final long evaluateEvery;
    private final ScheduleFingerprint schedule = new ScheduleFingerprint();
    private final Distribution[] latencies = new Distribution[Phase.values().length];
    private final long[] phaseCycles = new long[Phase.values().length];
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
        this.scenario = scenario;
        NetworkShape shape = scenario.shape();
        TrainAndTest data = DataSource.load(scenario.settings(), shape);
        Chip chip = scenario.chip(tap);
        initialise(chip, scenario);
        trainer = new Trainer(chip, plan(scenario, data), data.test(), scenario.threads());
        measures = scenario.measures(chip);
        measures.forEach(trainer::watch);
        Settings settings = scenario.settings();
        evaluateEvery = settings.isWord("run.evaluateEvery", "epoch")
                ? data.train().size()
                : settings.whole("run.evaluateEvery");
        for (Phase phase : Phase.values()) {
            latencies[phase.ordinal()] = new Distribution(phase.name());
        }
        chip.addListener(schedule);
        chip.addPhaseListener(this::onPhase);
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

    private void onPhase(Phase phase, long startCycle, long endCycle) {
        long cycles = endCycle - startCycle;
        latencies[phase.ordinal()].record(cycles);
        phaseCycles[phase.ordinal()] += cycles;
    }

    /** Trains to the end, evaluating as asked, or until the training diverges. */
    public void run(Progress progress) {
        try {
            while (!trainer.done()) {
                long next = Math.min(
                        trainer.plan().samples(), (trainer.chip().samples() / evaluateEvery + 1) * evaluateEvery);
                trainUntil(next, progress);
                evaluate(progress);
            }
        } catch (DivergenceException diverged) {
            divergence = Optional.of(
                    "the training diverged at sample " + trainer.chip().samples() + ": " + diverged.getMessage()
                            + "; a smaller learning.rate or learning.epsilon may help");
        }
    }

    private void trainUntil(long sample, Progress progress) {
        long chunk =
                Math.max(1, Math.min(CHUNK, CHUNK_WORK / trainer.chip().shape().synapses()));
        while (trainer.chip().samples() < sample) {
            long start = System.nanoTime();
            try {
                trainer.trainUntil(Math.min(sample, trainer.chip().samples() + chunk));
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
        Point point = new Point(evaluation, chip.cycles(), price(counts).totalPicojoules(), maximumCommits);
        points.add(point);
        progress.onEvaluation(point, counts);
    }

    private EnergyReport price(List<ActionLedger.Entry> counts) {
        Chip chip = trainer.chip();
        return EnergyReport.of(
                counts,
                chip.staticBlocks(),
                scenario.energyTable(),
                chip.cycles(),
                scenario.chipConfig().clockHertz());
    }

    /** Trains up to a sample at most, without evaluation. */
    void trainUntil(long sample) {
        trainer.trainUntil(sample);
    }

    /** Lets a measure watch the training without being among what is measured. */
    public void watch(Measure measure) {
        trainer.watch(measure);
    }

    /** The scenario. */
    public Scenario scenario() {
        return scenario;
    }

    /** The chip as it is now. */
    public Chip chip() {
        return trainer.chip();
    }

    /** The host's plan. */
    public TrainingPlan plan() {
        return trainer.plan();
    }

    /** The evaluations so far. */
    public List<Point> points() {
        return Collections.unmodifiableList(points);
    }

    /** What was measured so far. */
    Measured measured() {
        return new Measured(measures, chip().shape().layers());
    }

    /** The ledger as it stands, priced; also after a divergence. */
    public EnergyReport energy() {
        return price(chip().ledger().entries());
    }

    /** What watches cells wear out, where they do. */
    Optional<WearWatch> wearWatch() {
        return wearWatch;
    }

    /** Training samples of an epoch. */
    long epochSamples() {
        return trainer.plan().epochSamples();
    }

    /** Why the training ended early, if it did. */
    public Optional<String> divergence() {
        return divergence;
    }

    /** Wall time spent training and measuring, evaluation apart. */
    public double trainingSeconds() {
        return trainingNanos / 1e9;
    }

    /** Cycles spent in each phase. */
    public Map<Phase, Long> phaseCycles() {
        return ofUsedPhases(phase -> phaseCycles[phase.ordinal()]);
    }

    /** The latency of each phase as a distribution. */
    public Map<Phase, Distribution> latencies() {
        return ofUsedPhases(phase -> latencies[phase.ordinal()]);
    }

    private <T> Map<Phase, T> ofUsedPhases(Function<Phase, T> value) {
        Map<Phase, T> values = new EnumMap<>(Phase.class);
        for (Phase phase : Phase.values()) {
            if (latencies[phase.ordinal()].count() > 0) {
                values.put(phase, value.apply(phase));
            }
        }
        return values;
    }

    /** Weights, write counts and accuracies in one number. */
    public String fingerprint() {
        Fingerprint fingerprint = new Fingerprint();
        chip().ledger();
        chip().parameters().addTo(fingerprint);
        for (Point point : points) {
            fingerprint.add(Double.doubleToRawLongBits(point.evaluation().accuracy()));
        }
        return fingerprint.toString();
    }

    /** All deliveries in one number. */
    public String scheduleFingerprint() {
        return schedule.toString();
    }
}
