package glia.chip.build;

import glia.chip.device.WearOut;
import glia.core.config.Key;
import glia.core.config.Settings;
import glia.core.config.ValueType;
import java.util.List;
import java.util.Locale;

/** The keys of a scenario that describe how cells wear out during the run. */
final class WearSettings {
    private static final String NONE = "none";
    private static final String ENDURANCE = "chip.device.endurance";
    private static final String SPREAD = "chip.device.enduranceSpread";
    private static final String WORN_AT = "chip.device.wornAt";

    /** The keys in order. */
    static final List<Key> KEYS = List.of(
            new Key(
                    ENDURANCE,
                    ValueType.or(NONE, ValueType.decimal(1, 1e18)),
                    NONE,
                    "pulses that the median cell takes until it is worn out and stuck, while training goes on"),
            new Key(
                    SPREAD,
                    ValueType.decimal(0, 10),
                    "0",
                    "deviation of the natural logarithm of the endurance from cell to cell"),
            new Key(
                    WORN_AT,
                    ValueType.choice(List.of("on", "off", "last")),
                    "last",
                    "where worn cells are stuck: at the upper or lower end of the range, or where the last write left them"));

    private WearSettings() {}

    static WearOut wearOut(Settings settings) {
        if (settings.isWord(ENDURANCE, NONE)) {
            return WearOut.NONE;
        }
        return new WearOut(
                settings.decimal(ENDURANCE),
                (float) settings.decimal(SPREAD),
                WearOut.End.valueOf(settings.word(WORN_AT).toUpperCase(Locale.ROOT)));
    }
}
