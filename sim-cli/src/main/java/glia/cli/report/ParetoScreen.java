package glia.cli.report;

import glia.cli.explore.Design;
import glia.cli.explore.Designs;
import glia.cli.explore.Effects;
import glia.cli.explore.Objective;
import glia.cli.explore.ParetoFront;
import glia.core.stat.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The front of a sweep, and which axis matters. */
public final class ParetoScreen {
    private static final int MOST = 40;

    private ParetoScreen() {}

    /** The screen. */
    public static String of(Designs designs, ParetoFront front) {
        String seeds = designs.seeds() > 1 ? ", medians of up to " + designs.seeds() + " seeds" : "";
        int without = designs.all().size() - front.candidates().size();
        String left = without == 0 ? "" : "; " + Quantities.count(without) + " lack one of these figures";
        String wanted = String.join(
                ", ", front.objectives().stream().map(Objective::label).toList());
        String head = String.format(
                Locale.ROOT,
                "%s of %s designs are beaten by no other in %s%s%s.\n",
                Quantities.count(front.members().size()),
                Quantities.count(front.candidates().size()),
                wanted,
                seeds,
                left);
        return head + front(designs, front) + effects(designs, front);
    }

    private static String front(Designs designs, ParetoFront front) {
        Table table = new Table();
        List<String> names = new ArrayList<>(List.of("design"));
        names.addAll(designs.axes());
        front.objectives().forEach(objective -> names.add(objective.column()));
        table.row(names.toArray(String[]::new));
        for (Design design :
                front.members().subList(0, Math.min(MOST, front.members().size()))) {
            List<String> row = new ArrayList<>(List.of(String.valueOf(design.number())));
            row.addAll(design.values());
            front.objectives()
                    .forEach(objective -> row.add(text(objective.column(), design.spread(objective.column()))));
            table.row(row.toArray(String[]::new));
        }
        int more = front.members().size() - MOST;
        return table + (more > 0 ? "  and " + more + " more\n" : "");
    }

    private static String text(String column, Spread spread) {
        String median = FigureText.of(column, spread.median());
        return spread.high() > spread.low()
                ? median + " (" + spread.range(value -> FigureText.of(column, value)) + ")"
                : median;
    }

    private static String effects(Designs designs, ParetoFront front) {
        StringBuilder out = new StringBuilder();
        for (Objective objective : front.objectives()) {
            if (designs.figures().contains(objective.column())) {
                Effects effects = Effects.of(designs, objective.column());
                List<String> shares = effects.axes().stream()
                        .map(axis -> axis.key() + " " + Quantities.percent(axis.share()))
                        .toList();
                out.append("Variance of ").append(objective.column());
                out.append(effects.logarithmic() ? " (logarithm)" : "").append(" between levels: ");
                out.append(String.join(", ", shares)).append('\n');
            }
        }
        return out.toString();
    }
}
