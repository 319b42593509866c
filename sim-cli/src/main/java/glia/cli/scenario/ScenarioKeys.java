package glia.cli.scenario;

import glia.chip.build.ChipSettings;
import glia.core.config.Key;
import glia.core.config.ValueType;
import glia.learning.train.LearningRules;
import glia.learning.train.MeasureSettings;
import glia.learning.train.RateSchedule;
import java.util.ArrayList;
import java.util.List;

/** All keys of a scenario, in the order in which they are shown. */
public final class ScenarioKeys {
    /** Which learning rule; its own keys depend on it. */
    static final Key RULE = new Key(
            "learning.rule",
            ValueType.choice(LearningRules.names()),
            "delta-mgd",
            "the learning rule, which decides the other keys of this section");

    private static final ValueType COUNT_OR_ALL = ValueType.or("all", ValueType.whole(1, Integer.MAX_VALUE));

    private static final Key SCHEDULE = new Key(
            "learning.schedule",
            ValueType.choice(RateSchedule.names()),
            "cosine",
            "how the rate goes on: down to a thousandth along half a cosine, not at all, along a line or an exponential down"
                    + " to a thousandth, or to a tenth at half the run and a hundredth at three quarters");

    private static Key rate(LearningRules rule) {
        return new Key(
                "learning.rate",
                ValueType.decimal(0, 1e6),
                rule.usualRate(),
                "initial learning rate; the step along the estimated gradient");
    }

    private static final List<Key> DATA = List.of(
            new Key(
                    "data.set",
                    ValueType.name("the name of a data set"),
                    "glyphs",
                    "the data set: glyphs and patterns come with Glia; mnist, fashion-mnist, cifar-10, or any folder of one CSV"
                            + " file by a name of its own"),
            new Key(
                    "data.dir",
                    ValueType.text("a folder, or cache"),
                    "cache",
                    "the folder with the set's files; cache is where glia data fetch puts them"),
            new Key(
                    "data.label",
                    ValueType.text("a column, or last"),
                    "last",
                    "the label's column in a CSV file, by name or by number from 1"),
            new Key(
                    "data.crop",
                    ValueType.or("none", ValueType.whole(1, 10_000)),
                    "none",
                    "side of the square in the middle of a picture that is shown, in pixels; for glyphs, mnist and fashion-mnist"),
            new Key(
                    "data.binarize",
                    ValueType.or("none", ValueType.decimal(-1e6, 1e6)),
                    "none",
                    "threshold that values as read are compared with: 1 above it, else 0"),
            new Key("data.train", COUNT_OR_ALL, "all", "how many training samples to use, from the first on"),
            new Key(
                    "data.test",
                    COUNT_OR_ALL,
                    "all",
                    "how many test samples to use, from the first on; for a CSV file, how many to set aside (all: a fifth)"),
            new Key("data.seed", ValueType.whole(0, Long.MAX_VALUE), "1", "decides drawn data sets and splits"),
            new Key(
                    "data.standardise",
                    ValueType.choice(List.of("auto", "none", "scalar", "per-feature")),
                    "auto",
                    "whether inputs are brought to mean 0 and deviation 1, by one scalar or by feature; auto is scalar for"
                            + " cifar-10, per-feature for CSV files, else none"));

    private static final List<Key> RUN = List.of(
            new Key("run.epochs", ValueType.decimal(0.0001, 1e6), "5", "how often the training set is shown"),
            new Key("run.seed", ValueType.whole(0, Long.MAX_VALUE), "1", "decides every random draw"),
            new Key(
                    "run.evaluateEvery",
                    ValueType.or("epoch", ValueType.whole(1, Long.MAX_VALUE)),
                    "epoch",
                    "training samples between two evaluations on the test set"),
            new Key(
                            "run.targetAccuracy",
                            ValueType.decimal(0, 100),
                            "90",
                            "test accuracy in percent that the figures to target refer to")
                    .costOnly(),
            new Key(
                            "run.replay",
                            ValueType.choice(List.of("auto", "off")),
                            "auto",
                            "whether steps whose cycles and counts do not depend on data are simulated once and then replayed;"
                                    + " changes no result, only the speed of the simulator")
                    .costOnly(),
            new Key(
                            "run.threads",
                            ValueType.or("all", ValueType.whole(1, 1024)),
                            "all",
                            "threads that evaluate the network on the test set, all processors or so many; changes no result")
                    .costOnly(),
            new Key(
                    "run.initialWeights",
                    ValueType.text("a folder, or drawn"),
                    "drawn",
                    "a run's folder whose weights to start from; drawn is N(0, 1 / inputs)"));

    private ScenarioKeys() {}

    /** The keys of a scenario under a learning rule. */
    public static List<Key> of(LearningRules rule) {
        List<Key> keys = new ArrayList<>(ChipSettings.KEYS);
        keys.add(new Key(
                        "technology",
                        ValueType.text("a technology"),
                        "rram-32nm",
                        "prices and times: one of " + String.join(", ", Technologies.names()) + ", or a YAML file")
                .costOnly());
        keys.add(RULE);
        keys.add(rate(rule));
        keys.add(SCHEDULE);
        keys.addAll(rule.keys());
        keys.addAll(DATA);
        keys.addAll(RUN);
        keys.addAll(MeasureSettings.KEYS);
        return keys;
    }
}
