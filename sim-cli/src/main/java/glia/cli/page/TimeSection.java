package glia.cli.page;

import glia.cli.figure.Axis;
import glia.cli.figure.DataTable;
import glia.cli.figure.Spans;
import glia.cli.report.Quantities;
import glia.cli.run.RunDetails;
import glia.core.stat.Distribution;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/** Where the time of a sample goes, and how the latencies of its phases are spread. */
record TimeSection(List<RunDetails> runs) implements Section {
    /** Bins along the axis of latencies. */
    private static final int BINS = 160;

    @Override
    public String id() {
        return "time";
    }

    @Override
    public String heading() {
        return "Time";
    }

    @Override
    public List<Plot> plots() {
        return phases().isEmpty() ? List.of() : List.of(shares(), latencies());
    }

    private List<String> phases() {
        return runs.stream()
                .flatMap(run -> run.phaseCycles().keySet().stream())
                .distinct()
                .toList();
    }

    private Plot shares() {
        DataTable data = new DataTable("run", "phase", "cycles", "seconds a sample");
        List<RunBars.OfRun> bars = new ArrayList<>();
        for (RunDetails run : runs) {
            Map<String, Double> seconds = new LinkedHashMap<>();
            run.phaseCycles().forEach((phase, cycles) -> {
                seconds.put(phase, cycles / run.clockHertz() / run.samples());
                data.row(run.name(), phase, cycles, seconds.get(phase));
            });
            bars.add(new RunBars.OfRun(run.name(), seconds));
        }
        return Plot.of(
                "time",
                new RunBars("time of a sample", "s", phases(), bars)
                        .figure(
                                "Time of a sample by phase",
                                "Time of each phase over the number of training samples; phases that come now and then count"
                                        + " with their share."),
                data);
    }

    private Plot latencies() {
        DataTable data = new DataTable("run", "phase", "cycles", "count");
        for (RunDetails run : runs) {
            for (Distribution each : run.latencies()) {
                each.occurrences().forEach(at -> data.row(run.name(), each.tag(), at.value(), at.count()));
            }
        }
        Axis axis = Axis.logAround(
                "latency of a phase, cycles",
                runs.stream()
                        .flatMap(run -> run.latencies().stream())
                        .flatMapToDouble(each ->
                                DoubleStream.of(Math.max(1.0, (double) each.minimum()), (double) each.maximum())));
        List<Spans.Row> rows = new ArrayList<>();
        for (String phase : phases()) {
            if (runs.size() > 1) {
                rows.add(Spans.Row.heading(phase));
            }
            for (int i = 0; i < runs.size(); i++) {
                addRow(rows, axis, phase, i);
            }
        }
        String description =
                "How often each phase took how long, to three digits, on a logarithmic axis; the most frequent"
                        + " latency of a row has its full height. Behind each row stands the median.";
        return Plot.of("latency", new Spans("Latency of each phase", description, axis, List.of(), rows), data);
    }

    private void addRow(List<Spans.Row> rows, Axis axis, String phase, int number) {
        RunDetails run = runs.get(number);
        for (Distribution each : run.latencies()) {
            if (each.tag().equals(phase)) {
                String name = runs.size() > 1 ? run.name() : phase;
                rows.add(new Spans.Row(name, spans(axis, each, number), cycles(each.percentile(50))));
            }
        }
    }

    private static String cycles(long cycles) {
        return Quantities.count(cycles) + " cycles";
    }

    /** Counts by equal parts of the axis, each as high as its share of the most frequent one. */
    private static List<Spans.Span> spans(Axis axis, Distribution latencies, int colour) {
        double ratio = StrictMath.pow(axis.to() / axis.from(), 1.0 / BINS);
        Map<Integer, Long> counts = new LinkedHashMap<>();
        Map<Integer, Distribution.Occurrence> first = new LinkedHashMap<>();
        for (Distribution.Occurrence each : latencies.occurrences()) {
            double value = Math.max(1.0, (double) each.value());
            int bin = (int) (StrictMath.log(value / axis.from()) / StrictMath.log(ratio));
            counts.merge(bin, each.count(), Long::sum);
            first.putIfAbsent(bin, each);
        }
        double most = counts.values().stream().mapToLong(Long::longValue).max().orElse(1);
        List<Spans.Span> spans = new ArrayList<>();
        first.forEach((bin, each) -> {
            long count = counts.getOrDefault(bin, 0L);
            double from = axis.from() * StrictMath.pow(ratio, bin);
            String says = cycles(each.value()) + ": " + Quantities.count(count) + " times";
            spans.add(new Spans.Span(from, from * ratio, colour, count / most, says));
        });
        return spans;
    }

    @Override
    public void write(Html html) {
        if (phases().isEmpty()) {
            html.element("p", "No phase was finished.");
            return;
        }
        Section.super.write(html);
        html.open("div", "class", "scroll").open("table", "class", "figures");
        html.element("caption", "Latencies of phases in cycles, to three digits");
        html.columns(List.of("phase", "times", "least", "median", "90 %", "99 %", "most", "mean"))
                .open("tbody");
        for (RunDetails run : runs) {
            String clock = run.name() + ", a cycle is " + Unit.text(1 / run.clockHertz(), "s");
            html.group(clock, 8);
            run.latencies().forEach(each -> html.row(each.tag(), quantiles(each)));
        }
        html.close("tbody").close("table").close("div");
    }

    private static List<String> quantiles(Distribution each) {
        return List.of(
                Quantities.count(each.count()),
                Quantities.count(each.minimum()),
                Quantities.count(each.percentile(50)),
                Quantities.count(each.percentile(90)),
                Quantities.count(each.percentile(99)),
                Quantities.count(each.maximum()),
                Quantities.digits(each.mean()));
    }
}
