package glia.chip.build;

import glia.chip.device.CellScheme;
import glia.chip.device.Defects;
import glia.chip.device.DeviceParameters;
import glia.chip.device.Devices;
import glia.chip.device.MeasuredCurve;
import glia.chip.device.Pulsing;
import glia.chip.device.Rounding;
import glia.core.config.Key;
import glia.core.config.Settings;
import glia.core.config.ValueType;
import java.util.List;
import java.util.Locale;

/** The keys of a scenario that describe the synaptic device, and how its parameters are made of them. */
final class DeviceSettings {
    private static final String SECTION = "chip.device.";
    private static final String NONE = "none";
    private static final String STUCK_ON = SECTION + "stuckOn";
    private static final int MOST_STATES = 65_536;
    private static final ValueType STATES = ValueType.or(NONE, ValueType.whole(2, MOST_STATES));
    private static final ValueType PULSES = ValueType.or(NONE, ValueType.whole(1, MOST_STATES));
    private static final ValueType UP = ValueType.or(NONE, ValueType.decimal(-5, 9));
    private static final ValueType DOWN = ValueType.or(NONE, ValueType.decimal(-9, 5));
    private static final ValueType DEVIATION = ValueType.decimal(0, 10);
    private static final ValueType SHARE = ValueType.decimal(0, 1);

    /** The keys in order. */
    static final List<Key> KEYS = List.of(
            new Key(
                    SECTION + "kind",
                    ValueType.choice(Devices.names()),
                    "ideal",
                    "the synaptic device: stores what it is asked to, one of some equally spaced states, or moves by pulses along"
                            + " a curve of labels or a measured one; chip.device: KIND is short for it"),
            new Key(
                            SECTION + "preset",
                            ValueType.text("a published device, or none"),
                            NONE,
                            "a published device, or a YAML file, that gives the values left out; chip.device: PRESET is short for it")
                    .costOnly(),
            new Key(
                    SECTION + "range",
                    ValueType.decimal(0.001, 1000),
                    "4",
                    "weights of cells reach from -range/sqrt(inputs) to range/sqrt(inputs), but for ideal ones"),
            new Key(SECTION + "states", STATES, NONE, "quantized: states of a cell, 2 to the power of its bits"),
            new Key(
                    SECTION + "rounding",
                    ValueType.choice(List.of("nearest", "stochastic")),
                    "stochastic",
                    "but for ideal: how a requested change becomes whole steps or pulses"),
            new Key(
                    SECTION + "potentiationStates",
                    PULSES,
                    NONE,
                    "pulsed: pulses from the lower end of the range to the upper one"),
            new Key(
                    SECTION + "depressionStates",
                    PULSES,
                    NONE,
                    "pulsed: pulses from the upper end of the range to the lower one"),
            new Key(
                    SECTION + "potentiationLabel",
                    UP,
                    NONE,
                    "pulsed: NeuroSim's label of the non-linearity going up, 0 for a straight line"),
            new Key(
                    SECTION + "depressionLabel",
                    DOWN,
                    NONE,
                    "pulsed: the label going down; below 0 the first pulses move most"),
            new Key(
                    SECTION + "cycleNoise",
                    ValueType.or(NONE, DEVIATION),
                    NONE,
                    "pulsed and measured: deviation of the end of a pulse train, a share of the range for each square root of a pulse"),
            new Key(SECTION + "labelVariation", DEVIATION, "0", "pulsed: deviation of the labels from cell to cell"),
            new Key(
                    SECTION + "rangeVariation",
                    DEVIATION,
                    "0",
                    "pulsed and measured: deviation of the ends of the range from cell to cell, a share of them"),
            new Key(STUCK_ON, SHARE, "0", "share of cells stuck at the upper end of the range"),
            new Key(SECTION + "stuckOff", SHARE, "0", "share of cells stuck at the lower end of the range"),
            new Key(SECTION + "stuckAt", SHARE, "0", "share of cells stuck at stuckValue"),
            new Key(
                    SECTION + "stuckValue",
                    ValueType.decimal(-1, 1),
                    "0",
                    "where cells of the share stuckAt are stuck, in units of the range"),
            new Key(
                    SECTION + "writeNoise",
                    DEVIATION,
                    "0",
                    "deviation of a factor on every requested change, weights that are loaded included"),
            new Key(
                    SECTION + "gainMismatch",
                    DEVIATION,
                    "0",
                    "deviation of the cells' gains when they are read, drawn once"),
            new Key(
                    SECTION + "offsetMismatch",
                    DEVIATION,
                    "0",
                    "deviation of the cells' offsets when they are read, drawn once, in units of 1/sqrt(inputs)"),
            new Key(
                    SECTION + "readNoise",
                    DEVIATION,
                    "0",
                    "deviation of a cell's weight at every read, transposed ones included, a share of the range"));

    private DeviceSettings() {}

    static DeviceParameters parameters(Settings settings, long seed) {
        Devices device = Devices.named(settings.word(SECTION + "kind"));
        CellScheme scheme = SchemeSettings.scheme(settings);
        return new DeviceParameters(
                device,
                decimal(settings, "range"),
                device == Devices.QUANTIZED ? states(settings, "states") : 2,
                Rounding.valueOf(settings.word(SECTION + "rounding").toUpperCase(Locale.ROOT)),
                switch (device) {
                    case PULSED -> pulsing(settings);
                    case MEASURED -> measured(settings, scheme.curve());
                    case IDEAL, QUANTIZED -> DeviceParameters.IDEAL.pulsing();
                },
                defects(settings),
                seed,
                scheme);
    }

    /** The pulses of the curve's branches, and no labels. */
    private static Pulsing measured(Settings settings, MeasuredCurve curve) {
        return new Pulsing(
                MeasuredCurve.pulses(curve.potentiation()),
                MeasuredCurve.pulses(curve.depression()),
                0f,
                0f,
                settings.isWord(SECTION + "cycleNoise", NONE) ? 0f : decimal(settings, "cycleNoise"),
                0f,
                decimal(settings, "rangeVariation"));
    }

    private static Pulsing pulsing(Settings settings) {
        return new Pulsing(
                states(settings, "potentiationStates"),
                states(settings, "depressionStates"),
                needed(settings, "potentiationLabel"),
                needed(settings, "depressionLabel"),
                needed(settings, "cycleNoise"),
                decimal(settings, "labelVariation"),
                decimal(settings, "rangeVariation"));
    }

    private static Defects defects(Settings settings) {
        Defects.Stuck stuck = new Defects.Stuck(
                decimal(settings, "stuckOn"),
                decimal(settings, "stuckOff"),
                decimal(settings, "stuckAt"),
                decimal(settings, "stuckValue"));
        if (stuck.on() + stuck.off() + stuck.atValue() > 1f) {
            throw settings.complaint(STUCK_ON, "shares stuckOn, stuckOff and stuckAt of 1 at most together");
        }
        return new Defects(
                stuck,
                decimal(settings, "writeNoise"),
                decimal(settings, "gainMismatch"),
                decimal(settings, "offsetMismatch"),
                WearSettings.wearOut(settings));
    }

    private static float decimal(Settings settings, String key) {
        return (float) settings.decimal(SECTION + key);
    }

    private static int states(Settings settings, String key) {
        check(settings, key);
        return settings.integer(SECTION + key);
    }

    private static float needed(Settings settings, String key) {
        check(settings, key);
        return decimal(settings, key);
    }

    private static void check(Settings settings, String key) {
        if (settings.isWord(SECTION + key, NONE)) {
            throw settings.complaint(
                    SECTION + key, "a number, which device " + settings.word(SECTION + "kind") + " needs");
        }
    }
}
