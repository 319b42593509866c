package glia.cli.scenario;

import glia.chip.build.ChipSettings;
import glia.chip.build.Grade;
import glia.chip.device.Devices;
import glia.core.config.InputException;
import glia.core.config.Key;
import glia.core.config.NearestName;
import glia.core.config.Position;
import glia.core.config.Settings;
import glia.core.config.ValueType;
import glia.core.config.Written;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Published devices: a YAML file with a name, a {@code kind}, {@code parameters} (values of keys of {@code chip.device}) and {@code
 * facts} (figures of the cell that no key takes) and {@code technology} ({@link DevicePrices}), every figure with value, grade and
 * source. A preset gives what a scenario leaves out.
 */
public final class DevicePresets {
    private static final String SECTION = "chip.device";

    /** A word for the whole section. */
    public static final Key SHORT = new Key(
            SECTION,
            ValueType.text("a kind of device, or a published one"),
            "ideal",
            "short for its kind or its preset");

    private static final String KIND = SECTION + ".kind";
    private static final String PRESET = SECTION + ".preset";
    private static final List<String> SHIPPED = List.of(
            "sram", "ag-a-si", "taox-hfox", "alox-hfo2", "epiram", "gst-pcm", "hzo-fefet", "ecram", "embedded-flash");
    private static final List<String> FACTS = List.of(
            "onResistance",
            "onOffRatio",
            "potentiationVoltage",
            "potentiationPulse",
            "depressionVoltage",
            "depressionPulse",
            "endurance.pessimistic",
            "endurance.typical",
            "endurance.optimistic",
            "weakPulseEndurance");
    private static final Set<String> HEAD = Set.of("name", "description", "kind");
    private static final List<String> FIELDS = List.of("value", "grade", "source");

    /** Presets that were read before: thousands of scenarios may ask for the same. */
    private static final Map<Sources.Source, Map<String, Written>> KNOWN = new ConcurrentHashMap<>();

    private DevicePresets() {}

    /** The names of the presets that come with Glia; the ideal device needs none. */
    public static List<String> names() {
        return SHIPPED;
    }

    /** The figures of a preset by name, such as {@code parameters.cycleNoise.value}; checked. */
    public static Map<String, Written> read(String nameOrPath, Path base) {
        return KNOWN.computeIfAbsent(
                Sources.find("device", "devices", SHIPPED, nameOrPath, base), DevicePresets::checked);
    }

    private static Map<String, Written> checked(Sources.Source found) {
        Map<String, Written> figures = YamlReader.read(found.text(), found.name());
        figures.forEach((key, written) -> check(key, written, figures));
        if (!figures.containsKey("kind")) {
            throw new InputException(
                    Position.of(found.name()), "has no kind; expected one of " + String.join(", ", Devices.names()));
        }
        return Collections.unmodifiableMap(figures);
    }

    private static void check(String key, Written written, Map<String, Written> figures) {
        if (HEAD.contains(key)) {
            return;
        }
        int split = key.lastIndexOf('.');
        String figure = key.substring(0, Math.max(0, split));
        List<String> known = figureNames();
        if (!known.contains(figure)) {
            throw new InputException(written.keyPosition(), "unknown figure " + key + NearestName.hint(figure, known));
        }
        for (String field : FIELDS) {
            if (!figures.containsKey(figure + "." + field)) {
                throw new InputException(written.keyPosition(), figure + " has no " + field);
            }
        }
        String field = key.substring(split + 1);
        if (!FIELDS.contains(field)) {
            throw new InputException(written.keyPosition(), "unknown key " + key + NearestName.hint(field, FIELDS));
        }
        if (field.equals("grade") && !Grade.labels().contains(written.toString())) {
            throw new InputException(
                    written.position(),
                    key + " is " + written + "; expected one of " + String.join(", ", Grade.labels())
                            + NearestName.hint(written.toString(), Grade.labels()));
        }
    }

    private static List<String> figureNames() {
        List<String> names = new ArrayList<>();
        for (Key key : ChipSettings.KEYS) {
            if (key.name().startsWith(SECTION + ".") && !List.of(KIND, PRESET).contains(key.name())) {
                names.add("parameters" + key.name().substring(SECTION.length()));
            }
        }
        FACTS.forEach(fact -> names.add("facts." + fact));
        names.addAll(DevicePrices.figureNames());
        return names;
    }

    /** What was given, with a word for the whole section written out: it is a kind or a preset. */
    static Map<String, Written> written(Map<String, Written> given) {
        Map<String, Written> all = new LinkedHashMap<>(given);
        Written word = given.get(SECTION);
        if (word != null && !word.toString().isEmpty()) {
            all.remove(SECTION);
            all.put(Devices.names().contains(word.toString()) ? KIND : PRESET, word);
        }
        return all;
    }

    /** What was given, with what the named preset says where nothing was given. */
    static Map<String, Written> filled(Map<String, Written> given, Path base) {
        Written preset = given.get(PRESET);
        if (preset == null || preset.toString().equals("none")) {
            return given;
        }
        Map<String, Written> all = new LinkedHashMap<>(given);
        found(preset, base).forEach((key, value) -> {
            if (key.equals("kind")) {
                all.putIfAbsent(KIND, value);
            } else if (key.startsWith("parameters.") && key.endsWith(".value")) {
                all.putIfAbsent(
                        SECTION + key.substring("parameters".length(), key.length() - ".value".length()), value);
            }
        });
        return all;
    }

    /** The endurance of the device that a scenario names; none is known of a kind without a preset. */
    static Endurance endurance(Settings settings, Path base) {
        String preset = settings.word(PRESET);
        return preset.equals("none")
                ? Endurance.unknown(settings.word(KIND))
                : Endurance.of(preset, read(preset, base));
    }

    private static Map<String, Written> found(Written preset, Path base) {
        if (!Sources.isThere(SHIPPED, preset.toString(), base)) {
            List<String> names = new ArrayList<>(Devices.names());
            names.addAll(SHIPPED);
            throw new InputException(
                    preset.position(),
                    SECTION + " is " + preset + "; expected one of " + String.join(", ", names) + ", or a YAML file"
                            + NearestName.hint(preset.toString(), names));
        }
        try {
            return read(preset.toString(), base);
        } catch (InputException wrong) {
            if (preset.position().line() == 0) {
                throw wrong;
            }
            throw new InputException(preset.position(), String.valueOf(wrong.getMessage()));
        }
    }
}
