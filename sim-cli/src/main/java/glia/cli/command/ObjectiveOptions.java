package glia.cli.command;

import glia.cli.explore.Designs;
import glia.cli.explore.Objective;
import java.util.List;
import picocli.CommandLine.Option;

/** What designs of a sweep are to have little or much of. */
final class ObjectiveOptions {
    @Option(
            names = "--minimize",
            paramLabel = "FIGURE",
            description =
                    "A column of the results, or energy.toTarget, time.toTarget, writes.toTarget, samples.toTarget,"
                            + " energy.perSample, time.perSample, area; may be given more than once.")
    private List<String> minimize = List.of();

    @Option(
            names = "--maximize",
            paramLabel = "FIGURE",
            description = "Likewise. Default: little joules, much testAccuracy, little seconds.")
    private List<String> maximize = List.of();

    /** The objectives, which the designs have. */
    List<Objective> of(Designs designs) {
        return Objective.of(designs, minimize, maximize);
    }

    boolean areGiven() {
        return !minimize.isEmpty() || !maximize.isEmpty();
    }
}
