package glia.cli.page;

import glia.cli.explore.Design;
import glia.cli.explore.Designs;
import glia.cli.figure.Axis;
import glia.cli.report.FigureText;
import glia.core.stat.Spread;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * A figure of a sweep's designs as an axis shows it.
 *
 * @param column its column
 * @param unit by which its values are divided
 * @param axis that holds all of them
 */
record SweepQuantity(String column, Unit unit, Axis axis) {
    private static final double WIDE = 10;

    /** The figure over the designs that have it, one at least; logarithmic where values are above 0 and far apart. */
    static SweepQuantity of(Designs designs, String column) {
        List<Design> having = designs.all().stream()
                .filter(design -> Double.isFinite(design.median(column)))
                .toList();
        double[] ends = having.stream()
                .map(design -> design.spread(column))
                .flatMapToDouble(spread -> DoubleStream.of(spread.low(), spread.high()))
                .filter(Double::isFinite)
                .toArray();
        double largest = DoubleStream.of(ends).map(Math::abs).max().orElse(0);
        double smallest = DoubleStream.of(ends).min().orElse(0);
        Unit unit = unit(column, largest);
        String label = unit.symbol().isEmpty() ? column : unit.axis(column);
        DoubleStream values = DoubleStream.of(ends).map(unit::of);
        boolean wide = smallest > 0 && largest >= WIDE * smallest;
        return new SweepQuantity(column, unit, wide ? Axis.logAround(label, values) : Axis.around(label, values));
    }

    private static Unit unit(String column, double largest) {
        String plain = FigureText.unit(column);
        if (plain.isEmpty()) {
            return FigureText.isShare(column) ? new Unit("%", 0.01) : new Unit("", 1);
        }
        return Unit.fitting(largest, plain);
    }

    /** A value of a column as text, with its unit. */
    static String text(String column, double value) {
        return Unit.proper(FigureText.of(column, value));
    }

    double of(double value) {
        return unit.of(value);
    }

    double median(Design design) {
        return of(design.median(column));
    }

    Spread spread(Design design) {
        Spread spread = design.spread(column);
        return new Spread(of(spread.median()), of(spread.low()), of(spread.high()));
    }
}
