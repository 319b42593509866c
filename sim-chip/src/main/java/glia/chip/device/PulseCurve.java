package glia.chip.device;

/** Where pulses take a cell. */
interface PulseCurve {
    /** The lower end of the cell's range. */
    float low();

    /** The upper end of the cell's range. */
    float high();

    /** What a cell that stored a value stores after a train of pulses, without noise; below 0 they lower it. */
    float after(float stored, int train);
}
