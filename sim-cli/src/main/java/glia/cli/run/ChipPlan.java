package glia.cli.run;

import glia.chip.build.Chip;
import glia.chip.build.Floorplan;
import glia.chip.build.NetworkShape;
import glia.chip.build.Placement;
import glia.chip.interconnect.Reach;
import glia.chip.interconnect.Topology;
import glia.cli.scenario.Scenario;
import java.util.Optional;

/**
 * What stands where on a chip, without the chip.
 *
 * @param shape the network
 * @param floorplan which tile holds what
 * @param placement where each block stands
 * @param kind of interconnect
 * @param topology its routers and links, where messages share them
 * @param wires how many wires or links there are
 * @param bits width of each
 * @param broadcast what brings control words and the cost change to all
 */
public record ChipPlan(
        NetworkShape shape,
        Floorplan floorplan,
        Placement placement,
        String kind,
        Optional<Topology> topology,
        int wires,
        int bits,
        Reach.Medium broadcast) {
    /** The plan of a scenario's chip. */
    public static ChipPlan of(Scenario scenario, Chip chip) {
        return new ChipPlan(
                chip.shape(),
                chip.floorplan(),
                chip.interconnect().placement(),
                scenario.chipConfig().wires().kind(),
                chip.interconnect().topology(),
                chip.interconnect().wires(),
                scenario.chipConfig().wires().bits(),
                scenario.chipConfig().bus().medium());
    }
}
