package glia.cli.report;

import glia.chip.build.Figure;
import glia.cli.endurance.LayerWear;
import glia.cli.endurance.Lifetime;
import glia.cli.endurance.LineWear;
import glia.cli.endurance.Wear;
import glia.cli.endurance.WearDistribution;
import glia.cli.endurance.WornSynapse;
import glia.cli.run.Pace;
import glia.cli.scenario.Endurance;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** What a finished run wears out first, and when, for a human. */
public final class EnduranceScreen {
    private final Wear wear;
    private final Pace pace;
    private final Endurance endurance;
    private final double samplesASecond;
    private final StringBuilder out = new StringBuilder();

    private EnduranceScreen(Wear wear, Pace pace, Endurance endurance, double samplesASecond) {
        this.wear = wear;
        this.pace = pace;
        this.endurance = endurance;
        this.samplesASecond = samplesASecond;
    }

    /**
     * The screen of a run.
     *
     * @param name what the run is called
     * @param device what its cells were
     * @param endurance how often cells can be written
     * @param rate samples a second that were asked for; else the chip's own
     */
    public static String of(
            String name, String device, Wear wear, Pace pace, Endurance endurance, Optional<Double> rate) {
        EnduranceScreen screen = new EnduranceScreen(wear, pace, endurance, rate.orElseGet(pace::samplesASecond));
        screen.line(
                "%s: %s synapses, device %s, after %s samples (%s epochs)",
                name,
                Quantities.count(wear.pulses().synapses()),
                device,
                Quantities.count(pace.samples()),
                Quantities.large((double) pace.samples() / pace.epochSamples()));
        screen.layers();
        screen.lines();
        screen.worst();
        screen.lifetimes(rate.isPresent());
        return screen.out.toString();
    }

    private void layers() {
        line("%nWrites of a synapse");
        Table table = new Table()
                .row("", "synapses", "unwritten", "most", "mean", "median", "99.9 %", "top 1 % take", "Gini");
        for (LayerWear layer : wear.layers()) {
            layer(table, layer, "commits", layer.commits());
            if (!wear.isOnePulseACommit()) {
                layer(table, layer, "pulses", layer.pulses());
            }
        }
        out.append(table);
        if (wear.isOnePulseACommit()) {
            line("  (every commit was one pulse)");
        }
    }

    private static void layer(Table table, LayerWear layer, String what, LayerWear.Counted counted) {
        WearDistribution all = counted.distribution();
        table.row(
                layer.name() + " " + what,
                Quantities.count(all.synapses()),
                Quantities.count(all.unwritten()),
                Quantities.count(all.maximum()),
                Quantities.large(counted.mean()),
                whole(all.quantile(0.5)),
                whole(all.quantile(0.999)),
                Quantities.percent(all.shareOfMost(layer.topSynapses())),
                Quantities.digits(all.gini()));
    }

    private static String whole(double value) {
        return Quantities.count(Math.round(value));
    }

    private void lines() {
        line("%nLines with most pulses");
        Table table = new Table();
        for (LayerWear layer : wear.layers()) {
            line(table, layer, "row", layer.rows());
            line(table, layer, "column", layer.columns());
        }
        out.append(table);
    }

    private static void line(Table table, LayerWear layer, String what, LineWear lines) {
        int worst = lines.worst();
        table.row(
                layer.name() + " " + what,
                String.valueOf(worst),
                Quantities.large((double) lines.pulses(worst) / lines.synapses()) + " a synapse",
                "of " + Quantities.count(lines.lines()));
    }

    private void worst() {
        line("%nWorst synapses; layers count from 1, rows (inputs) and columns (neurons) from 0");
        Table table = new Table()
                .row("layer", "row", "column", "commits", "up", "down", "pulses", "up", "down", "full cycles");
        for (WornSynapse synapse : wear.worst()) {
            table.row(
                    String.valueOf(synapse.layer()),
                    String.valueOf(synapse.row()),
                    String.valueOf(synapse.column()),
                    Quantities.count(synapse.commits()),
                    Quantities.count(synapse.potentiations()),
                    Quantities.count(synapse.commits() - synapse.potentiations()),
                    Quantities.count(synapse.pulses()),
                    Quantities.count(synapse.raisingPulses()),
                    Quantities.count(synapse.loweringPulses()),
                    Quantities.large(wear.fullCycles(synapse)));
        }
        out.append(table);
        long alike = wear.pulses().atMaximum();
        if (alike > wear.worst().size()) {
            line("  (%s synapses took as many pulses as the first)", Quantities.count(alike));
        }
    }

    private void lifetimes(boolean asked) {
        if (endurance.figures().isEmpty() || pace.samples() == 0) {
            line("%n%s", LifetimeLines.none(endurance, pace));
            return;
        }
        line("%nEndurance of %s, write cycles", endurance.device());
        for (Map.Entry<Endurance.Level, Figure> each : endurance.figures().entrySet()) {
            line(
                    "  %s: %s, %s (%s)",
                    each.getKey().label(),
                    LifetimeLines.cycles(each.getValue()),
                    each.getValue().grade().label(),
                    each.getValue().source());
        }
        List<String> missing = LifetimeLines.unpublished(endurance);
        if (!missing.isEmpty()) {
            line("  %s: not published", String.join(", ", missing));
        }
        line(
                "%nLifetime at %s samples a second, %s, if every synapse goes on to be written as often as in this run (assumed)",
                Quantities.large(samplesASecond),
                asked
                        ? "as asked"
                        : "the chip's own ("
                                + Quantities.digits(pace.cyclesPerSample().doubleValue()) + " cycles a sample)");
        out.append(until("until the first cell", Lifetime::samplesToFirst));
        out.append(until("until 1 % of cells", Lifetime::samplesToShare));
        line("  by pulse: every pulse wears as a write cycle does (assumed)");
        line("  by full cycle: %s", wear.strength().assumption());
    }

    private Table until(String event, ToDoubleFunction<Lifetime> samples) {
        Table table = new Table().row(event, "time", "samples", "epochs");
        for (Lifetime each : Lifetime.of(endurance, wear, pace)) {
            double lasts = samples.applyAsDouble(each);
            table.row(
                    each.level().label() + ", " + each.reading().label(),
                    Quantities.span(lasts / samplesASecond),
                    Quantities.large(lasts),
                    Quantities.large(lasts / pace.epochSamples()));
        }
        return table;
    }

    private void line(String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
