package glia.cli.page;

import glia.chip.build.SampleTimeline;
import glia.chip.message.Phase;
import glia.cli.figure.Axis;
import glia.cli.figure.DataTable;
import glia.cli.figure.Spans;
import glia.cli.report.Quantities;
import glia.cli.run.RunDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** When each block works during one sample. */
record GanttSection(List<RunDetails> runs) implements Section {
    private static final String BARRIERS = "barriers";

    @Override
    public String id() {
        return "gantt";
    }

    @Override
    public String heading() {
        return "One sample";
    }

    /** The spans of a timeline, and the rows of their table. */
    private record Drawing(SampleTimeline timeline, List<Phase> phases, DataTable data) {
        Spans.Span span(String block, String phase, SampleTimeline.Span span, int colour) {
            data.row(phase, block, span.start(), span.end());
            String says = block + (phase.isEmpty() ? "" : ", " + phase) + ": cycles " + Quantities.count(span.start())
                    + " to " + Quantities.count(span.end() - 1);
            return Spans.Span.of((double) span.start(), (double) span.end(), colour, says);
        }

        List<Spans.Row> rows() {
            List<Spans.Row> rows = new ArrayList<>();
            timeline.blocks().forEach((block, spans) -> rows.add(row(block, spans)));
            rows.add(new Spans.Row(
                    BARRIERS,
                    timeline.barriers().stream()
                            .map(barrier -> span(BARRIERS, "", barrier, phases.size()))
                            .toList(),
                    ""));
            return rows;
        }

        private Spans.Row row(String block, Map<Phase, SampleTimeline.Span> spans) {
            return new Spans.Row(
                    block,
                    spans.entrySet().stream()
                            .map(each ->
                                    span(block, each.getKey().name(), each.getValue(), phases.indexOf(each.getKey())))
                            .toList(),
                    "");
        }
    }

    @Override
    public List<Plot> plots() {
        List<Plot> plots = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            String name = Names.numbered("gantt", i, runs.size());
            RunDetails run = runs.get(i);
            run.timeline().ifPresent(timeline -> plots.add(plot(name, run, timeline)));
        }
        return plots;
    }

    private Plot plot(String name, RunDetails run, SampleTimeline timeline) {
        List<Phase> phases = timeline.blocks().values().stream()
                .flatMap(row -> row.keySet().stream())
                .collect(Collectors.collectingAndThen(Collectors.toCollection(TreeSet::new), List::copyOf));
        DataTable data = new DataTable("phase", "block", "start cycle", "end cycle");
        List<Spans.Row> rows = new Drawing(timeline, phases, data).rows();
        List<String> legend = new ArrayList<>(phases.stream().map(Phase::name).toList());
        legend.add(BARRIERS);
        Axis axis = Axis.around("cycles since the sample began", DoubleStream.of(0, (double) timeline.cycles()));
        String title = Names.titled("Blocks at work during a sample", run, runs);
        String description =
                "When each block works for each phase of one sample that refreshes no DeltaVecs, from the start of its first"
                        + " work for the phase to the end of its last; the tiles of a layer stand together, wires are left out.";
        return Plot.of(name, new Spans(title, description, axis, legend, rows), data);
    }

    @Override
    public void write(Html html) {
        Section.super.write(html);
        runs.stream()
                .filter(run -> run.timeline().isEmpty())
                .forEach(run ->
                        html.element("p", run.name() + ": the chip is too large to follow a sample on a second one."));
    }
}
