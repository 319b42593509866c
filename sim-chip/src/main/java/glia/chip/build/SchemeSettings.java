package glia.chip.build;

import glia.chip.device.CellScheme;
import glia.chip.device.Drift;
import glia.chip.device.MeasuredCurve;
import glia.chip.device.PulseProgramming;
import glia.core.config.Dimension;
import glia.core.config.Key;
import glia.core.config.Settings;
import glia.core.config.ValueType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The keys of a scenario that say how cells are used, and how a scheme is made of them. */
final class SchemeSettings {
    private static final String SECTION = "chip.device.";
    private static final String NONE = "none";
    private static final String VERIFIED = "write-verify";
    private static final String PAIR = "pair";
    private static final String CURVE = SECTION + "curve";
    private static final String POTENTIATION = SECTION + "potentiationCurve";
    private static final String DEPRESSION = SECTION + "depressionCurve";
    private static final String SIGNED = SECTION + "signed";
    private static final int MOST_PULSES = 65_536;
    private static final ValueType UP = ValueType.or(NONE, points(1, "rising"));
    private static final ValueType DOWN = ValueType.or(NONE, points(-1, "falling"));

    /** The keys in order. */
    static final List<Key> KEYS = List.of(
            new Key(
                            CURVE,
                            ValueType.text("a CSV file, or none"),
                            NONE,
                            "measured: a CSV file with columns branch (potentiation or depression), pulse and conductance, which gives"
                                    + " potentiationCurve and depressionCurve")
                    .costOnly(),
            new Key(POTENTIATION, UP, NONE, "measured: conductance against pulse number going up"),
            new Key(DEPRESSION, DOWN, NONE, "measured: conductance against pulse number going down"),
            new Key(
                    SECTION + "programming",
                    ValueType.choice(List.of("pulse-train", VERIFIED)),
                    "pulse-train",
                    "whether a change takes one blind train, or trains with a read of the cell before and after each"),
            new Key(
                    SECTION + "tolerance",
                    ValueType.decimal(0, 1),
                    "0.01",
                    "write-verify: a change is done when it misses by this share of the range at most"),
            new Key(
                    SECTION + "attempts",
                    ValueType.whole(1, 1000),
                    "10",
                    "write-verify: trains a change takes at most"),
            new Key(
                    SIGNED,
                    ValueType.choice(List.of("reference", PAIR)),
                    "reference",
                    "how a weight gets its sign: one cell beside a reference in the middle of the range, or the difference of"
                            + " two cells"),
            new Key(
                    SECTION + "drift",
                    ValueType.choice(List.of(NONE, "power", "exponential")),
                    NONE,
                    "what conductances decay by after a write: (t/driftStart)^-driftExponent, or e^(-t/driftTime)"),
            new Key(SECTION + "driftExponent", ValueType.decimal(0, 10), "0.05", "power: the exponent ν"),
            new Key(SECTION + "driftStart", time(), "20 s", "power: until then nothing drifts"),
            new Key(SECTION + "driftTime", time(), "1 s", "exponential: the time constant"),
            new Key(
                    SECTION + "sampleTime",
                    time(),
                    "10 us",
                    "what a training sample counts as where conductances drift, so that no weight depends on the clock"));

    private SchemeSettings() {}

    private static ValueType time() {
        return ValueType.quantity(Dimension.TIME, "1 ps", "1000000000 s");
    }

    private static ValueType points(int sign, String way) {
        String expected = "a list of at least 2 points \"pulse conductance\", pulses rising and conductances " + way;
        return new ValueType(expected, true, items -> {
            List<MeasuredCurve.Point> points = new ArrayList<>();
            for (String item : items) {
                MeasuredCurve.Point point = point(item, expected);
                MeasuredCurve.Point before = points.isEmpty() ? point : points.get(points.size() - 1);
                boolean again = !points.isEmpty() && point.pulse() <= before.pulse();
                if (again || sign * (point.conductance() - before.conductance()) < 0) {
                    throw new IllegalArgumentException(expected);
                }
                points.add(point);
            }
            if (points.size() < 2
                    || points.get(0).conductance()
                            == points.get(points.size() - 1).conductance()
                    || MeasuredCurve.pulses(points) > MOST_PULSES) {
                throw new IllegalArgumentException(expected);
            }
            return List.copyOf(points);
        });
    }

    private static MeasuredCurve.Point point(String item, String expected) {
        String[] parts = item.trim().split(" +");
        try {
            float conductance = new BigDecimal(parts[parts.length - 1]).floatValue();
            if (parts.length == 2 && Float.isFinite(conductance)) {
                return new MeasuredCurve.Point(new BigDecimal(parts[0]).intValueExact(), conductance);
            }
        } catch (NumberFormatException | ArithmeticException notANumber) {
            throw new IllegalArgumentException(expected, notANumber);
        }
        throw new IllegalArgumentException(expected);
    }

    static CellScheme scheme(Settings settings) {
        boolean pairs = settings.isWord(SIGNED, PAIR);
        if (pairs && settings.isWord(SECTION + "kind", "ideal")) {
            throw settings.complaint(SIGNED, "reference, since an ideal cell has no range to pair");
        }
        return new CellScheme(curve(settings), programming(settings), pairs, drift(settings));
    }

    private static MeasuredCurve curve(Settings settings) {
        if (!settings.isWord(SECTION + "kind", "measured")) {
            return MeasuredCurve.NONE;
        }
        for (String branch : List.of(POTENTIATION, DEPRESSION)) {
            if (settings.isWord(branch, NONE)) {
                throw settings.complaint(branch, "points or a curve, which device measured needs");
            }
        }
        return new MeasuredCurve(
                settings.list(POTENTIATION, MeasuredCurve.Point.class),
                settings.list(DEPRESSION, MeasuredCurve.Point.class));
    }

    private static PulseProgramming programming(Settings settings) {
        return settings.isWord(SECTION + "programming", VERIFIED)
                ? new PulseProgramming(
                        (float) settings.decimal(SECTION + "tolerance"), settings.integer(SECTION + "attempts"), (float)
                                settings.decimal(SECTION + "readNoise"))
                : PulseProgramming.BLIND;
    }

    private static Drift drift(Settings settings) {
        Drift.Form form = Drift.Form.valueOf(settings.word(SECTION + "drift").toUpperCase(Locale.ROOT));
        if (form == Drift.Form.NONE) {
            return Drift.NONE;
        }
        double sample = settings.quantity(SECTION + "sampleTime").doubleValue();
        return new Drift(
                form,
                settings.decimal(SECTION + "driftExponent"),
                settings.quantity(SECTION + "driftStart").doubleValue() / sample,
                settings.quantity(SECTION + "driftTime").doubleValue() / sample);
    }
}
