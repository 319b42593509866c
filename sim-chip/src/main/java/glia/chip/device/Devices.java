package glia.chip.device;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** The devices by name. A new one is one file and one line here. */
public enum Devices {
    /** Stores what it is asked to. */
    IDEAL("ideal", IdealDevice::new);

    private final String label;
    private final Supplier<SynapticDevice> factory;

    Devices(String label, Supplier<SynapticDevice> factory) {
        this.label = label;
        this.factory = factory;
    }

    /** The names in order. */
    public static List<String> names() {
        return Arrays.stream(values()).map(device -> device.label).toList();
    }

    /** The device of a name out of {@link #names}. */
    public static SynapticDevice named(String name) {
        return Arrays.stream(values())
                .filter(device -> device.label.equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("there is no device " + name + "; there are " + names()))
                .factory
                .get();
    }
}
