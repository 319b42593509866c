package glia.chip.interconnect;

import glia.core.account.ActionTiming;
import glia.core.account.Resource;
import glia.core.event.Simulation;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** The interconnects by name. A new one is one file and one line here. */
public enum Interconnects {
    /** A private wire for every pair of ports. */
    POINT_TO_POINT("point-to-point", parts -> new PointToPoint(parts.simulation, parts.wires, parts.timings.apply(1))),
    /** One bus for all; a message holds it for all its beats. */
    SHARED_BUS("shared-bus", parts -> parts.network(new BusTopology(parts.width, parts.height), Integer.MAX_VALUE)),
    /** A tree of links. */
    H_TREE("h-tree", parts -> parts.network(new TreeTopology(parts.width, parts.height), parts.flow.packetBeats())),
    /** A mesh of links. */
    MESH("mesh", parts -> parts.network(new MeshTopology(parts.width, parts.height), parts.flow.packetBeats()));

    private final String label;
    private final Function<Parts, Interconnect> factory;

    Interconnects(String label, Function<Parts, Interconnect> factory) {
        this.label = label;
        this.factory = factory;
    }

    /**
     * What interconnects are made of.
     *
     * @param simulation they are part of
     * @param wires hands out the hardware of a wire, all counted in one account
     * @param timings of a word on a link of some steps of the grid
     * @param width of the floorplan's grid
     * @param height of it
     * @param flow how routers work
     */
    public record Parts(
            Simulation simulation,
            Supplier<Resource> wires,
            IntFunction<ActionTiming> timings,
            int width,
            int height,
            Network.Flow flow) {
        private Network network(Topology topology, int packetBeats) {
            Network.Flow of = new Network.Flow(flow.arbiter(), packetBeats, flow.buffers(), flow.multicast());
            return new Network(simulation, topology, wires.get(), timings, of);
        }
    }

    /** The names in order. */
    public static List<String> names() {
        return Arrays.stream(values()).map(interconnect -> interconnect.label).toList();
    }

    /** Makes the interconnect of a name out of {@link #names}. */
    public static Interconnect create(String name, Parts parts) {
        return Arrays.stream(values())
                .filter(interconnect -> interconnect.label.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no interconnect " + name + "; there are " + names()))
                .factory
                .apply(parts);
    }
}
