package glia.cli.page;

import glia.cli.figure.Axis;
import glia.cli.figure.Chart;
import glia.cli.figure.DataTable;
import glia.cli.figure.Series;
import glia.cli.report.ComparedFigure;
import glia.cli.report.Quantities;
import glia.cli.run.AccuracyFile;
import glia.cli.run.RunDetails;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Test accuracy against what it took. */
record AccuracySection(List<RunDetails> runs) implements Section {
    private static final double PERCENT = 100;

    @Override
    public String id() {
        return "accuracy";
    }

    @Override
    public String heading() {
        return "Accuracy";
    }

    private boolean isEmpty() {
        return runs.stream().allMatch(run -> run.accuracy().isEmpty());
    }

    @Override
    public List<Plot> plots() {
        if (isEmpty()) {
            return List.of();
        }
        return List.of(new Plot(
                "accuracy",
                List.of(
                        picture("samples", "training samples", "", (run, row) -> row.samples()),
                        picture("seconds", "time of the chip", "s", (run, row) -> row.cycles() / run.clockHertz()),
                        picture(
                                "joules",
                                "energy",
                                "J",
                                (run, row) -> row.joules().doubleValue()),
                        picture("writes", "writes of the worst synapse", "", (run, row) -> row.maxWrites())),
                data()));
    }

    private Plot.Picture picture(
            String name, String quantity, String plain, ToDoubleBiFunction<RunDetails, AccuracyFile.Row> place) {
        double largest = places(place).max().orElse(0);
        Unit unit = plain.isEmpty() ? new Unit("", 1) : Unit.fitting(largest, plain);
        String label = plain.isEmpty() ? quantity + ", count" : unit.axis(quantity);
        Axis x = Axis.around(
                label, DoubleStream.concat(DoubleStream.of(0), places(place)).map(unit::of));
        List<Series> series = new ArrayList<>();
        for (RunDetails run : runs) {
            series.add(Series.of(
                    run.name(),
                    Series.Mark.POINTS_AND_LINE,
                    run.accuracy().stream()
                            .mapToDouble(row -> unit.of(place.applyAsDouble(run, row)))
                            .toArray(),
                    run.accuracy().stream()
                            .mapToDouble(row -> row.accuracy() * PERCENT)
                            .toArray()));
        }
        series.addAll(targets(x));
        String title = "Accuracy against " + quantity;
        return new Plot.Picture("accuracy-" + name, new Chart(title, description(quantity), x, y(), series));
    }

    private DoubleStream places(ToDoubleBiFunction<RunDetails, AccuracyFile.Row> place) {
        return runs.stream()
                .flatMapToDouble(run -> run.accuracy().stream().mapToDouble(row -> place.applyAsDouble(run, row)));
    }

    private Axis y() {
        DoubleStream reached = runs.stream()
                .flatMapToDouble(run -> run.accuracy().stream().mapToDouble(row -> row.accuracy() * PERCENT));
        return Axis.around("test accuracy, %", DoubleStream.concat(reached, targetsInPercent()));
    }

    private DoubleStream targetsInPercent() {
        return targets().mapToDouble(target -> target.doubleValue() * PERCENT);
    }

    private Stream<BigDecimal> targets() {
        return runs.stream().map(run -> run.entry().run().targetAccuracy()).distinct();
    }

    private List<Series> targets(Axis x) {
        double[] ends = {x.from(), x.to()};
        return targets()
                .map(target ->
                        Series.of("target " + ComparedFigure.target(target), Series.Mark.DASHED, ends, both(target)))
                .toList();
    }

    private static double[] both(BigDecimal target) {
        double percent = target.doubleValue() * PERCENT;
        return new double[] {percent, percent};
    }

    private String description(String quantity) {
        StringBuilder text = new StringBuilder("Test accuracy at each evaluation against " + quantity + ".");
        for (RunDetails run : runs) {
            if (!run.accuracy().isEmpty()) {
                AccuracyFile.Row last = run.accuracy().get(run.accuracy().size() - 1);
                text.append(' ').append(run.name()).append(" ends at ");
                text.append(Quantities.percent(last.accuracy())).append('.');
            }
        }
        return text.toString();
    }

    private DataTable data() {
        DataTable table =
                new DataTable("run", "samples", "cycles", "seconds", "joules", "accuracy", "cost", "max writes");
        for (RunDetails run : runs) {
            BigDecimal clock = run.run().scenario().chipConfig().clockHertz();
            for (AccuracyFile.Row row : run.accuracy()) {
                table.row(
                        run.name(),
                        row.samples(),
                        row.cycles(),
                        BigDecimal.valueOf(row.cycles())
                                .divide(clock, MathContext.DECIMAL64)
                                .toPlainString(),
                        row.joules().stripTrailingZeros().toPlainString(),
                        row.accuracy(),
                        row.cost(),
                        row.maxWrites());
            }
        }
        return table;
    }

    @Override
    public void write(Html html) {
        if (isEmpty()) {
            html.element("p", "No run came to an evaluation.");
        }
        Section.super.write(html);
    }
}
