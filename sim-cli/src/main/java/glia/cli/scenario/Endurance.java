package glia.cli.scenario;

import glia.chip.build.Figure;
import glia.chip.build.Grade;
import glia.core.config.InputException;
import glia.core.config.Written;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How often a cell of a device can be written, as published.
 *
 * @param device its name
 * @param figures write cycles; a level that nobody published is missing
 */
public record Endurance(String device, Map<Level, Figure> figures) {
    /** Which cell of the device, or whose. */
    public enum Level {
        /** The worst one. */
        PESSIMISTIC,
        /** A usual one. */
        TYPICAL,
        /** The best one. */
        OPTIMISTIC,
        /** Incremental switching by weak pulses, where every small pulse counts. */
        WEAK_PULSES;

        /** The name for people. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        /** The fact's name in a preset. */
        String fact() {
            return this == WEAK_PULSES ? "weakPulseEndurance" : "endurance." + label();
        }
    }

    private static final BigDecimal MOST = BigDecimal.TEN.pow(30);

    /** A device of which nothing is known. */
    static Endurance unknown(String device) {
        return new Endurance(device, Map.of());
    }

    /** The endurance of a shipped device or of a YAML file. */
    public static Endurance of(String nameOrPath) {
        return of(nameOrPath, DevicePresets.read(nameOrPath, Path.of("")));
    }

    /** The endurance among a preset's facts. */
    static Endurance of(String device, Map<String, Written> preset) {
        Map<Level, Figure> figures = new EnumMap<>(Level.class);
        for (Level level : Level.values()) {
            figure(preset, "facts." + level.fact()).ifPresent(figure -> figures.put(level, figure));
        }
        BigDecimal below = BigDecimal.ZERO;
        for (Level level : new Level[] {Level.PESSIMISTIC, Level.TYPICAL, Level.OPTIMISTIC}) {
            Figure figure = figures.get(level);
            if (figure != null) {
                if (figure.value().compareTo(below) < 0) {
                    throw complaint(preset, "facts." + level.fact() + ".value", "at least " + below.toPlainString());
                }
                below = figure.value();
            }
        }
        return new Endurance(device, figures);
    }

    private static Optional<Figure> figure(Map<String, Written> preset, String fact) {
        Written value = preset.get(fact + ".value");
        if (value == null) {
            return Optional.empty();
        }
        return Optional.of(new Figure(
                number(preset, fact + ".value", value),
                String.valueOf(preset.get(fact + ".source")),
                Grade.valueOf(String.valueOf(preset.get(fact + ".grade")).toUpperCase(Locale.ROOT))));
    }

    private static BigDecimal number(Map<String, Written> preset, String key, Written value) {
        try {
            BigDecimal number = new BigDecimal(value.toString());
            if (Math.abs((long) number.scale()) <= 30
                    && number.compareTo(BigDecimal.ONE) >= 0
                    && number.compareTo(MOST) <= 0) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw complaint(preset, key, "a number of write cycles from 1 to 1e30");
        }
        throw complaint(preset, key, "a number of write cycles from 1 to 1e30");
    }

    private static InputException complaint(Map<String, Written> preset, String key, String expected) {
        Written value = preset.get(key);
        if (value == null) {
            throw new IllegalStateException(key + " is not there");
        }
        return new InputException(value.position(), key + " is " + value + "; expected " + expected);
    }
}
