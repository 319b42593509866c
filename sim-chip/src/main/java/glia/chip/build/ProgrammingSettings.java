package glia.chip.build;

import glia.chip.device.ElementParameters;
import glia.chip.device.Programming;
import glia.core.config.Key;
import glia.core.config.Settings;
import glia.core.config.ValueType;
import java.util.List;
import java.util.Locale;

/** The keys of a scenario that describe how synapses are perturbed and written, and how their numbers are made of them. */
final class ProgrammingSettings {
    private static final String SEPARATE = "separate";
    private static final String NONE = "none";
    private static final String KIND = "chip.element.kind";
    private static final String RESTORE = "chip.element.restore";
    private static final String BITS = "chip.element.bits";
    private static final String FULL_SCALE = "chip.element.fullScale";
    private static final String MISMATCH = "chip.element.mismatch";
    private static final String MODE = "chip.write.mode";
    private static final String SLOT = "chip.write.slot";
    private static final String SKIP_IDLE_ROWS = "chip.skipIdleRows";

    /** The keys in order. */
    static final List<Key> KEYS = List.of(
            new Key(
                    KIND,
                    ValueType.choice(List.of(SEPARATE, "in-place")),
                    SEPARATE,
                    "what perturbs a synapse: a volatile element beside its cell, or the cell itself, rewritten before and after"
                            + " each perturbed pass"),
            new Key(
                    RESTORE,
                    ValueType.choice(List.of(SEPARATE, "merged")),
                    SEPARATE,
                    "in place: whether the restore before a commit is a write of its own, or one with the commit"),
            new Key(
                    BITS,
                    ValueType.or(NONE, ValueType.whole(2, 16)),
                    NONE,
                    "separate: bits of an element's amplitude, sign included; none for any amplitude"),
            new Key(
                    FULL_SCALE,
                    ValueType.or(NONE, ValueType.decimal(1e-9, 1000)),
                    NONE,
                    "separate: the largest amplitude of an element with bits, a weight (as learning.epsilon is)"),
            new Key(MISMATCH, ValueType.decimal(0, 10), "0", "separate: deviation of the elements' gains, drawn once"),
            new Key(
                            MODE,
                            ValueType.choice(Programming.Mode.names()),
                            "row",
                            "which cells of a tile are written at once: a row, a column, one cell, or all; a write phase has a slot for each")
                    .costOnly(),
            new Key(
                            SLOT,
                            ValueType.choice(Programming.Slot.names()),
                            "one-pulse",
                            "how many times the technology's WRITE_ROW a slot is: once, whatever train a cell takes; once for each pulse of the"
                                    + " device's longest train; or of the longest train in the slot, and cycles then depend on data")
                    .costOnly(),
            new Key(
                            "chip.write.prices",
                            ValueType.choice(List.of("device", "technology")),
                            "device",
                            "whose time and energy WRITE_ROW and WRITE_SYNAPSE have: those of chip.device.preset if it brings them, else of the"
                                    + " technology")
                    .costOnly());

    private ProgrammingSettings() {}

    /** The numbers; {@code seed} decides what differs from element to element. */
    static Programming programming(Settings settings, long seed) {
        Programming.Mode mode = Programming.Mode.valueOf(settings.word(MODE).toUpperCase(Locale.ROOT));
        if (settings.flag(SKIP_IDLE_ROWS) && mode != Programming.Mode.ROW) {
            throw settings.complaint(SKIP_IDLE_ROWS, "false, since " + MODE + " is " + mode.label());
        }
        return new Programming(
                element(settings, seed),
                mode,
                Programming.Slot.valueOf(settings.word(SLOT).replace('-', '_').toUpperCase(Locale.ROOT)));
    }

    private static ElementParameters element(Settings settings, long seed) {
        boolean inPlace = !settings.word(KIND).equals(SEPARATE);
        boolean merged = !settings.word(RESTORE).equals(SEPARATE);
        boolean bits = !settings.isWord(BITS, NONE);
        boolean scaled = !settings.isWord(FULL_SCALE, NONE);
        if (merged && !inPlace) {
            throw settings.complaint(RESTORE, "separate, since " + KIND + " is separate: no cell is restored");
        }
        if (inPlace && (bits || scaled || settings.decimal(MISMATCH) != 0)) {
            throw settings.complaint(
                    KIND, "separate, since " + BITS + ", fullScale and mismatch are those of separate elements");
        }
        if (bits != scaled) {
            throw bits
                    ? settings.complaint(FULL_SCALE, "a weight, since " + BITS + " is " + settings.integer(BITS))
                    : settings.complaint(FULL_SCALE, "none, since " + BITS + " is none");
        }
        return new ElementParameters(
                inPlace,
                merged,
                bits ? settings.integer(BITS) : 0,
                scaled ? (float) settings.decimal(FULL_SCALE) : 0f,
                (float) settings.decimal(MISMATCH),
                seed);
    }
}
