package glia.cli.page;

import glia.cli.explore.Design;
import glia.cli.explore.Designs;
import glia.cli.explore.Objective;
import glia.cli.explore.ParetoFront;
import glia.cli.figure.Axis;
import glia.cli.figure.DataTable;
import glia.cli.figure.ParallelLines;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Every design of a sweep as a line over its axes and the objectives. */
record ParallelSection(Designs designs, ParetoFront front) implements Section {
    private static final int ON_FRONT = 0;
    private static final int OTHER = 5;

    /** Where a design crosses a dimension, 0 at the bottom and 1 at the top. */
    private record Crossed(ParallelLines.Dimension dimension, ToDoubleFunction<Design> share) {}

    @Override
    public String id() {
        return "designs";
    }

    @Override
    public String heading() {
        return "All designs";
    }

    @Override
    public List<Plot> plots() {
        List<Crossed> crossed = new ArrayList<>();
        for (int axis = 0; axis < designs.axes().size(); axis++) {
            crossed.add(designs.isNumeric(axis) ? numbers(axis) : words(axis));
        }
        for (Objective objective : front.objectives()) {
            if (designs.figures().contains(objective.column())) {
                SweepQuantity quantity = SweepQuantity.of(designs, objective.column());
                crossed.add(new Crossed(
                        ParallelLines.Dimension.of(quantity.axis().label(), quantity.axis()),
                        design -> quantity.axis().share(quantity.median(design))));
            }
        }
        if (crossed.size() < 2) {
            return List.of();
        }
        String description =
                "Each design is a line over the axes of the sweep and the objectives; those on the front are coloured.";
        ParallelLines figure = new ParallelLines(
                "Parallel coordinates",
                description,
                crossed.stream().map(Crossed::dimension).toList(),
                List.of("on the front"),
                lines(crossed));
        return List.of(Plot.of("designs", figure, data()));
    }

    /** Those of the front last, so that they lie above. */
    private List<ParallelLines.Line> lines(List<Crossed> crossed) {
        List<ParallelLines.Line> lines = new ArrayList<>();
        designs.all().stream()
                .filter(design -> !front.contains(design))
                .forEach(design -> lines.add(line(design, crossed, OTHER)));
        front.members().forEach(design -> lines.add(line(design, crossed, ON_FRONT)));
        return lines;
    }

    private ParallelLines.Line line(Design design, List<Crossed> crossed, int colour) {
        double[] shares = crossed.stream()
                .mapToDouble(each -> each.share().applyAsDouble(design))
                .toArray();
        return new ParallelLines.Line(shares, colour, DesignText.of(designs, design));
    }

    private Crossed numbers(int number) {
        double[] values = designs.all().stream()
                .mapToDouble(design -> Double.parseDouble(design.values().get(number)))
                .toArray();
        double[] sorted = Arrays.stream(values).sorted().distinct().toArray();
        boolean wide = sorted[0] > 0 && sorted[sorted.length - 1] >= 10 * sorted[0];
        String label = designs.axes().get(number);
        Axis axis = wide ? Axis.logAround(label, Arrays.stream(values)) : Axis.around(label, Arrays.stream(values));
        return new Crossed(
                ParallelLines.Dimension.of(label, axis),
                design -> axis.share(Double.parseDouble(design.values().get(number))));
    }

    private Crossed words(int axis) {
        List<String> words = designs.all().stream()
                .map(design -> design.values().get(axis))
                .distinct()
                .toList();
        double last = Math.max(1, words.size() - 1);
        List<ParallelLines.Tick> ticks = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            ticks.add(new ParallelLines.Tick(i / last, words.get(i)));
        }
        return new Crossed(
                new ParallelLines.Dimension(designs.axes().get(axis), ticks),
                design -> words.indexOf(design.values().get(axis)) / last);
    }

    private DataTable data() {
        List<String> columns = new ArrayList<>(List.of("design"));
        columns.addAll(designs.axes());
        front.objectives().forEach(objective -> columns.add(objective.column()));
        DataTable table = new DataTable(columns.toArray(String[]::new));
        for (Design design : designs.all()) {
            List<Object> row = new ArrayList<>(List.of(design.number()));
            row.addAll(design.values());
            front.objectives().forEach(objective -> row.add(design.median(objective.column())));
            table.row(row.toArray());
        }
        return table;
    }
}
