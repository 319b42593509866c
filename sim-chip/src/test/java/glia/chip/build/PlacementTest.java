package glia.chip.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import glia.chip.interconnect.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PlacementTest {
    private static List<String> blocks(int count) {
        List<String> blocks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            blocks.add("block" + i);
        }
        return blocks;
    }

    @Example
    void sevenBlocksGoThereAndBack() {
        Placement placement = new Placement(blocks(7));
        assertEquals(3, placement.width());
        assertEquals(3, placement.height());
        assertEquals(new Place(2, 0), placement.of("block2"));
        assertEquals(new Place(2, 1), placement.of("block3"));
        assertEquals(new Place(0, 1), placement.of("block5"));
        assertEquals(new Place(0, 2), placement.of("block6"));
        assertThrows(IllegalArgumentException.class, () -> placement.of("block7"));
    }

    /** Every block has a place of its own on the grid, next to that of the block before it. */
    @Property
    void neighboursInTheOrderOfTheDataStandSideBySide(@ForAll @IntRange(min = 1, max = 200) int count) {
        Placement placement = new Placement(blocks(count));
        assertEquals(count, new HashSet<>(placement.places()).size());
        Place before = new Place(-1, 0);
        for (Place place : placement.places()) {
            assertEquals(1, Math.abs(place.x() - before.x()) + Math.abs(place.y() - before.y()));
            assertEquals(place, new Place(place.x() % placement.width(), place.y() % placement.height()));
            before = place;
        }
    }
}
