package glia.chip.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glia.chip.datapath.ActivationFunction;
import glia.chip.datapath.CostFunction;
import glia.chip.plasticity.LayerSite;
import glia.chip.plasticity.TileSite;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class FloorplanProperties {
    private static NetworkShape shape(List<Integer> sizes) {
        return new NetworkShape(sizes, ActivationFunction.TANH, CostFunction.CROSS_ENTROPY);
    }

    @Property(tries = 500)
    void everySynapseIsOnExactlyOneTile(
            @ForAll("sizes") List<Integer> sizes,
            @ForAll @IntRange(min = 1, max = 60) int tileRows,
            @ForAll @IntRange(min = 1, max = 60) int tileColumns) {
        Floorplan plan = Floorplan.of(shape(sizes), tileRows, tileColumns);
        for (int layer = 0; layer < sizes.size() - 1; layer++) {
            boolean[][] held = new boolean[sizes.get(layer)][sizes.get(layer + 1)];
            for (TileSite tile : plan.tiles().get(layer)) {
                assertTrue(tile.rows() >= 1 && tile.rows() <= tileRows);
                assertTrue(tile.columns() >= 1 && tile.columns() <= tileColumns);
                assertEquals(tile.segment() * tileRows, tile.firstRow());
                assertEquals(tile.columnTile() * tileColumns, tile.firstColumn());
                hold(held, tile);
            }
            for (boolean[] row : held) {
                for (boolean synapse : row) {
                    assertTrue(synapse);
                }
            }
        }
    }

    private static void hold(boolean[][] held, TileSite tile) {
        for (int i = 0; i < tile.rows(); i++) {
            for (int j = 0; j < tile.columns(); j++) {
                assertFalse(held[tile.firstRow() + i][tile.firstColumn() + j]);
                held[tile.firstRow() + i][tile.firstColumn() + j] = true;
            }
        }
    }

    @Property
    void countsAgreeWithThePlan(
            @ForAll("sizes") List<Integer> sizes,
            @ForAll @IntRange(min = 1, max = 60) int tileRows,
            @ForAll @IntRange(min = 1, max = 60) int tileColumns) {
        NetworkShape shape = shape(sizes);
        Floorplan plan = Floorplan.of(shape, tileRows, tileColumns);
        assertEquals(plan.tileCount(), Floorplan.tilesNeeded(shape, tileRows, tileColumns));
        long synapses = 0;
        Set<String> names = new HashSet<>();
        for (LayerSite layer : plan.layers()) {
            Set<Integer> segments = new HashSet<>();
            for (TileSite tile : plan.tiles().get(layer.layer())) {
                synapses += tile.synapses();
                segments.add(tile.segment());
                names.add(tile.name());
                assertEquals(layer.isLast(), tile.isLast());
            }
            assertEquals(segments.size(), plan.segments(layer.layer()));
        }
        assertEquals(shape.synapses(), synapses);
        assertEquals(plan.tileCount(), names.size());
    }

    @Example
    void segmentsStandOutsideAndColumnTilesInside() {
        Floorplan plan = Floorplan.of(shape(List.of(5, 3)), 3, 2);
        assertEquals(
                List.of(
                        new TileSite(0, 1, 0, 0, 0, 3, 0, 2),
                        new TileSite(0, 1, 0, 1, 0, 3, 2, 1),
                        new TileSite(0, 1, 1, 0, 3, 2, 0, 2),
                        new TileSite(0, 1, 1, 1, 3, 2, 2, 1)),
                plan.tiles().get(0));
        assertEquals(List.of(new LayerSite(0, 1, 5, 3, 3, 0, 18)), plan.layers());
        assertEquals("layer1.tile1.0", plan.tiles().get(0).get(2).name());
    }

    @Example
    void tilesOfAVastNetworkAreCountedWithoutMakingAny() {
        NetworkShape vast = shape(List.of(1_000_000, 1_000_000, 1_000_000));
        assertEquals(2_000_000_000_000L, Floorplan.tilesNeeded(vast, 1, 1));
        assertEquals(2L, Floorplan.tilesNeeded(vast, Integer.MAX_VALUE, Integer.MAX_VALUE));
    }

    @Provide
    Arbitrary<List<Integer>> sizes() {
        return Arbitraries.integers().between(1, 80).list().ofMinSize(2).ofMaxSize(4);
    }
}
