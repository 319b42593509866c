package glia.learning.train;

import glia.chip.build.ChipSettings;
import glia.chip.build.NetworkShape;
import glia.chip.plasticity.LearningRule;
import glia.core.config.Key;
import glia.core.config.Settings;
import glia.learning.reference.AlignedMgdReference;
import glia.learning.reference.BackpropagationReference;
import glia.learning.reference.DeltaMgdReference;
import glia.learning.reference.HebbianMgdReference;
import glia.learning.reference.NodePerturbationReference;
import glia.learning.reference.ReferenceNetwork;
import glia.learning.reference.ReferenceRule;
import glia.learning.reference.UndirectedMgdReference;
import glia.learning.rule.AlignedMgd;
import glia.learning.rule.Backpropagation;
import glia.learning.rule.DeltaMgd;
import glia.learning.rule.HebbianMgd;
import glia.learning.rule.NodePerturbation;
import glia.learning.rule.UndirectedMgd;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The learning rules by name, each in its two forms. A new one is one file a form and one line here. */
public enum LearningRules {
    /** δ-MGD. */
    DELTA_MGD(
            "delta-mgd",
            "0.02",
            DeltaMgdSettings.keys(),
            settings -> new DeltaMgd(DeltaMgdSettings.parameters(settings)),
            (settings, network) -> new DeltaMgdReference(DeltaMgdSettings.parameters(settings), network)),
    /** Undirected MGD. */
    UNDIRECTED_MGD(
            "undirected-mgd",
            "0.00002",
            MgdSettings.UNDIRECTED,
            settings -> {
                NetworkShape shape = ChipSettings.shape(settings);
                return new UndirectedMgd(MgdSettings.undirected(settings), shape.parameters(), shape.layers());
            },
            (settings, network) -> new UndirectedMgdReference(MgdSettings.undirected(settings), network)),
    /** Node perturbation. */
    NODE_PERTURBATION(
            "node-perturbation",
            "0.0003",
            MgdSettings.NODE,
            settings -> new NodePerturbation(MgdSettings.node(settings)),
            (settings, network) -> new NodePerturbationReference(MgdSettings.node(settings), network)),
    /** Aligned MGD, a study. */
    ALIGNED_MGD(
            "aligned-mgd",
            "0.000005",
            MgdSettings.ALIGNED,
            settings -> new AlignedMgd(MgdSettings.aligned(settings)),
            (settings, network) ->
                    new AlignedMgdReference(MgdSettings.aligned(settings), network, columnSegment(settings))),
    /** Hebbian MGD. */
    HEBBIAN_MGD(
            "hebbian-mgd",
            "0.0001",
            MgdSettings.HEBBIAN,
            settings -> new HebbianMgd(MgdSettings.hebbian(settings)),
            (settings, network) ->
                    new HebbianMgdReference(MgdSettings.hebbian(settings), network, columnSegment(settings))),
    /** Backpropagation, the yardstick. */
    BACKPROPAGATION(
            "backpropagation",
            "0.02",
            MgdSettings.DESCENT,
            settings -> new Backpropagation(MgdSettings.descent(settings, false)),
            (settings, network) -> new BackpropagationReference(
                    MgdSettings.descent(settings, false), network, columnSegment(settings))),
    /** Descent by the signs of the gradient. */
    SIGN_SGD(
            "sign-sgd",
            "0.00005",
            MgdSettings.DESCENT,
            settings -> new Backpropagation(MgdSettings.descent(settings, true)),
            (settings, network) -> new BackpropagationReference(
                    MgdSettings.descent(settings, true), network, columnSegment(settings)));

    private final String label;
    private final String usualRate;
    private final List<Key> keys;
    private final Function<Settings, LearningRule> rule;
    private final BiFunction<Settings, ReferenceNetwork, ReferenceRule> reference;

    LearningRules(
            String label,
            String usualRate,
            List<Key> keys,
            Function<Settings, LearningRule> rule,
            BiFunction<Settings, ReferenceNetwork, ReferenceRule> reference) {
        this.label = label;
        this.usualRate = usualRate;
        this.keys = keys;
        this.rule = rule;
        this.reference = reference;
    }

    /** Transposed sums run over the columns of a tile. */
    private static int columnSegment(Settings settings) {
        return settings.integer("chip.tile.columns");
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

    /** A learning rate that suits the rule on MNIST, for a start. */
    public String usualRate() {
        return usualRate;
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
