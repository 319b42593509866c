package glia.cli.scenario;

import glia.chip.build.AreaReport;
import glia.chip.build.Chip;
import glia.chip.build.ChipBuilder;
import glia.chip.build.ChipConfig;
import glia.chip.build.ChipSettings;
import glia.chip.build.NetworkShape;
import glia.chip.build.Technology;
import glia.chip.build.TraceTap;
import glia.chip.plasticity.LearningRule;
import glia.core.account.EnergyTable;
import glia.core.config.InputException;
import glia.core.config.Position;
import glia.core.config.Settings;
import glia.core.config.Written;
import glia.core.trace.Fingerprint;
import glia.learning.measure.Measure;
import glia.learning.train.LearningRules;
import glia.learning.train.MeasureSettings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A scenario: what was asked for, resolved and checked, and the parts made of it. */
public final class Scenario {
    private static final List<String> SHIPPED = List.of(
            "glyphs",
            "mnist",
            "fashion-mnist",
            "cifar-10",
            "tiny",
            "mnist-label",
            "mnist-expected",
            "mnist-runner-up",
            "mnist-learning-astrocyte",
            "mnist-undirected",
            "mnist-node-perturbation",
            "mnist-aligned",
            "mnist-hebbian",
            "mnist-hebbian-ternary",
            "mnist-hebbian-deltavecs",
            "mnist-backpropagation",
            "mnist-sign-sgd",
            "fashion-mnist-backpropagation",
            "cifar-10-backpropagation",
            "cifar-10-learning-astrocyte",
            "isaac-like",
            "sram-cim-like",
            "loihi-like",
            "neurosim-400-100-10",
            "glyphs-in-place",
            "mnist-in-place");

    private static final String PRESET = "chip.device.preset";

    private final String name;
    private final Settings settings;
    private final Technologies.Read technology;
    private final Endurance endurance;
    private final String text;

    private Scenario(String name, Settings settings, Path base) {
        this(name, settings, base, ScenarioWriter.write(settings, Map.of()));
    }

    private Scenario(String name, Settings settings, Path base, String text) {
        this.name = name;
        this.text = text;
        this.settings = settings;
        Technologies.Read table = technologyOf(settings, base);
        technology = hasOwnPrices(settings) ? DevicePrices.over(table, settings.word(PRESET), base) : table;
        endurance = DevicePresets.endurance(settings, base);
    }

    private Scenario(String name, Settings settings, Technologies.Read technology, Endurance endurance) {
        this.name = name;
        this.settings = settings;
        text = ScenarioWriter.write(settings, Map.of());
        this.technology = technology;
        this.endurance = endurance;
    }

    private static Technologies.Read technologyOf(Settings settings, Path base) {
        Position place = settings.position("technology");
        try {
            return Technologies.find(settings.word("technology"), base);
        } catch (InputException wrong) {
            throw place.line() == 0 ? wrong : new InputException(place, String.valueOf(wrong.getMessage()));
        }
    }

    /** Whether writes are timed and priced as those of the preset, if its file says so. */
    private static boolean hasOwnPrices(Settings settings) {
        return !settings.word(PRESET).equals("none")
                && settings.word("chip.write.prices").equals("device");
    }

    /** The names of the scenarios that come with Glia. */
    public static List<String> names() {
        return SHIPPED;
    }

    /**
     * Reads a shipped scenario or a file, and puts values of {@code key=value} over it. Where these name another learning rule, what
     * the file says of learning is left out: it is meant for its own rule.
     */
    public static Scenario load(String nameOrPath, List<String> overrides) {
        return load(ScenarioFile.read(nameOrPath), overrides(overrides));
    }

    /** As {@link #load(String, List)}, from a file that was read before. */
    public static Scenario load(ScenarioFile file, Map<String, Written> put) {
        Map<String, Written> given = new LinkedHashMap<>(file.given());
        if (put.containsKey(ScenarioKeys.RULE.name()) && !ruleOf(given).equals(ruleOf(put))) {
            given.keySet().removeIf(key -> key.startsWith("learning."));
        }
        Path base = file.folder();
        Map<String, Written> all = DevicePresets.written(given);
        all.putAll(DevicePresets.written(put));
        Map<String, Written> filled = MeasuredCurves.filled(DevicePresets.filled(all, base), base);
        return new Scenario(file.name(), new Settings(ScenarioKeys.of(LearningRules.named(ruleOf(all))), filled), base);
    }

    /** The scenario that a run keeps in a folder, under the name and with the text that it had when the run began. */
    public static Scenario kept(Path folder, String name, String text) {
        Path file = folder.resolve("scenario.yaml");
        Scenario copy = load(file.toString(), List.of());
        return new Scenario(name, copy.settings, folder, text);
    }

    private static Map<String, Written> overrides(List<String> overrides) {
        Map<String, Written> given = new LinkedHashMap<>();
        Position place = Position.of("--set");
        for (String override : overrides) {
            int split = override.indexOf('=');
            if (split < 1) {
                throw new InputException(place, override + " is no key=value");
            }
            given.put(override.substring(0, split).trim(), Written.of(override.substring(split + 1), place));
        }
        return given;
    }

    /** The rule that is named, or the default one. */
    private static String ruleOf(Map<String, Written> given) {
        Map<String, Written> ruleOnly = new LinkedHashMap<>();
        Written rule = given.get(ScenarioKeys.RULE.name());
        if (rule != null) {
            ruleOnly.put(ScenarioKeys.RULE.name(), rule);
        }
        return new Settings(List.of(ScenarioKeys.RULE), ruleOnly).word(ScenarioKeys.RULE.name());
    }

    /** The scenario's name, for folders and headings. */
    public String name() {
        return name;
    }

    /** The same scenario by another name. */
    public Scenario named(String other) {
        return new Scenario(other, settings, technology, endurance);
    }

    /** All values. */
    public Settings settings() {
        return settings;
    }

    /** The chip's structure. */
    public ChipConfig chipConfig() {
        return ChipSettings.config(settings, seed());
    }

    /** The network. */
    public NetworkShape shape() {
        return ChipSettings.shape(settings);
    }

    /** The technology. */
    public Technology technology() {
        return technology.technology();
    }

    /** The prices of the technology, for the gating of the chip. */
    public EnergyTable energyTable() {
        return technology().energyTable(chipConfig().powerGating());
    }

    /** The area of a chip of this scenario. */
    public AreaReport area(Chip chip) {
        return AreaReport.of(chipConfig(), chip.floorplan(), rule(), chip.interconnect(), technology());
    }

    /** The text of the technology table. */
    public String technologyText() {
        return technology.text();
    }

    /** What is published of how often its cells can be written. */
    public Endurance endurance() {
        return endurance;
    }

    /** The learning rule by name, in both forms. */
    public LearningRules rules() {
        return LearningRules.named(settings.word(ScenarioKeys.RULE.name()));
    }

    /** The learning rule as a kit. */
    public LearningRule rule() {
        return rules().rule(settings);
    }

    /** The seed. */
    public long seed() {
        return settings.whole("run.seed");
    }

    /** How many threads evaluate. */
    public int threads() {
        return settings.isWord("run.threads", "all")
                ? Runtime.getRuntime().availableProcessors()
                : settings.integer("run.threads");
    }

    /** A chip with all parameters 0. */
    public Chip chip() {
        return chip(Optional.empty());
    }

    /** A chip with all parameters 0, built around a tap if there is one. */
    public Chip chip(Optional<TraceTap> tap) {
        if (chipConfig().programming().element().inPlace() && rule().perturbsThroughBaselines()) {
            throw settings.complaint(
                    "chip.element.kind",
                    "separate, unless learning.samplePeriod and learning.updatePeriod are multiples of"
                            + " learning.perturbationPeriod: cells cannot keep a perturbation through a baseline pass");
        }
        Chip chip = tap.isEmpty()
                ? ChipBuilder.build(shape(), chipConfig(), technology(), rule())
                : ChipBuilder.buildTapped(shape(), chipConfig(), technology(), rule(), tap.get());
        if (settings.word("run.replay").equals("off")) {
            chip.switchReplayOff();
        }
        return chip;
    }

    /** What watches a chip of this scenario while it trains. */
    public List<Measure> measures(Chip chip) {
        return MeasureSettings.measures(settings, rules(), technology(), chip);
    }

    /** The resolved scenario as YAML. */
    public String toYaml() {
        return text;
    }

    /** A number for all that decides on the course of a run, which threads do not. */
    public String fingerprint() {
        Fingerprint print = new Fingerprint();
        String all = toYamlFor("technology.yaml", Map.of("run.threads", "all")) + technologyText();
        all.chars().forEach(print::add);
        return print.toString();
    }

    /**
     * The resolved scenario as YAML that runs again to the same bits from anywhere: paths are absolute, and a technology of a file
     * is the copy beside it.
     */
    public String toYamlFor(String technologyCopy) {
        return toYamlFor(technologyCopy, Map.of());
    }

    private String toYamlFor(String technologyCopy, Map<String, String> others) {
        Map<String, String> replaced = new LinkedHashMap<>(others);
        if (!Technologies.names().contains(settings.word("technology"))) {
            replaced.put("technology", technologyCopy);
        }
        if (!DevicePresets.names().contains(settings.word(PRESET))) {
            replaced.put(PRESET, "none");
            if (hasOwnPrices(settings)) {
                replaced.put("technology", technologyCopy);
            }
        }
        replaced.put(MeasuredCurves.KEY, "none");
        Map.of("data.dir", "cache", "run.initialWeights", "drawn").forEach((key, none) -> {
            if (!settings.isWord(key, none)) {
                replaced.put(
                        key, DataSource.path(settings, key).toAbsolutePath().toString());
            }
        });
        return ScenarioWriter.write(settings, replaced);
    }
}
