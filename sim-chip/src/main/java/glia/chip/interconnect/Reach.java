package glia.chip.interconnect;

import glia.chip.ChipAction;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/**
 * What bringing one word to every block takes.
 *
 * @param action that counts it
 * @param times how often
 * @param depth stages, each of the action's latency, that it passes on its way to the farthest block
 */
public record Reach(ChipAction action, long times, int depth) {
    /** The media by name. */
    public enum Medium {
        /** One bus past all blocks. */
        BUS("bus"),
        /** An H-tree over the floorplan, apart from the interconnect's. */
        TREE("tree"),
        /** A mesh over the floorplan, apart from the interconnect's. */
        MESH("mesh");

        private final String label;

        Medium(String label) {
            this.label = label;
        }

        /** The name. */
        public String label() {
            return label;
        }

        /** The names in order. */
        public static List<String> names() {
            return Arrays.stream(values()).map(Medium::label).toList();
        }

        /** The medium of a name out of {@link #names}. */
        public static Medium named(String name) {
            return Arrays.stream(values())
                    .filter(medium -> medium.label.equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no medium " + name + "; there are " + names()));
        }
    }

    /** A bus to some listeners: each word counts once for each. */
    public static Reach ofBus(long listeners, int depth) {
        return new Reach(ChipAction.BROADCAST_WORD, listeners, depth);
    }

    /**
     * Links over which a word spreads from its sender along the routes to all places, crossing none twice; each step of a link is a
     * hop. Nearer blocks hold the word until the farthest has it, so that all hear it in one cycle. Of several senders, that whose
     * word takes most counts.
     */
    public static Reach ofLinks(Topology topology, Collection<Place> senders, Collection<Place> places) {
        long hops = 0;
        int depth = 1;
        for (Place sender : senders) {
            BitSet crossed = new BitSet();
            for (Place place : places) {
                depth = Math.max(depth, cross(topology, sender, place, crossed));
            }
            hops = Math.max(
                    hops,
                    crossed.stream()
                            .mapToLong(link -> topology.links().get(link).length())
                            .sum());
        }
        return new Reach(ChipAction.HOP_WORD, Math.max(1, hops), depth);
    }

    /** Notes the links from one place to another; answers their length. */
    private static int cross(Topology topology, Place from, Place to, BitSet crossed) {
        int length = 0;
        int end = topology.exit(to);
        for (int router = topology.entry(from); router != end; ) {
            int next = topology.next(router, end);
            Topology.Link link = topology.links().get(next);
            crossed.set(next);
            length += link.length();
            router = link.to();
        }
        return length;
    }
}
