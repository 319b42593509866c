package glia.cli.run;

import glia.chip.build.Chip;
import glia.chip.build.ChipTiming;
import glia.chip.build.Floorplan;
import glia.chip.plasticity.TileSite;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How often the columns of a chip's tiles were written so far: what a chip with the same rows, but tiles of other columns, was too. */
public final class ColumnWrites {
    private final Map<String, Tile> tiles = new LinkedHashMap<>();

    /**
     * The writes to a tile.
     *
     * @param site where it stands
     * @param cellReads reads of single cells that writes took
     * @param pulses write pulses on the cells of each column
     */
    record Tile(TileSite site, long cellReads, long[] pulses) {
        /** As a line of {@code columns.csv} behind the samples. */
        String line() {
            return site.name() + "," + cellReads + ","
                    + Arrays.stream(pulses).mapToObj(String::valueOf).collect(Collectors.joining(" "));
        }

        /** Write pulses on all its cells. */
        long allPulses() {
            return Arrays.stream(pulses).sum();
        }
    }

    ColumnWrites(List<Tile> all) {
        all.forEach(tile -> tiles.put(tile.site().name(), tile));
    }

    /** The writes on a chip so far. */
    static ColumnWrites of(Chip chip) {
        chip.ledger();
        List<Tile> all = new ArrayList<>();
        for (List<TileSite> layer : chip.floorplan().tiles()) {
            for (int number = 0; number < layer.size(); number++) {
                TileSite site = layer.get(number);
                long reads = chip.parameters().cellReads(site.layer(), number);
                all.add(new Tile(site, reads, chip.parameters().columnPulses(site.layer(), number)));
            }
        }
        return new ColumnWrites(all);
    }

    /** The tiles in order. */
    List<Tile> tiles() {
        return List.copyOf(tiles.values());
    }

    /** Write pulses on all cells. */
    public long totalPulses() {
        return tiles.values().stream().mapToLong(Tile::allPulses).sum();
    }

    /** Whether writes took reads of single cells, which are known by tile only. */
    public boolean tookReads() {
        return tiles.values().stream().anyMatch(tile -> tile.cellReads() > 0);
    }

    /** The same writes on another floorplan of the same network and rows; reads stay with tiles of the same name. */
    public ColumnWrites on(Floorplan floorplan) {
        Map<String, long[]> lines = new LinkedHashMap<>();
        for (Tile tile : tiles.values()) {
            int first = tile.site().firstColumn();
            long[] line = lines.getOrDefault(line(tile.site()), new long[0]);
            line = Arrays.copyOf(line, Math.max(line.length, first + tile.pulses().length));
            System.arraycopy(tile.pulses(), 0, line, first, tile.pulses().length);
            lines.put(line(tile.site()), line);
        }
        return new ColumnWrites(floorplan.tiles().stream()
                .flatMap(List::stream)
                .map(site -> on(site, lines.getOrDefault(line(site), new long[0])))
                .toList());
    }

    private Tile on(TileSite site, long[] line) {
        int end = site.firstColumn() + site.columns();
        if (end > line.length) {
            throw new IllegalArgumentException("no writes are known of all columns of " + site.name());
        }
        Tile same = tiles.get(site.name());
        return new Tile(site, same == null ? 0 : same.cellReads(), Arrays.copyOfRange(line, site.firstColumn(), end));
    }

    /** What the tiles side by side are called. */
    private static String line(TileSite site) {
        return site.layer() + "." + site.segment();
    }

    /** Tells a chip that is timed without its data; its floorplan is that of these writes. */
    public void tell(ChipTiming timing, Floorplan floorplan) {
        for (List<TileSite> layer : floorplan.tiles()) {
            for (int number = 0; number < layer.size(); number++) {
                TileSite site = layer.get(number);
                Tile tile = tiles.get(site.name());
                if (tile == null) {
                    throw new IllegalArgumentException("no writes are known of " + site.name());
                }
                timing.tellWrites(site.layer(), number, tile.allPulses(), tile.cellReads());
            }
        }
    }

    /** The lines of its tiles. */
    @Override
    public String toString() {
        return tiles.values().stream().map(Tile::line).collect(Collectors.joining("; "));
    }
}
