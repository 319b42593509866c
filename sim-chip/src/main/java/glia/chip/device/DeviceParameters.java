package glia.chip.device;

/**
 * The numbers of a synaptic device, the same for the cells on the chip and for their reference.
 *
 * @param device which device
 * @param range k: a layer's cells reach from -k/sqrt(inputs) to k/sqrt(inputs)
 * @param states equally spaced states of a quantized cell
 * @param rounding how requested changes become whole steps or pulses
 * @param pulsing how pulsed cells answer to pulses
 * @param defects what is wrong with cells of any device
 * @param seed decides all draws
 * @param scheme how the cells are used
 */
public record DeviceParameters(
        Devices device,
        float range,
        int states,
        Rounding rounding,
        Pulsing pulsing,
        Defects defects,
        long seed,
        CellScheme scheme) {
    /** Ideal cells without defects. */
    public static final DeviceParameters IDEAL = new DeviceParameters(
            Devices.IDEAL, 4f, 2, Rounding.NEAREST, new Pulsing(1, 1, 0f, 0f, 0f, 0f, 0f), Defects.NONE, 0);

    /** Cells in the plain scheme. */
    public DeviceParameters(
            Devices device, float range, int states, Rounding rounding, Pulsing pulsing, Defects defects, long seed) {
        this(device, range, states, rounding, pulsing, defects, seed, CellScheme.PLAIN);
    }

    /** The same cells in another scheme. */
    public DeviceParameters with(CellScheme other) {
        return new DeviceParameters(device, range, states, rounding, pulsing, defects, seed, other);
    }

    /** Whether cells store the sum of what they stored and what they are asked, one pulse a write. */
    public boolean storesSums() {
        return device == Devices.IDEAL && defects.equals(Defects.NONE) && scheme.equals(CellScheme.PLAIN);
    }

    /** Pulses of the longest train that a write applies to a cell. */
    public int longestTrain() {
        return device == Devices.PULSED ? Math.max(pulsing.potentiationStates(), pulsing.depressionStates()) : 1;
    }

    /** The range of a layer with some inputs, a weight. */
    public float rangeOf(int inputs) {
        return range / (float) StrictMath.sqrt(inputs);
    }
}
