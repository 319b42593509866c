package glia.learning.train;

import glia.chip.plasticity.LearningRule;
import glia.core.config.Key;
import glia.core.config.Settings;
import glia.learning.reference.DeltaMgdReference;
import glia.learning.reference.ReferenceNetwork;
import glia.learning.reference.ReferenceRule;
import glia.learning.rule.DeltaMgd;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The learning rules by name, each in its two forms. A new one is one file a form and one line here. */
public enum LearningRules {
    /** δ-MGD. */
    DELTA_MGD(
            "delta-mgd",
            DeltaMgdSettings.KEYS,
            settings -> new DeltaMgd(DeltaMgdSettings.parameters(settings)),
            (settings, network) -> new DeltaMgdReference(DeltaMgdSettings.parameters(settings), network));

    private final String label;
    private final List<Key> keys;
    private final Function<Settings, LearningRule> rule;
    private final BiFunction<Settings, ReferenceNetwork, ReferenceRule> reference;

    LearningRules(
            String label,
            List<Key> keys,
            Function<Settings, LearningRule> rule,
            BiFunction<Settings, ReferenceNetwork, ReferenceRule> reference) {
        this.label = label;
        this.keys = keys;
        this.rule = rule;
        this.reference = reference;
    }

    /** The names in order. */
    public static List<String> names() {
        return Arrays.stream(values()).map(each -> each.label).toList();
    }

    /** The rule of a name out of {@link #names}. */
    public static LearningRules named(String name) {
        return Arrays.stream(values())
                .filter(each -> each.label.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no learning rule " + name + "; there are " + names()));
    }

    /** The keys of this rule. */
    public List<Key> keys() {
        return keys;
    }

    /** The rule as a kit for the chip. */
    public LearningRule rule(Settings settings) {
        return rule.apply(settings);
    }

    /** The rule as a plain reference. */
    public ReferenceRule reference(Settings settings, ReferenceNetwork network) {
        return reference.apply(settings, network);
    }
}
