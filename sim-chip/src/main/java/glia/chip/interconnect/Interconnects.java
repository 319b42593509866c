package glia.chip.interconnect;

import glia.core.account.Resource;
import glia.core.event.Simulation;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** The interconnects by name. A new one is one file and one line here. */
public enum Interconnects {
    /** A private wire for every pair of ports. */
    POINT_TO_POINT("point-to-point", PointToPoint::new);

    private final String label;
    private final BiFunction<Simulation, Supplier<Resource>, Interconnect> factory;

    Interconnects(String label, BiFunction<Simulation, Supplier<Resource>, Interconnect> factory) {
        this.label = label;
        this.factory = factory;
    }

    /** The names in order. */
    public static List<String> names() {
        return Arrays.stream(values()).map(interconnect -> interconnect.label).toList();
    }

    /** Makes the interconnect of a name out of {@link #names}. */
    public static Interconnect create(String name, Simulation simulation, Supplier<Resource> wires) {
        return Arrays.stream(values())
                .filter(interconnect -> interconnect.label.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no interconnect " + name + "; there are " + names()))
                .factory
                .apply(simulation, wires);
    }
}
