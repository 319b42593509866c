package glia.cli.page;

import glia.cli.explore.Designs;
import glia.cli.explore.Effects;
import glia.cli.explore.Objective;
import glia.cli.explore.ParetoFront;
import glia.cli.figure.DataTable;
import glia.cli.figure.Spans;
import glia.core.stat.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which axis of a sweep matters how much to each objective, and in which direction. */
record EffectsSection(Designs designs, ParetoFront front) implements Section {
    @Override
    public String id() {
        return "effects";
    }

    @Override
    public String heading() {
        return "What matters";
    }

    private List<Objective> shown() {
        return front.objectives().stream()
                .filter(objective -> designs.figures().contains(objective.column()))
                .toList();
    }

    @Override
    public List<Plot> plots() {
        List<Plot> plots = new ArrayList<>();
        for (Objective objective : shown()) {
            Effects effects = Effects.of(designs, objective.column());
            plots.add(plot(effects));
        }
        return plots;
    }

    private Plot plot(Effects effects) {
        SweepQuantity quantity = SweepQuantity.of(designs, effects.figure());
        DataTable data = new DataTable("axis", "share of variance", "level", "median", "low", "high");
        List<Spans.Row> rows = new ArrayList<>();
        for (Effects.OfAxis axis : effects.axes()) {
            rows.add(Spans.Row.heading(axis.key() + " " + PlanDrawing.percent(axis.share())));
            for (Map.Entry<String, Spread> level : axis.levels().entrySet()) {
                Spread spread = level.getValue();
                data.row(axis.key(), axis.share(), level.getKey(), spread.median(), spread.low(), spread.high());
                rows.add(row(quantity, level.getKey(), spread));
            }
        }
        String title = "Effects on " + effects.figure();
        String description = "For each level of an axis the range of " + effects.figure()
                + " over all designs there, and its median; the share of the variance"
                + (effects.logarithmic() ? " of logarithms" : "")
                + " that lies between the levels, behind each axis, says how much it matters by itself.";
        return Plot.of(
                "effects-" + effects.figure(),
                new Spans(title, description, quantity.axis(), List.of("range", "median"), rows),
                data);
    }

    private static Spans.Row row(SweepQuantity quantity, String level, Spread spread) {
        double median = quantity.of(spread.median());
        String text = SweepQuantity.text(quantity.column(), spread.median());
        return new Spans.Row(
                level,
                List.of(
                        new Spans.Span(
                                quantity.of(spread.low()), quantity.of(spread.high()), 0, 0.4, level + ": range"),
                        Spans.Span.of(median, median, 1, level + ": median " + text)),
                text);
    }
}
