package glia.cli.page;

import com.fasterxml.jackson.databind.JsonNode;
import glia.cli.figure.Axis;
import glia.cli.figure.DataTable;
import glia.cli.figure.Spans;
import glia.cli.report.Quantities;
import glia.cli.run.RunDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/** What makes the latency of one sample. */
record PathSection(List<RunDetails> runs) implements Section {
    private static final List<String> REASONS = List.of("compute", "wire", "queue", "barrier");

    @Override
    public String id() {
        return "path";
    }

    @Override
    public String heading() {
        return "Critical path";
    }

    @Override
    public List<Plot> plots() {
        List<Plot> plots = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            String name = Names.numbered("critical-path", i, runs.size());
            RunDetails run = runs.get(i);
            run.path().ifPresent(path -> plots.add(plot(name, run, path)));
        }
        return plots;
    }

    private Plot plot(String name, RunDetails run, JsonNode path) {
        DataTable data = new DataTable("run", "phase", "reason", "block", "cycles");
        List<Spans.Row> rows = new ArrayList<>();
        long start = 0;
        for (Map.Entry<String, JsonNode> phase : path.properties()) {
            List<Spans.Span> spans = new ArrayList<>();
            long end = start;
            for (Map.Entry<String, JsonNode> part : phase.getValue().properties()) {
                String[] words = part.getKey().split(" ", 2);
                long cycles = part.getValue().asLong();
                data.row(run.name(), phase.getKey(), words[0], words[1], cycles);
                String says = phase.getKey() + ", " + part.getKey() + ": " + Quantities.count(cycles) + " cycles";
                spans.add(Spans.Span.of((double) end, (double) (end + cycles), REASONS.indexOf(words[0]), says));
                end += cycles;
            }
            rows.add(new Spans.Row(phase.getKey(), spans, Quantities.count(end - start)));
            start = end;
        }
        Axis axis = Axis.around("cycles since the sample began", DoubleStream.of(0, (double) start));
        String title = Names.titled("Critical path of a sample: " + Quantities.count(start) + " cycles", run, runs);
        String description =
                "The chain of work and waits that ends with the sample, phase after phase; within a phase parts stand in the"
                        + " order in which they first come.";
        return Plot.of(name, new Spans(title, description, axis, REASONS, rows), data);
    }

    @Override
    public void write(Html html) {
        Section.super.write(html);
        for (RunDetails run : runs) {
            if (run.path().isEmpty()) {
                html.element("p", run.name() + ": the chip is too large to follow a sample on a second one.");
            }
            links(html, run);
        }
    }

    /** The load of links, where messages share them. */
    private static void links(Html html, RunDetails run) {
        JsonNode node = run.run().summary().path("interconnect");
        if (node.isMissingNode()) {
            return;
        }
        html.open("div", "class", "scroll").open("table", "class", "figures");
        html.element(
                "caption",
                "Busiest of the " + node.path("links").asText() + " links of " + run.name() + " ("
                        + node.path("kind").asText() + "); messages waited "
                        + node.at("/waits/p50").asText()
                        + " cycles in the median, " + node.at("/waits/maximum").asText() + " at most");
        html.columns(List.of("link", "words", "busy cycles", "of the time")).open("tbody");
        for (JsonNode link : node.path("busiest")) {
            html.row(
                    link.path("link").asText(),
                    List.of(
                            Quantities.count(link.path("words").asLong()),
                            Quantities.count(link.path("busyCycles").asLong()),
                            Quantities.percent(link.path("utilisation").asDouble())));
        }
        html.close("tbody").close("table").close("div");
    }
}
