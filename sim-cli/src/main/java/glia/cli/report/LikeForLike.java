package glia.cli.report;

import glia.cli.run.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What makes figures of runs hard to compare. */
public final class LikeForLike {
    private static final String DATA_FOLDER = "data.dir";

    private final Comparison comparison;
    private final List<Comparison.Difference> differences;

    /** Of some runs. */
    public LikeForLike(Comparison comparison) {
        this.comparison = comparison;
        differences = comparison.differences();
    }

    /** A line each: which figures, and why. */
    public List<String> warnings() {
        return Stream.of(technologies(), data(), targets())
                .flatMap(List::stream)
                .toList();
    }

    private List<String> technologies() {
        List<String> warnings = new ArrayList<>();
        if (comparison.timesDiffer()) {
            warnings.add("time, cycles, energy: technologies differ in times");
        }
        if (comparison.pricesDiffer()) {
            warnings.add("energy: technologies differ in prices; glia recost prices a run under another");
        }
        return warnings;
    }

    private List<String> data() {
        List<String> warnings = new ArrayList<>();
        List<String> keys = names(key -> key.startsWith("data.") && !key.equals(DATA_FOLDER));
        if (!keys.isEmpty()) {
            warnings.add("accuracy, to target: data differ (" + String.join(", ", keys) + ")");
        }
        if (!names(DATA_FOLDER::equals).isEmpty()) {
            warnings.add("accuracy, to target: data are from different folders (" + DATA_FOLDER + ")");
        }
        return warnings;
    }

    private List<String> targets() {
        List<String> warnings = new ArrayList<>();
        List<String> targets = comparison.entries().stream()
                .map(entry -> ComparedFigure.target(entry.run().targetAccuracy()))
                .distinct()
                .toList();
        if (targets.size() > 1) {
            warnings.add("to target: targets differ (" + String.join(", ", targets) + ")");
        }
        if (!names("run.evaluateEvery"::equals).isEmpty()) {
            warnings.add("to target: not evaluated equally often (run.evaluateEvery)");
        }
        if (!names("run.initialWeights"::equals).isEmpty()) {
            warnings.add("to target: initial weights differ (run.initialWeights)");
        }
        return warnings;
    }

    private List<String> names(Predicate<String> wanted) {
        return differences.stream()
                .map(Comparison.Difference::key)
                .filter(wanted)
                .toList();
    }
}
