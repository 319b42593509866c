package glia.cli.page;

import glia.cli.figure.Axis;
import glia.cli.figure.Chart;
import glia.cli.figure.DataTable;
import glia.cli.figure.HeatMap;
import glia.cli.figure.Series;
import glia.cli.report.Quantities;
import glia.cli.run.LayerWrites;
import glia.cli.run.RunDetails;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How often synapses were written: histograms by layer, and maps of each layer's matrix. */
record WritesSection(List<RunDetails> runs) implements Section {
    /** Less than a synapse, so that one synapse still has a height on a logarithmic axis. */
    private static final double NONE = 0.5;

    @Override
    public String id() {
        return "writes";
    }

    @Override
    public String heading() {
        return "Writes";
    }

    @Override
    public List<Plot> plots() {
        List<Plot> plots = new ArrayList<>();
        int layers = runs.stream().mapToInt(run -> run.writes().size()).max().orElse(0);
        for (int layer = 1; layer <= layers; layer++) {
            plots.add(histogram(layer));
        }
        for (int i = 0; i < runs.size(); i++) {
            for (LayerWrites writes : runs.get(i).writes()) {
                plots.add(map(runs.get(i), i, writes));
            }
        }
        return plots;
    }

    private Plot histogram(int layer) {
        DataTable data = new DataTable("run", "layer", "from writes", "to writes", "synapses");
        List<Series> series = new ArrayList<>();
        for (RunDetails run : runs) {
            if (layer <= run.writes().size()) {
                LayerWrites writes = run.writes().get(layer - 1);
                for (int bin = 0; bin < writes.histogram().length; bin++) {
                    int from = bin * writes.binWidth();
                    data.row(run.name(), "layer" + layer, from, from + writes.binWidth() - 1, writes.histogram()[bin]);
                }
                series.add(steps(run.name(), writes));
            }
        }
        Axis x = Axis.around(
                "writes of a synapse, count", series.stream().flatMapToDouble(each -> DoubleStream.of(each.x())));
        Axis y = Axis.logAround(
                "synapses, count",
                DoubleStream.concat(DoubleStream.of(NONE), series.stream().flatMapToDouble(Series::values)));
        return Plot.of(
                "writes-layer" + layer,
                new Chart(
                        "Writes of a synapse, layer " + layer,
                        "How many synapses of the layer were written how often, on a logarithmic axis; the bottom line is none.",
                        x,
                        y,
                        series),
                data);
    }

    /** The outline of a histogram. */
    private static Series steps(String name, LayerWrites writes) {
        int bins = writes.histogram().length;
        double[] x = new double[2 * bins + 2];
        double[] y = new double[x.length];
        Arrays.fill(y, NONE);
        for (int bin = 0; bin < bins; bin++) {
            x[2 * bin + 1] = (double) bin * writes.binWidth();
            x[2 * bin + 2] = (bin + 1.0) * writes.binWidth();
            y[2 * bin + 1] = Math.max(NONE, (double) writes.histogram()[bin]);
            y[2 * bin + 2] = y[2 * bin + 1];
        }
        x[x.length - 1] = (double) bins * writes.binWidth();
        return Series.of(name, Series.Mark.LINE, x, y);
    }

    private Plot map(RunDetails run, int number, LayerWrites writes) {
        int layer = writes.layer();
        double[][] means = writes.means();
        int inputs = run.plan().shape().inputs(layer - 1);
        int neurons = run.plan().shape().neurons(layer - 1);
        List<String> rows = firsts(means.length, inputs);
        List<String> columns = firsts(means[0].length, neurons);
        boolean bands = means.length < inputs || means[0].length < neurons;
        HeatMap map = new HeatMap(
                Names.titled("Writes of a synapse, layer " + layer + (bands ? ", means" : ""), run, runs),
                "Writes of the synapses of layer " + layer + " by input and neuron"
                        + (bands ? ", as means of bands that begin at the labels." : "."),
                "neuron of layer " + layer + ", number",
                layer == 1 ? "input, number" : "neuron of layer " + (layer - 1) + ", number",
                means,
                most(layer),
                rows,
                columns,
                false);
        String name = Names.numbered("writes-map-layer" + layer, number, runs.size());
        return Plot.of(name, map, matrix(means, rows, columns));
    }

    /** The largest mean of a layer in all runs, 1 if nothing was written. */
    private double most(int layer) {
        double most = runs.stream()
                .flatMap(each -> each.writes().stream())
                .filter(each -> each.layer() == layer)
                .flatMap(each -> Arrays.stream(each.means()))
                .flatMapToDouble(Arrays::stream)
                .max()
                .orElse(0);
        return most == 0 ? 1 : most;
    }

    private static DataTable matrix(double[][] means, List<String> rows, List<String> columns) {
        DataTable data = new DataTable(
                Stream.concat(Stream.of("input / neuron"), columns.stream()).toArray(String[]::new));
        for (int i = 0; i < means.length; i++) {
            List<Object> cells = new ArrayList<>(List.of(rows.get(i)));
            Arrays.stream(means[i]).mapToObj(Quantities::digits).forEach(cells::add);
            data.row(cells.toArray());
        }
        return data;
    }

    /** The first of each of so many bands. */
    private static List<String> firsts(int bands, int of) {
        return IntStream.range(0, bands)
                .mapToObj(band -> String.valueOf(((long) band * of + bands - 1) / bands))
                .toList();
    }
}
