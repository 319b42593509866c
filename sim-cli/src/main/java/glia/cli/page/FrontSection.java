package glia.cli.page;

import glia.cli.explore.Design;
import glia.cli.explore.Designs;
import glia.cli.explore.Objective;
import glia.cli.explore.ParetoFront;
import glia.cli.figure.DataTable;
import glia.cli.figure.Scatter;
import glia.core.stat.Spread;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The Pareto front of a sweep: every design by each pair of objectives. */
record FrontSection(Designs designs, ParetoFront front) implements Section {
    private static final int ON_FRONT = 0;
    private static final int OTHER = 5;

    @Override
    public String id() {
        return "front";
    }

    @Override
    public String heading() {
        return "Pareto front";
    }

    @Override
    public List<Plot> plots() {
        if (front.candidates().isEmpty() || front.objectives().size() < 2) {
            return List.of();
        }
        List<Plot.Picture> pictures = new ArrayList<>();
        List<Objective> objectives = front.objectives();
        for (int x = 0; x < objectives.size(); x++) {
            for (int y = x + 1; y < objectives.size(); y++) {
                String name = objectives.size() == 2 ? "pareto" : "pareto-" + (x + 1) + "-" + (y + 1);
                pictures.add(new Plot.Picture(name, picture(objectives.get(x), objectives.get(y))));
            }
        }
        return List.of(new Plot("pareto", pictures, data()));
    }

    /** The designs by two of the objectives. */
    Scatter picture(Objective across, Objective up) {
        SweepQuantity x = SweepQuantity.of(designs, across.column());
        SweepQuantity y = SweepQuantity.of(designs, up.column());
        List<Scatter.Dot> dots = new ArrayList<>();
        List<Scatter.Dot> line = new ArrayList<>();
        for (Design design : front.candidates()) {
            if (!front.contains(design)) {
                dots.add(dot(design, x, y, OTHER));
            }
        }
        for (Design design : front.members()) {
            dots.add(dot(design, x, y, ON_FRONT));
            line.add(dot(design, x, y, ON_FRONT));
        }
        line.sort(Comparator.comparingDouble(Scatter.Dot::x));
        String title = up.column() + " against " + across.column();
        String description = "Each dot is a design, the median of its seeds with the range of " + up.column() + "; the "
                + front.members().size() + " of " + front.candidates().size() + " on the front are coloured.";
        List<Scatter.Dot> joined = front.objectives().size() == 2 ? line : List.of();
        return new Scatter(title, description, x.axis(), y.axis(), List.of("on the front"), dots, joined);
    }

    private Scatter.Dot dot(Design design, SweepQuantity x, SweepQuantity y, int colour) {
        Spread spread = y.spread(design);
        String says = DesignText.of(designs, design);
        return new Scatter.Dot(
                x.median(design),
                spread.median(),
                spread.low(),
                spread.high(),
                colour,
                says,
                "#design-" + design.number());
    }

    private DataTable data() {
        List<String> columns = new ArrayList<>(List.of("design", "on the front"));
        columns.addAll(designs.axes());
        for (Objective objective : front.objectives()) {
            columns.addAll(List.of(objective.column(), "low", "high"));
        }
        DataTable table = new DataTable(columns.toArray(String[]::new));
        for (Design design : front.candidates()) {
            List<Object> row = new ArrayList<>(List.of(design.number(), front.contains(design) ? "yes" : "no"));
            row.addAll(design.values());
            for (Objective objective : front.objectives()) {
                Spread spread = design.spread(objective.column());
                row.addAll(List.of(spread.median(), spread.low(), spread.high()));
            }
            table.row(row.toArray());
        }
        return table;
    }

    @Override
    public void write(Html html) {
        html.element("p", lead());
        Section.super.write(html);
        html.open("div", "class", "scroll").open("table", "class", "figures");
        html.element("caption", "Designs on the front");
        List<String> columns = new ArrayList<>(List.of("design"));
        columns.addAll(designs.axes());
        front.objectives().forEach(objective -> columns.add(objective.column()));
        html.columns(columns).open("tbody");
        for (Design design : front.members()) {
            html.open("tr").open("th", "scope", "row");
            html.element("a", String.valueOf(design.number()), "href", "#design-" + design.number());
            html.close("th");
            design.values().forEach(value -> html.element("td", value));
            front.objectives()
                    .forEach(objective -> html.element("td", DesignText.value(designs, design, objective.column())));
            html.close("tr");
        }
        html.close("tbody").close("table").close("div");
    }

    private String lead() {
        String wanted = String.join(
                ", ", front.objectives().stream().map(Objective::label).toList());
        int without = designs.all().size() - front.candidates().size();
        return front.members().size() + " of " + front.candidates().size() + " designs are beaten by no other in "
                + wanted + "."
                + (without == 0 ? "" : " " + without + " have no value of one of these and are left out.");
    }
}
