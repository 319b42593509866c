package glia.cli.endurance;

import glia.cli.figure.DataTable;
import java.util.List;

/** What a report on endurance says, as tables for programs. */
public final class WearTables {
    private WearTables() {}

    /** A row a layer and kind of count. */
    public static String layers(Wear wear) {
        DataTable table = new DataTable(
                "layer",
                "count",
                "synapses",
                "unwritten",
                "total",
                "maximum",
                "atMaximum",
                "mean",
                "median",
                "percentile99.9",
                "top1PercentShare",
                "gini");
        for (LayerWear layer : wear.layers()) {
            layer(table, layer, "commits", layer.commits());
            layer(table, layer, "pulses", layer.pulses());
        }
        return table.csv();
    }

    private static void layer(DataTable table, LayerWear layer, String count, LayerWear.Counted counted) {
        WearDistribution all = counted.distribution();
        table.row(
                layer.number(),
                count,
                all.synapses(),
                all.unwritten(),
                counted.total(),
                all.maximum(),
                all.atMaximum(),
                counted.mean(),
                all.quantile(0.5),
                all.quantile(0.999),
                all.shareOfMost(layer.topSynapses()),
                all.gini());
    }

    /** A row a bin of a layer's histogram. */
    public static String histogram(Wear wear) {
        DataTable table = new DataTable("layer", "count", "from", "to", "synapses");
        for (LayerWear layer : wear.layers()) {
            layer.commits()
                    .bins()
                    .forEach(bin -> table.row(layer.number(), "commits", bin.from(), bin.to(), bin.synapses()));
            layer.pulses()
                    .bins()
                    .forEach(bin -> table.row(layer.number(), "pulses", bin.from(), bin.to(), bin.synapses()));
        }
        return table.csv();
    }

    /** A row a row or column of a layer. */
    public static String lines(Wear wear) {
        DataTable table =
                new DataTable("layer", "line", "number", "synapses", "commits", "maxCommits", "pulses", "maxPulses");
        for (LayerWear layer : wear.layers()) {
            lines(table, layer, "row", layer.rows());
            lines(table, layer, "column", layer.columns());
        }
        return table.csv();
    }

    private static void lines(DataTable table, LayerWear layer, String line, LineWear lines) {
        for (int i = 0; i < lines.lines(); i++) {
            table.row(
                    layer.number(),
                    line,
                    i,
                    lines.synapses(),
                    lines.commits(i),
                    lines.mostCommits(i),
                    lines.pulses(i),
                    lines.mostPulses(i));
        }
    }

    /** A row a synapse, the worst first. */
    public static String worst(Wear wear) {
        DataTable table = new DataTable(
                "rank",
                "layer",
                "row",
                "column",
                "commits",
                "potentiations",
                "depressions",
                "pulses",
                "raisingPulses",
                "loweringPulses",
                "fullCycles");
        int rank = 1;
        for (WornSynapse synapse : wear.worst()) {
            table.row(
                    rank++,
                    synapse.layer(),
                    synapse.row(),
                    synapse.column(),
                    synapse.commits(),
                    synapse.potentiations(),
                    synapse.commits() - synapse.potentiations(),
                    synapse.pulses(),
                    synapse.raisingPulses(),
                    synapse.loweringPulses(),
                    wear.fullCycles(synapse));
        }
        return table.csv();
    }

    /** A row an endurance, reading and event; empty fields where it never comes. */
    public static String lifetimes(List<Lifetime> lifetimes, long epochSamples, double samplesASecond) {
        DataTable table = new DataTable(
                "endurance", "writeCycles", "grade", "reading", "until", "samples", "epochs", "seconds", "source");
        for (Lifetime each : lifetimes) {
            lifetime(table, each, "first cell", each.samplesToFirst(), epochSamples, samplesASecond);
            lifetime(table, each, "1 % of cells", each.samplesToShare(), epochSamples, samplesASecond);
        }
        return table.csv();
    }

    private static void lifetime(
            DataTable table, Lifetime each, String until, double samples, long epochSamples, double samplesASecond) {
        boolean comes = Double.isFinite(samples);
        table.row(
                each.level().label(),
                each.endurance().value().toPlainString(),
                each.endurance().grade().label(),
                each.reading().label(),
                until,
                comes ? samples : "",
                comes ? samples / epochSamples : "",
                comes ? samples / samplesASecond : "",
                each.endurance().source());
    }
}
