package glia.cli.reproduce;

import glia.cli.figure.Axis;
import glia.cli.figure.Series;
import glia.core.stat.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** What several reproductions say and set alike. */
final class Shared {
    /** The quick form of a run on 60,000 images: one epoch of 20,000 of them. */
    static final List<String> QUICK = List.of("data.train=20000", "data.test=4000", "run.epochs=1");

    private Shared() {}

    /** What a set is called, or what stands in its place. */
    static String dataName(Workbench bench, String set) {
        return bench.dataSettings(set).get(0).substring("data.set=".length());
    }

    /** In what the data differ from the published ones. */
    static List<String> differences(Workbench bench, String set) {
        List<String> lines = new ArrayList<>();
        if (!dataName(bench, set).equals(set)) {
            lines.add("Data: the embedded glyphs, since " + set + " is not there (glia data fetch " + set
                    + ", or --data).");
        }
        if (!bench.full()) {
            lines.add(
                    "Quick: one epoch of 20,000 training samples, tested on 4,000; accuracies are below those of ten epochs.");
        }
        return lines;
    }

    /** An accuracy whose published counterpart is not at hand. */
    static Finding accuracyTrend(String quantity, Spread ours) {
        return Finding.trend(quantity, Text.percent(ours.median()), ours.range(Text::percent));
    }

    /** An accuracy that was not published. */
    static Finding accuracy(String quantity, Spread ours) {
        return Finding.unpublished(quantity, Text.percent(ours.median()), ours.range(Text::percent));
    }

    /** How an accuracy lies beside another, in words. */
    static String beside(double accuracy, double other) {
        if (Double.isNaN(accuracy) || Double.isNaN(other)) {
            return "not to be compared with (one diverged)";
        }
        double points = accuracy - other;
        return String.format(Locale.ROOT, "%.2f points %s", Math.abs(points), points < 0 ? "below" : "above");
    }

    /** Points with their spread, on a line. */
    static Series series(String name, double[] x, List<Spread> spreads) {
        return new Series(
                name,
                Series.Mark.POINTS_AND_LINE,
                x,
                Spread.medians(spreads),
                Spread.lows(spreads),
                Spread.highs(spreads));
    }

    /** An axis for accuracies in percent. */
    static Axis percentAxis(List<Spread> spreads) {
        return Axis.around(
                "test accuracy, %", spreads.stream().flatMapToDouble(each -> DoubleStream.of(each.low(), each.high())));
    }
}
