package glia.chip.device;

import glia.core.random.RandomStream;
import java.util.Arrays;
import java.util.List;

/** The devices by name. A new one is one file and one line here. */
public enum Devices {
    /** Stores what it is asked to. */
    IDEAL("ideal", (parameters, range, cells, draws) -> new IdealDevice()),
    /** Stores one of some equally spaced states. */
    QUANTIZED(
            "quantized",
            (parameters, range, cells, draws) ->
                    new QuantizedDevice(range, parameters.states(), parameters.rounding())),
    /** Moves along a curve by pulses. */
    PULSED(
            "pulsed",
            (parameters, range, cells, draws) -> new PulsedDevice(
                    parameters.pulsing(), parameters.rounding(), range, cells, draws, ExponentialCurve::of)),
    /** Moves along a measured curve by pulses. */
    MEASURED("measured", (parameters, range, cells, draws) -> {
        InterpolatedCurve.Branch[] branches =
                InterpolatedCurve.branches(parameters.scheme().curve());
        return new PulsedDevice(
                parameters.pulsing(),
                parameters.rounding(),
                range,
                cells,
                draws,
                (low, high, pulsing, up, down) -> new InterpolatedCurve(low, high, branches[0], branches[1]));
    });

    /** Makes the cells of a layer. */
    interface Factory {
        /**
         * Makes a device.
         *
         * @param range the layer's range, a weight
         * @param cells number of cells
         * @param draws the draws of cells
         */
        SynapticDevice create(DeviceParameters parameters, float range, int cells, RandomStream draws);
    }

    private final String label;
    private final Factory factory;

    Devices(String label, Factory factory) {
        this.label = label;
        this.factory = factory;
    }

    /** The names in order. */
    public static List<String> names() {
        return Arrays.stream(values()).map(device -> device.label).toList();
    }

    /** The device of a name out of {@link #names}. */
    public static Devices named(String name) {
        return Arrays.stream(values())
                .filter(device -> device.label.equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("there is no device " + name + "; there are " + names()));
    }

    /**
     * The cells of a layer, with their defects.
     *
     * @param cells how many
     */
    SynapticDevice create(DeviceParameters parameters, int inputs, int cells, RandomStream draws) {
        float range = parameters.rangeOf(inputs);
        Defects defects = parameters.defects();
        SynapticDevice device = factory.create(parameters, range, cells, draws);
        if (defects.writeNoise() != 0f) {
            device = new WriteNoise(device, defects.writeNoise());
        }
        if (!defects.stuck().equals(Defects.Stuck.NONE)) {
            device = new StuckCells(device, defects.stuck(), range, cells, draws);
        }
        if (defects.gainMismatch() != 0f || defects.offsetMismatch() != 0f) {
            float offsets = defects.offsetMismatch() / (float) StrictMath.sqrt(inputs);
            device = new Mismatch(device, defects.gainMismatch(), offsets, cells, draws);
        }
        if (defects.wearOut().isOn()) {
            device = new WornCells(device, defects.wearOut(), range, cells, draws);
        }
        if (parameters.scheme().programming().attempts() > 0) {
            float limit = this == IDEAL ? Float.MAX_VALUE : range;
            device = new VerifiedWrites(device, parameters.scheme().programming(), range, limit);
        }
        return device;
    }
}
