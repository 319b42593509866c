package glia.cli.page;

import glia.cli.report.ComparedFigure;
import glia.cli.report.LikeForLike;
import glia.cli.report.Quantities;
import glia.cli.run.ComparedRun;
import glia.cli.run.Comparison;
import glia.cli.run.RunDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The figures of a run at a glance, and of all runs in a table; of several runs what is not the same in all. */
record FiguresSection(Comparison comparison, List<RunDetails> runs) implements Section {
    @Override
    public String id() {
        return "figures";
    }

    @Override
    public String heading() {
        return "Figures";
    }

    @Override
    public void write(Html html) {
        if (runs.size() == 1) {
            tiles(html, runs.get(0));
        }
        divergences(html);
        table(html);
        if (runs.size() > 1) {
            differences(html);
        }
    }

    private static void tiles(Html html, RunDetails run) {
        ComparedRun.Totals totals = run.entry().run().totals();
        html.open("dl", "class", "tiles");
        tile(
                html,
                "Test accuracy",
                accuracy(run),
                run.scenarioName() + ", " + Quantities.count(totals.samples()) + " training samples");
        tile(
                html,
                "Energy of a sample",
                Unit.text(totals.joulesPerSample().doubleValue(), "J"),
                Unit.text(totals.joules().doubleValue(), "J")
                        + " in all; "
                        + Quantities.percent(
                                run.run().summary().at("/energy/assumedShare").asDouble())
                        + " rests on assumed figures");
        timeAndArea(html, run, totals);
        written(html, run);
        html.close("dl");
    }

    private static void timeAndArea(Html html, RunDetails run, ComparedRun.Totals totals) {
        tile(
                html,
                "Time of a sample",
                Unit.text(totals.seconds().doubleValue() / run.samples(), "s"),
                Quantities.digits(totals.cyclesPerSample().doubleValue()) + " cycles at "
                        + Unit.text(run.clockHertz(), "Hz"));
        tile(
                html,
                "Area",
                Unit.proper(Quantities.area(run.area().total())),
                run.plan().floorplan().tileCount() + " tiles, "
                        + Quantities.count(run.plan().shape().synapses()) + " synapses");
    }

    private static void written(Html html, RunDetails run) {
        ComparedRun.Totals totals = run.entry().run().totals();
        tile(
                html,
                "Writes of the worst synapse",
                Quantities.count(totals.maxWrites()),
                Quantities.count(totals.commits()) + " on all synapses");
        ComparedRun compared = run.entry().run();
        String target = ComparedFigure.target(compared.targetAccuracy());
        tile(
                html,
                "Energy to " + target,
                compared.toTarget()
                        .map(reached -> Unit.text(reached.joules().doubleValue(), "J"))
                        .orElse("not reached"),
                compared.toTarget().map(FiguresSection::toTarget).orElse("at no evaluation"));
    }

    private static String accuracy(RunDetails run) {
        return run.entry()
                .run()
                .testAccuracy()
                .map(share -> String.format(Locale.ROOT, "%.2f %%", share.doubleValue() * 100))
                .orElse("none");
    }

    private static String toTarget(ComparedRun.ToTarget target) {
        return Quantities.count(target.samples()) + " samples, "
                + Unit.text(target.seconds().doubleValue(), "s") + ", " + Quantities.count(target.maxWrites())
                + " writes of the worst synapse";
    }

    private static void tile(Html html, String name, String value, String more) {
        html.open("div")
                .element("dt", name)
                .element("dd", value, "class", "value")
                .element("dd", more)
                .close("div");
    }

    private void divergences(Html html) {
        for (RunDetails run : runs) {
            run.entry()
                    .run()
                    .divergence()
                    .ifPresent(reason -> html.element("p", run.name() + " diverged: " + reason, "class", "note"));
        }
    }

    /** One table for several runs; for one run a table for each group of figures, side by side. */
    private void table(Html html) {
        boolean one = runs.size() == 1;
        html.open("div", "class", one ? "beside" : "scroll");
        start(html, one ? "The run" : "The runs");
        for (ComparedFigure figure : ComparedFigure.ALL) {
            if (figure.isHeading() && one) {
                html.close("tbody").close("table");
                start(
                        html,
                        figure.label().substring(0, 1).toUpperCase(Locale.ROOT)
                                + figure.label().substring(1));
            } else if (figure.isHeading()) {
                html.group(figure.label(), runs.size() + 1);
            } else if (figure.isShown(comparison)) {
                html.row(figure.label().strip(), cells(figure));
            }
        }
        html.close("tbody").close("table").close("div");
    }

    private void start(Html html, String caption) {
        html.open("table", "class", "figures").element("caption", caption);
        if (runs.size() > 1) {
            html.columns(Stream.concat(Stream.of("figure"), runs.stream().map(RunDetails::name))
                    .toList());
        }
        html.open("tbody");
    }

    private List<String> cells(ComparedFigure figure) {
        List<String> cells = new ArrayList<>();
        for (Comparison.Entry entry : comparison.entries()) {
            String shown = figure.shown().apply(entry);
            cells.add(shown.isEmpty() ? "-" : Unit.proper(shown));
        }
        return cells;
    }

    private void differences(Html html) {
        List<Comparison.Difference> differences = comparison.differences();
        List<String> warnings = new LikeForLike(comparison).warnings();
        if (!warnings.isEmpty()) {
            html.element("h3", "Not like for like").open("ul");
            warnings.forEach(warning -> html.element("li", warning));
            html.close("ul");
        }
        html.element("h3", "What differs");
        if (differences.isEmpty()) {
            html.element("p", "Scenarios are all the same.");
            return;
        }
        html.open("div", "class", "scroll").open("table", "class", "figures");
        html.element("caption", "Keys of the scenarios that differ");
        html.columns(Stream.concat(Stream.of("key"), runs.stream().map(RunDetails::name))
                        .toList())
                .open("tbody");
        differences.forEach(each -> html.row(each.key(), each.values()));
        html.close("tbody").close("table").close("div");
    }
}
