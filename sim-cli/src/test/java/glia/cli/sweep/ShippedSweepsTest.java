package glia.cli.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sweeps that come with Glia: every point is a chip that can be built. */
class ShippedSweepsTest {
    @ParameterizedTest
    @CsvSource({"tiles,54", "devices,30", "rules,18", "schedules,36", "broadcast,15"})
    void everyPointCanBeBuilt(String name, int points) {
        Sweep sweep = Sweep.read(Path.of(name));
        assertEquals(name, sweep.name());
        assertEquals(points, sweep.points().count());
        for (int point = 1; point <= points; point++) {
            assertTrue(sweep.scenario(point).chip().floorplan().tileCount() > 0);
        }
    }

    @Test
    void theListNamesThemAll() {
        List<String> tested = Arrays.asList("tiles", "devices", "rules", "schedules", "broadcast");
        assertEquals(tested, Sweep.names());
    }

    @Test
    void broadcastGoesFromFewTilesToMoreThanTenThousand() {
        Sweep sweep = Sweep.read(Path.of("broadcast"));
        List<Integer> tiles = IntStream.rangeClosed(1, sweep.points().count())
                .mapToObj(point -> sweep.scenario(point).chip().floorplan().tileCount())
                .distinct()
                .toList();
        assertEquals(5, tiles.size());
        assertTrue(tiles.contains(8) && tiles.stream().anyMatch(count -> count > 10_000), tiles::toString);
    }
}
