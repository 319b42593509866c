package glia.cli.endurance;

import glia.chip.device.DeviceParameters;
import glia.chip.device.Devices;

/**
 * Which share of a cell's range a pulse stands for: 1 / states of its direction where cells move along a curve by pulses, and all of
 * it where one pulse writes whatever is asked. A full write cycle takes a cell up its whole range and down again.
 *
 * @param raising pulses up the whole range
 * @param lowering pulses down the whole range
 */
public record PulseStrength(int raising, int lowering) {
    /** The strength of a device's pulses. */
    public static PulseStrength of(DeviceParameters device) {
        return device.device() == Devices.PULSED
                ? new PulseStrength(
                        device.pulsing().potentiationStates(), device.pulsing().depressionStates())
                : new PulseStrength(1, 1);
    }

    /** Pulses as whole numbers of parts of a full cycle; see {@link #cycles}. */
    public long parts(int raisingPulses, int loweringPulses) {
        return (long) raisingPulses * lowering + (long) loweringPulses * raising;
    }

    /** Full write cycles that some parts make. */
    public double cycles(double parts) {
        return parts / (2.0 * raising * lowering);
    }

    /** What is assumed, in a sentence. */
    public String assumption() {
        return raising == 1 && lowering == 1
                ? "a pulse writes whatever is asked and counts as the whole range, two as a full write cycle (assumed)"
                : "a pulse counts as its share of the range, 1/" + raising + " up and 1/" + lowering
                        + " down; a full write cycle is once up and once down (assumed)";
    }
}
