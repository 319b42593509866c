package glia.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import glia.chip.build.Chip;
import glia.chip.message.Phase;
import glia.cli.endurance.Wear;
import glia.cli.endurance.WriteCounts;
import glia.cli.run.Pace;
import glia.cli.run.Point;
import glia.cli.run.RunFigures;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One screen for a human at the end of a run. */
public final class RunScreen {
    private static final int LONGEST_LIST = 8;

    private final RunFigures session;
    private final JsonNode summary;
    private final StringBuilder out = new StringBuilder();

    private RunScreen(RunFigures session, JsonNode summary) {
        this.session = session;
        this.summary = summary;
    }

    /** The screen of a finished run whose files are in a folder, and whose synapses were written so often. */
    public static String of(RunFigures session, JsonNode summary, Path folder, WriteCounts counts) {
        RunScreen screen = new RunScreen(session, summary);
        screen.head();
        screen.phases();
        screen.energy();
        screen.wires();
        screen.writes();
        screen.target();
        screen.wear(folder, counts);
        screen.measures();
        screen.simulator(folder);
        return screen.out.toString();
    }

    private void head() {
        Chip chip = session.chip();
        List<Point> points = session.points();
        String recall = summary.at("/training/recall").asText();
        line(
                "%n%s: %s on %d tiles, %s%s",
                session.scenario().name(),
                chip.shape().sizes(),
                chip.floorplan().tileCount(),
                summary.at("/training/rule").asText(),
                recall.isEmpty() ? "" : ", recall by " + recall);
        if (points.isEmpty()) {
            line("  no evaluation: %s", summary.path("reason").asText());
        } else {
            Point last = points.get(points.size() - 1);
            line(
                    "  test accuracy %.2f %%, cost %.4f after %s samples",
                    last.evaluation().accuracy() * 100, last.evaluation().cost(), Quantities.count(chip.samples()));
        }
        line(
                "  %s gradient components (%s with output errors), %s forward passes",
                Quantities.count(chip.gradientComponents()),
                Quantities.count(chip.gradientComponentsStrict()),
                Quantities.count(chip.forwardPasses()));
    }

    private void phases() {
        double samples = Math.max(1, chip().samples());
        double clock = session.scenario().chipConfig().clockHertz().doubleValue();
        line(
                "%nTime: %s cycles, %s; per sample",
                Quantities.count(chip().cycles()), Quantities.scaled(chip().cycles() / clock, "s"));
        Table table = new Table();
        for (Map.Entry<Phase, Long> phase : session.phases().cycles().entrySet()) {
            double cycles = phase.getValue() / samples;
            table.row(
                    phase.getKey().name(),
                    Quantities.digits(cycles) + " cycles",
                    Quantities.scaled(cycles / clock, "s"),
                    Quantities.percent((double) phase.getValue() / chip().cycles()));
        }
        table.row(
                "all",
                Quantities.digits(chip().cycles() / samples) + " cycles",
                Quantities.scaled(chip().cycles() / samples / clock, "s"),
                "");
        out.append(table);
    }

    private void energy() {
        line(
                "%nEnergy: %s; per sample %s; %s of it rests on assumed figures",
                Quantities.energy(decimal("/energy/totalPicojoules")),
                Quantities.energy(decimal("/energy/perSamplePicojoules")),
                Quantities.percent(summary.at("/energy/assumedShare").asDouble()));
        line("Area: %s", Quantities.area(decimal("/area/totalSquareMillimetres").movePointRight(6)));
        out.append(shares("by action", summary.at("/energy/byAction")));
        out.append(shares("by block", summary.at("/energy/byBlock")));
    }

    private Table shares(String heading, JsonNode parts) {
        BigDecimal total = decimal("/energy/totalPicojoules");
        BigDecimal samples = BigDecimal.valueOf(Math.max(1, chip().samples()));
        Table table = new Table().row(heading, "a sample", "share");
        List<Map.Entry<String, JsonNode>> sorted = parts.properties().stream()
                .sorted(Comparator.comparing((Map.Entry<String, JsonNode> part) ->
                                part.getValue().decimalValue())
                        .reversed())
                .toList();
        for (Map.Entry<String, JsonNode> part : sorted.subList(0, Math.min(LONGEST_LIST, sorted.size()))) {
            double picojoules = part.getValue().decimalValue().doubleValue();
            table.row(
                    "  " + part.getKey(),
                    Quantities.scaled(picojoules * 1e-12 / samples.doubleValue(), "J"),
                    Quantities.percent(picojoules / total.doubleValue()));
        }
        if (sorted.size() > LONGEST_LIST) {
            table.row("  (" + (sorted.size() - LONGEST_LIST) + " more in summary.json)");
        }
        return table;
    }

    private void wires() {
        if (summary.has("interconnect")) {
            out.append(WiresScreen.of(summary.path("interconnect")));
        }
    }

    private void writes() {
        JsonNode writes = summary.path("writes");
        JsonNode commits = writes.at("/commits/total");
        line(
                "%nWrites: %s commits (%s up, %s down), %s at most on one synapse; %s perturbation toggles",
                count(commits),
                count(writes.at("/commits/potentiation")),
                count(writes.at("/commits/depression")),
                count(writes.at("/commits/max")),
                count(writes.at("/perturbationToggles/total")));
        if (session.scenario().chipConfig().schedule().copies() > 1) {
            line("  each in both copies of the weights: %s", Quantities.count(2 * commits.asLong()));
            out.append(ScheduleScreen.gain(session.scenario()));
        }
        if (!writes.at("/pulses/total").equals(writes.at("/commits/total"))) {
            line(
                    "Pulses: %s (%s up, %s down), %s at most on one synapse",
                    count(writes.at("/pulses/total")),
                    count(writes.at("/pulses/raising")),
                    count(writes.at("/pulses/lowering")),
                    count(writes.at("/pulses/max")));
        }
    }

    private void wear(Path folder, WriteCounts counts) {
        Wear wear = Wear.of(counts, session.scenario().chipConfig().device(), 1);
        out.append(LifetimeLines.of(
                wear, Pace.of(folder, summary), session.scenario().endurance()));
        JsonNode wearOut = summary.path("wearOut");
        if (!wearOut.isMissingNode()) {
            boolean none = wearOut.path("firstSample").isNull();
            String first = none ? "" : ", the first in sample " + count(wearOut.path("firstSample"));
            line("Worn out: %s cells%s", count(wearOut.path("wornCells")), first);
        }
    }

    private void target() {
        JsonNode target = summary.path("toTarget");
        String accuracy = Quantities.percent(target.path("accuracy").asDouble());
        if (!target.path("reached").asBoolean()) {
            line("To target: %s was not reached", accuracy);
            return;
        }
        line(
                "To target: %s after %s samples, %s, %s, %s writes at most on one synapse",
                accuracy,
                count(target.path("samples")),
                Quantities.scaled(target.path("seconds").asDouble(), "s"),
                Quantities.scaled(target.path("joules").asDouble(), "J"),
                count(target.path("maxWrites")));
    }

    private void measures() {
        if (summary.has("measures")) {
            out.append(MeasuresScreen.of(summary.path("measures")));
        }
    }

    private void simulator(Path folder) {
        line(
                "%nSimulator: %s samples a second, %s deliveries a second",
                rate(summary.at("/simulator/samplesPerSecond").asDouble()),
                Quantities.count(
                        Math.round(summary.at("/simulator/deliveriesPerSecond").asDouble())));
        line("Replay: %s", replay());
        line("Fingerprint %s; files in %s", summary.path("fingerprint").asText(), folder);
    }

    private static String rate(double aSecond) {
        return aSecond < 100 ? Quantities.digits(aSecond) : Quantities.count(Math.round(aSecond));
    }

    private String replay() {
        JsonNode simulator = summary.path("simulator");
        String state = simulator.path("replay").asText();
        if (!state.equals("on")) {
            return state;
        }
        long steps = 0;
        List<String> never = new ArrayList<>();
        for (Map.Entry<String, JsonNode> step : simulator.path("steps").properties()) {
            long replayed = step.getValue().path("replayed").asLong();
            steps += step.getValue().path("simulated").asLong() + replayed;
            if (replayed == 0) {
                never.add(step.getKey());
            }
        }
        return count(simulator.path("replayedSteps")) + " of " + Quantities.count(steps) + " steps, in "
                + (never.isEmpty() ? "every phase" : "every phase but " + String.join(", ", never));
    }

    private Chip chip() {
        return session.chip();
    }

    private BigDecimal decimal(String path) {
        return summary.at(path).decimalValue();
    }

    private static String count(JsonNode node) {
        return Quantities.count(node.asLong());
    }

    private void line(String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
