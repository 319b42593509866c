package glia.cli.page;

import glia.cli.figure.Svg;
import glia.cli.run.RunDetails;
import java.util.List;

/** The scenarios as resolved. */
record ScenarioSection(List<RunDetails> runs) implements Section {
    @Override
    public String id() {
        return "scenario";
    }

    @Override
    public String heading() {
        return "Scenario";
    }

    @Override
    public void write(Html html) {
        for (RunDetails run : runs) {
            html.open("details").element("summary", run.name() + ": every key with its value");
            html.open("pre", "tabindex", "0", "role", "region", "aria-label", "Scenario of " + run.name())
                    .raw(Svg.escaped(run.run().scenario().toYaml()))
                    .close("pre")
                    .close("details");
        }
    }
}
