package glia.cli.page;

import glia.cli.report.Quantities;
import glia.cli.run.Provenance;
import glia.cli.run.RunDetails;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What ran, from which sources, and what made this page. */
record ProvenanceSection(List<RunDetails> runs) implements Section {
    @Override
    public String id() {
        return "provenance";
    }

    @Override
    public String heading() {
        return "Provenance";
    }

    @Override
    public void write(Html html) {
        html.open("div", "class", "scroll").open("table", "class", "figures words");
        html.element("caption", "Where the figures come from");
        html.columns(Stream.concat(Stream.of(""), runs.stream().map(RunDetails::name))
                        .toList())
                .open("tbody");
        rows(html);
        html.close("tbody").close("table").close("div");
        html.element(
                "p",
                "This page was made by Glia " + Provenance.version() + " (" + Provenance.commit()
                        + ") from the files of "
                        + (runs.size() == 1 ? "a finished run." : runs.size() + " finished runs."));
    }

    private void rows(Html html) {
        row(html, "scenario", field("/scenario"));
        row(html, "Glia", field("/provenance/version"));
        row(html, "commit", field("/provenance/commit"));
        row(html, "Java", field("/provenance/jdk"));
        row(html, "scenario, SHA-256", field("/provenance/scenarioSha256"));
        row(html, "technology", field("/provenance/technology"));
        row(html, "technology, SHA-256", field("/provenance/technologySha256"));
        row(html, "fingerprint", field("/fingerprint"));
        row(html, "schedule fingerprint", field("/scheduleFingerprint"));
        row(html, "seed", field("/seed"));
        row(
                html,
                "simulated",
                run -> Quantities.count(Math.round(run.run()
                                .summary()
                                .at("/simulator/samplesPerSecond")
                                .asDouble()))
                        + " samples a second");
    }

    private void row(Html html, String name, Function<RunDetails, String> value) {
        html.row(name, runs.stream().map(value).toList());
    }

    private static Function<RunDetails, String> field(String path) {
        return run -> run.run().summary().at(path).asText("-");
    }
}
