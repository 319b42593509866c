package glia.cli.reproduce;

import glia.cli.scenario.Scenario;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The scenario of a run: a shipped one with values put over it.
 *
 * @param base the shipped one
 * @param settings the values, {@code key=value}
 */
record Scenarios(String base, List<String> settings) {
    static Scenarios of(String base, String... settings) {
        return new Scenarios(base, List.of(settings));
    }

    /** With more values. */
    Scenarios with(String... more) {
        return with(List.of(more));
    }

    /** With more values. */
    Scenarios with(List<String> more) {
        List<String> all = new ArrayList<>(settings);
        all.addAll(more);
        return new Scenarios(base, all);
    }

    /** With the layers of a network. */
    Scenarios withLayers(int... sizes) {
        return with("network.layers="
                + Arrays.stream(sizes).mapToObj(String::valueOf).collect(Collectors.joining(", ", "[", "]")));
    }

    Scenario load() {
        return Scenario.load(base, settings);
    }

    /** The scenario with a seed. */
    Scenario load(long seed) {
        return with("run.seed=" + seed).load();
    }

    /** Its last two values, to tell it from others. */
    String last() {
        return String.join(" ", settings.subList(Math.max(0, settings.size() - 2), settings.size()));
    }

    /** The command that does the same run. */
    String command() {
        return "./glia run " + base
                + settings.stream()
                        .map(each -> each.contains(" ") ? " --set '" + each + "'" : " --set " + each)
                        .collect(Collectors.joining());
    }
}
