package glia.chip.interconnect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import glia.chip.ChipAction;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReachTest {
    private static List<Place> places(int width, int height) {
        List<Place> places = new ArrayList<>();
        for (int cell = 0; cell < width * height; cell++) {
            places.add(new Place(cell % width, cell / width));
        }
        return places;
    }

    @Test
    void aBusCountsForEveryListener() {
        assertEquals(new Reach(ChipAction.BROADCAST_WORD, 7, 3), Reach.ofBus(7, 3));
    }

    /** From a corner of 3 x 4 each of the other eleven routers is entered once; the farthest is 2 + 3 links away. */
    @Test
    void aFloodOverAMeshEntersEveryRouterOnce() {
        Topology mesh = new MeshTopology(3, 4);
        assertEquals(
                new Reach(ChipAction.HOP_WORD, 11, 5), Reach.ofLinks(mesh, List.of(new Place(2, 3)), places(3, 4)));
        assertEquals(
                new Reach(ChipAction.HOP_WORD, 11, 3), Reach.ofLinks(mesh, List.of(new Place(1, 1)), places(3, 4)));
    }

    @Test
    void ofTwoSendersTheFartherCounts() {
        List<Place> senders = List.of(new Place(1, 1), new Place(0, 0));
        assertEquals(
                new Reach(ChipAction.HOP_WORD, 11, 5), Reach.ofLinks(new MeshTopology(3, 4), senders, places(3, 4)));
    }

    /**
     * Over 8 x 8 the tree has links of 2, 2, 1, 1, 1 and 1 steps from the root to a leaf: up all of them and down again. Down go 2 + 4
     * links of two steps, 8 + 16 + 32 + 64 of one, less the way up, whose parts need not go down again.
     */
    @Test
    void aTreeClimbsToItsRootAndReachesEveryLeaf() {
        assertEquals(
                new Reach(ChipAction.HOP_WORD, 8 + (6 * 2 + 120 - 8), 16),
                Reach.ofLinks(new TreeTopology(8, 8), List.of(new Place(0, 0)), places(8, 8)));
    }

    @Test
    void aWordThatNobodyElseHearsTakesAStageAllTheSame() {
        assertEquals(
                new Reach(ChipAction.HOP_WORD, 1, 1),
                Reach.ofLinks(new MeshTopology(1, 1), List.of(new Place(0, 0)), places(1, 1)));
    }

    @Test
    void mediaAreFoundByName() {
        assertEquals(List.of("bus", "tree", "mesh"), Reach.Medium.names());
        assertEquals(Reach.Medium.TREE, Reach.Medium.named("tree"));
        assertEquals(
                "no medium ring; there are [bus, tree, mesh]",
                assertThrows(IllegalArgumentException.class, () -> Reach.Medium.named("ring"))
                        .getMessage());
    }
}
