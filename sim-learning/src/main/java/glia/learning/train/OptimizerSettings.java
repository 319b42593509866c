package glia.learning.train;

import glia.chip.datapath.Optimizer;
import glia.core.config.Key;
import glia.core.config.Settings;
import glia.core.config.ValueType;
import java.util.List;

/** The keys of what is done with integrated changes. */
final class OptimizerSettings {
    static final List<Key> KEYS = List.of(
            new Key(
                    "learning.optimizer",
                    ValueType.choice(List.of("plain", "momentum", "adam")),
                    "plain",
                    "what a commit makes of the integrated gradient; all but plain keep registers at every synapse"),
            new Key(
                    "learning.momentum",
                    ValueType.decimal(0, 0.999999),
                    "0.9",
                    "share of the old moment that momentum and adam keep (adam's beta 1)"),
            new Key(
                    "learning.squareMomentum",
                    ValueType.decimal(0, 0.999999),
                    "0.999",
                    "share of the old square moment that adam keeps (beta 2)"),
            new Key(
                    "learning.smallest",
                    ValueType.decimal(1e-30, 1),
                    "1e-8",
                    "what adam adds to the root of the square moment"),
            new Key(
                    "learning.biasCorrection",
                    ValueType.choice(List.of("on", "off")),
                    "on",
                    "whether adam corrects its first moments for having started from 0"),
            new Key(
                    "learning.weightDecay",
                    ValueType.decimal(0, 1),
                    "0",
                    "decay of weights and biases, added to the gradient; cells are read for it"));

    private OptimizerSettings() {}

    static Optimizer optimizer(Settings settings) {
        Optimizer.Kind kind = switch (settings.word("learning.optimizer")) {
            case "momentum" -> Optimizer.Kind.MOMENTUM;
            case "adam" -> Optimizer.Kind.ADAM;
            default -> Optimizer.Kind.PLAIN;
        };
        return new Optimizer(
                kind,
                (float) settings.decimal("learning.momentum"),
                (float) settings.decimal("learning.squareMomentum"),
                (float) settings.decimal("learning.smallest"),
                settings.word("learning.biasCorrection").equals("on"),
                (float) settings.decimal("learning.weightDecay"));
    }
}
