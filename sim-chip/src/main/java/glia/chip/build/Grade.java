package glia.chip.build;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How sure a figure is. */
public enum Grade {
    /** Measured on silicon or a device, as published. */
    MEASURED,
    /** From a circuit or device simulation, as published. */
    SIMULATED,
    /** Derived or scaled from published figures. */
    ESTIMATED,
    /** Chosen for want of a published figure. */
    ASSUMED;

    /** The name in technology tables and device presets. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The names in order. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(Grade::label).toList();
    }
}
