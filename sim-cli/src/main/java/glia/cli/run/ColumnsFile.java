package glia.cli.run;

import glia.chip.build.Floorplan;
import glia.chip.plasticity.TileSite;
import glia.core.config.InputException;
import glia.core.config.Position;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads {@code columns.csv}: at each evaluation a row a tile, with the write pulses on each of its columns so far. */
public final class ColumnsFile {
    static final String NAME = "columns.csv";
    static final String HEADER = "samples,tile,cellReads,pulses";

    private final Path file;
    private final List<TileSite> sites;
    private final Map<Long, List<ColumnWrites.Tile>> tiles = new TreeMap<>();

    private ColumnsFile(Path file, Floorplan floorplan) {
        this.file = file;
        sites = floorplan.tiles().stream().flatMap(List::stream).toList();
    }

    /** The writes of a run on a floorplan, by training samples. */
    public static Map<Long, ColumnWrites> read(Path folder, Floorplan floorplan) {
        ColumnsFile columns = new ColumnsFile(folder.resolve(NAME), floorplan);
        columns.read();
        Map<Long, ColumnWrites> writes = new TreeMap<>();
        columns.tiles.forEach((samples, all) -> {
            if (all.size() != columns.sites.size()) {
                throw new InputException(columns.file + ": has " + all.size() + " tiles after " + samples
                        + " samples; expected " + columns.sites.size());
            }
            writes.put(samples, new ColumnWrites(all));
        });
        return writes;
    }

    private void read() {
        if (!Files.exists(file)) {
            throw new InputException(
                    file + ": is not there; an earlier Glia made the run, expected one that is run again");
        }
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            int number = 1;
            for (String line = lines.readLine(); line != null; line = lines.readLine(), number++) {
                if (number > 1 || !line.equals(HEADER)) {
                    add(line.split(",", -1), new Position(file.toString(), number, 1));
                }
            }
        } catch (IOException broken) {
            throw new InputException(file + ": cannot be read");
        }
    }

    private void add(String[] fields, Position position) {
        boolean complete = fields.length == 4
                && fields[0].matches("\\d{1,18}")
                && fields[2].matches("\\d{1,18}")
                && fields[3].matches("\\d{1,18}( \\d{1,18})*");
        if (!complete) {
            throw new InputException(position, "is no line of " + HEADER);
        }
        List<ColumnWrites.Tile> all = tiles.computeIfAbsent(Long.parseLong(fields[0]), samples -> new ArrayList<>());
        long[] pulses =
                Arrays.stream(fields[3].split(" ")).mapToLong(Long::parseLong).toArray();
        TileSite site = all.size() < sites.size() ? sites.get(all.size()) : null;
        if (site == null || !site.name().equals(fields[1]) || site.columns() != pulses.length) {
            String expected = site == null ? "no further tile" : site.name() + " with " + site.columns() + " columns";
            throw new InputException(
                    position, "tile " + fields[1] + " with " + pulses.length + " columns; expected " + expected);
        }
        all.add(new ColumnWrites.Tile(site, Long.parseLong(fields[2]), pulses));
    }
}
