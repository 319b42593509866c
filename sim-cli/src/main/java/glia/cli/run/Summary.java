package glia.cli.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import glia.chip.build.AreaReport;
import glia.chip.build.Chip;
import glia.chip.build.ReplayObstacle;
import glia.chip.build.StepCount;
import glia.chip.build.Technology;
import glia.core.account.EnergyReport;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The summary of a run, as written to {@code summary.json}. */
public final class Summary {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final BigDecimal PICO = BigDecimal.ONE.scaleByPowerOfTen(-12);

    private final RunFigures session;
    private final Chip chip;
    private final BigDecimal clock;

    private Summary(RunFigures session) {
        this.session = session;
        this.chip = session.chip();
        this.clock = session.scenario().chipConfig().clockHertz();
    }

    /** The summary of a finished run. */
    public static ObjectNode of(RunFigures session, double wallSeconds) {
        return new Summary(session).build(wallSeconds);
    }

    private ObjectNode build(double wallSeconds) {
        ObjectNode root = JSON.objectNode();
        root.put("status", session.divergence().isPresent() ? "diverged" : "completed");
        session.divergence().ifPresent(reason -> root.put("reason", reason));
        root.put("scenario", session.scenario().name());
        root.set("training", training());
        root.set("time", time());
        root.set(
                "energy",
                energy(session.energy(), chip.samples(), session.scenario().technology()));
        root.set("area", area(session.scenario().area(chip)));
        root.set("writes", session.writes());
        session.wearOut().ifPresent(worn -> root.set("wearOut", worn));
        root.set("toTarget", toTarget());
        session.measures().ifPresent(found -> root.set("measures", found));
        chip.interconnect()
                .topology()
                .ifPresent(topology -> chip.interconnect()
                        .traffic()
                        .ifPresent(traffic -> root.set(
                                "interconnect", WiresSummary.of(session.scenario(), chip, topology, traffic))));
        root.put("fingerprint", session.fingerprint());
        root.put("scheduleFingerprint", session.scheduleFingerprint());
        root.put("seed", session.scenario().seed());
        root.set("simulator", simulator(wallSeconds));
        root.set("provenance", provenance());
        return root;
    }

    private ObjectNode toTarget() {
        double target = session.scenario().settings().decimal("run.targetAccuracy");
        return toTarget(target, session.points(), clock);
    }

    private ObjectNode training() {
        ObjectNode node = JSON.objectNode();
        node.put("rule", session.scenario().settings().text("learning.rule"));
        String recall = session.scenario().rule().astrocytes().description();
        if (!recall.isEmpty()) {
            node.put("recall", recall);
        }
        node.put("samples", chip.samples());
        node.put("epochs", session.scenario().settings().decimal("run.epochs"));
        node.put("epochSamples", session.epochSamples());
        node.set("testAccuracy", lastAccuracy());
        node.put("gradientComponents", chip.gradientComponents());
        node.put("gradientComponentsStrict", chip.gradientComponentsStrict());
        node.put("forwardPasses", chip.forwardPasses());
        return node;
    }

    private JsonNode lastAccuracy() {
        List<Point> points = session.points();
        return points.isEmpty()
                ? JSON.nullNode()
                : JSON.numberNode(points.get(points.size() - 1).evaluation().accuracy());
    }

    private ObjectNode time() {
        ObjectNode node = JSON.objectNode();
        node.put("cycles", chip.cycles());
        node.put("seconds", seconds(chip.cycles(), clock));
        node.put("clockHertz", clock);
        node.put("cyclesPerSample", (double) chip.cycles() / Math.max(1, chip.samples()));
        ObjectNode phases = node.putObject("byPhase");
        session.phases().cycles().forEach((phase, cycles) -> {
            ObjectNode each = phases.putObject(phase.name());
            each.put("cycles", cycles);
            Optional.ofNullable(session.phases().latencies().get(phase)).ifPresent(latency -> {
                each.put("count", latency.count());
                each.put("minimum", latency.minimum());
                each.put("median", latency.percentile(50));
                each.put("maximum", latency.maximum());
            });
        });
        return node;
    }

    /** Cycles of a clock as seconds. */
    static BigDecimal seconds(long cycles, BigDecimal clockHertz) {
        return BigDecimal.valueOf(cycles).divide(clockHertz, MathContext.DECIMAL64);
    }

    /** Energy in all, by block and by action. */
    static ObjectNode energy(EnergyReport energy, long samples, Technology technology) {
        ObjectNode node = JSON.objectNode();
        node.put("totalPicojoules", energy.totalPicojoules());
        node.put(
                "perSamplePicojoules",
                energy.totalPicojoules().divide(BigDecimal.valueOf(Math.max(1, samples)), MathContext.DECIMAL64));
        node.put("assumedShare", AssumedShare.of(energy, technology));
        node.set("byBlock", decimals(energy.byBlock()));
        node.set("byAction", decimals(energy.byAction()));
        return node;
    }

    /** Area in all, by block and part. */
    static ObjectNode area(AreaReport area) {
        ObjectNode node = JSON.objectNode();
        node.put("totalSquareMillimetres", area.total().movePointLeft(6));
        ObjectNode blocks = node.putObject("squareMicrometres");
        for (AreaReport.Part part : area.parts()) {
            blocks.withObject("/" + part.block().label()).put(part.part().label(), part.squareMicrometres());
        }
        return node;
    }

    private static ObjectNode decimals(Map<String, BigDecimal> values) {
        ObjectNode node = JSON.objectNode();
        values.forEach(node::put);
        return node;
    }

    /** Samples, seconds, joules and writes at the first evaluation that reaches a target in percent; all null if none does. */
    static ObjectNode toTarget(double percent, List<Point> points, BigDecimal clock) {
        ObjectNode node = JSON.objectNode();
        node.put("accuracy", percent / 100);
        Optional<Point> reached = points.stream()
                .filter(point -> point.evaluation().accuracy() * 100 >= percent)
                .findFirst();
        node.put("reached", reached.isPresent());
        if (reached.isEmpty()) {
            List.of("samples", "seconds", "joules", "maxWrites").forEach(node::putNull);
            return node;
        }
        Point point = reached.get();
        node.put("samples", point.evaluation().samples());
        node.put("seconds", seconds(point.cycles(), clock));
        node.put("joules", joules(point.picojoules()));
        node.put("maxWrites", point.maximumCommits());
        return node;
    }

    /** Picojoules as joules. */
    static BigDecimal joules(BigDecimal picojoules) {
        return picojoules.multiply(PICO);
    }

    private ObjectNode simulator(double wallSeconds) {
        ObjectNode node = JSON.objectNode();
        double training = session.trainingSeconds();
        node.put("wallSeconds", wallSeconds);
        node.put("trainingSeconds", training);
        node.put("samplesPerSecond", training == 0 ? 0 : chip.samples() / training);
        node.put("deliveries", chip.deliveries());
        node.put("deliveriesPerSecond", training == 0 ? 0 : chip.deliveries() / training);
        node.put("replay", chip.replayObstacle().map(Summary::replay).orElse("on"));
        node.put("replayedSteps", chip.replayedSteps());
        ObjectNode steps = node.putObject("steps");
        for (StepCount count : chip.steps()) {
            steps.putObject(count.name()).put("simulated", count.simulated()).put("replayed", count.replayed());
        }
        return node;
    }

    private static String replay(ReplayObstacle obstacle) {
        return switch (obstacle) {
            case SWITCHED_OFF -> "off: run.replay";
            case FULL -> "partly: " + obstacle.reason();
            default -> "off: " + obstacle.reason();
        };
    }

    private ObjectNode provenance() {
        ObjectNode node = JSON.objectNode();
        node.put("version", Provenance.version());
        node.put("commit", Provenance.commit());
        node.put("jdk", Provenance.jdk());
        node.put("scenarioSha256", Provenance.sha256(session.scenario().toYaml()));
        node.put("technology", session.scenario().technology().name());
        node.put("technologySha256", Provenance.sha256(session.scenario().technologyText()));
        session.retimedFrom().ifPresent(run -> node.put("retimedFrom", run));
        return node;
    }
}
