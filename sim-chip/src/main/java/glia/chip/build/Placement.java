package glia.chip.build;

import glia.chip.interconnect.Place;
import glia.chip.plasticity.LayerSite;
import glia.chip.plasticity.LearningRule;
import glia.chip.plasticity.TileSite;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where each block of a floorplan stands: one block a cell of a grid that is as square as it can be, row by row and there and back,
 * so that what follows in the order of the data stands side by side: input port; each layer's tiles, neuron unit and astrocyte;
 * cost unit; sequencer.
 */
public final class Placement {
    private final int width;
    private final int height;
    private final Map<String, Place> places = new LinkedHashMap<>();

    Placement(List<String> blocks) {
        width = (int) Math.ceil(Math.sqrt(blocks.size()));
        height = (blocks.size() + width - 1) / width;
        for (int i = 0; i < blocks.size(); i++) {
            int y = i / width;
            int x = i % width;
            places.put(blocks.get(i), new Place(y % 2 == 0 ? x : width - 1 - x, y));
        }
    }

    /** Places the blocks that a rule needs. */
    static Placement of(Floorplan floorplan, LearningRule rule) {
        List<String> blocks = new ArrayList<>();
        blocks.add("input");
        for (LayerSite layer : floorplan.layers()) {
            floorplan.tiles().get(layer.layer()).stream().map(TileSite::name).forEach(blocks::add);
            blocks.add(layer.name() + ".neurons");
            if (rule.astrocytes().in(layer)) {
                blocks.add(layer.name() + ".astrocyte");
            }
        }
        blocks.add("cost");
        blocks.add("sequencer");
        return new Placement(blocks);
    }

    /** Columns of the grid. */
    public int width() {
        return width;
    }

    /** Rows of the grid. */
    public int height() {
        return height;
    }

    /** The place of a block by its name in the ledger. */
    public Place of(String block) {
        Place place = places.get(block);
        if (place == null) {
            throw new IllegalArgumentException("no block " + block + " on the floorplan");
        }
        return place;
    }

    /** The blocks in order, with their places. */
    public Map<String, Place> blocks() {
        return Collections.unmodifiableMap(places);
    }

    Collection<Place> places() {
        return places.values();
    }
}
