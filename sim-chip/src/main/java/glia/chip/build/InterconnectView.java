package glia.chip.build;

import glia.chip.interconnect.Interconnect;
import glia.chip.interconnect.Network;
import glia.chip.interconnect.Topology;
import glia.chip.interconnect.Traffic;
import java.util.Optional;

/** The interconnect of a chip, for a reader: where blocks stand, what joins them, and what went over it. */
public final class InterconnectView {
    private final Placement placement;
    private final Interconnect interconnect;
    private final Hardware hardware;
    private final StepRecorder steps;

    InterconnectView(Placement placement, Interconnect interconnect, Hardware hardware, StepRecorder steps) {
        this.placement = placement;
        this.interconnect = interconnect;
        this.hardware = hardware;
        this.steps = steps;
    }

    /** Where the blocks stand. */
    public Placement placement() {
        return placement;
    }

    /** Routers and links, where messages share them. */
    public Optional<Topology> topology() {
        return interconnect.network().map(Network::topology);
    }

    /** Wires, or links where messages share them. */
    public int wires() {
        return topology().map(each -> each.links().size()).orElse(hardware.wires());
    }

    /** What went over shared links so far, if there are any; brings it up to date. */
    public Optional<Traffic> traffic() {
        return steps.traffic();
    }
}
