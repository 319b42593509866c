package glia.cli.retime;

import glia.chip.build.ChipSettings;
import glia.chip.plasticity.LearningRule;
import glia.cli.run.Provenance;
import glia.cli.scenario.DataSource;
import glia.cli.scenario.Scenario;
import glia.core.config.Key;
import glia.core.config.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a scenario's training depends on: two scenarios of one function train to the same weights, write counts and accuracies, whatever
 * their times and costs.
 *
 * @param values by key, in order, as written; paths are absolute
 */
public record TrainingFunction(Map<String, String> values) {
    private static final Map<String, String> PATHS = Map.of("data.dir", "cache", "run.initialWeights", "drawn");

    /** The function of a scenario. */
    public static TrainingFunction of(Scenario scenario) {
        LearningRule rule = scenario.rule();
        Map<String, String> values = new LinkedHashMap<>();
        for (Key key : scenario.settings().keys()) {
            if (ChipSettings.trains(key, rule)) {
                values.put(key.name(), value(scenario.settings(), key.name()));
            }
        }
        return new TrainingFunction(values);
    }

    private static String value(Settings settings, String key) {
        String none = PATHS.get(key);
        return none == null || settings.isWord(key, none)
                ? settings.text(key)
                : DataSource.path(settings, key).toAbsolutePath().normalize().toString();
    }

    /** A digest of it, the same for scenarios of one function. */
    public String digest() {
        StringBuilder all = new StringBuilder();
        values.forEach((key, value) -> all.append(key).append('=').append(value).append('\n'));
        return Provenance.sha256(all.toString());
    }

    /** The keys in which another function differs, in order. */
    public List<String> differing(TrainingFunction other) {
        Set<String> keys = new LinkedHashSet<>(values.keySet());
        keys.addAll(other.values.keySet());
        return new ArrayList<>(keys.stream()
                .filter(key -> !String.valueOf(values.get(key)).equals(String.valueOf(other.values.get(key))))
                .toList());
    }
}
