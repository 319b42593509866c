package glia.chip.build;

/** How sure a figure is. */
public enum Grade {
    /** Measured on silicon or a device, as published. */
    MEASURED,
    /** From a circuit or device simulation, as published. */
    SIMULATED,
    /** Derived or scaled from published figures. */
    ESTIMATED,
    /** Chosen for want of a published figure. */
    ASSUMED
}
