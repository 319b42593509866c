package glia.cli.sweep;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import glia.core.config.InputException;
import glia.core.config.NearestName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The results of a finished sweep, read back from its folder. */
public final class SweepResults {
    private final Path folder;
    private final List<Column> columns;
    private final List<List<String>> rows;

    private SweepResults(Path folder, List<Column> columns, List<List<String>> rows) {
        this.folder = folder;
        this.columns = columns;
        this.rows = rows;
    }

    /** Reads the folder of a sweep whose tables are there. */
    public static SweepResults read(Path folder) {
        SweepFolder begun = SweepFolder.begun(folder);
        Path file = folder.resolve(PointTable.RESULTS + TableWriter.CSV.extension());
        if (!Files.isRegularFile(file)) {
            throw new InputException(folder + ": has no " + file.getFileName() + " yet; expected a finished sweep");
        }
        List<Column> columns = PointTable.resultColumns(begun.sweep());
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file)) {
            csv.forEach(record -> rows.add(record.getFields()));
        } catch (IOException broken) {
            throw SweepFolder.complaint(file, broken);
        }
        List<String> header = columns.stream().map(Column::name).toList();
        if (rows.isEmpty() || !rows.remove(0).equals(header)) {
            throw new InputException(file + ":1:1: does not begin with the columns of its sweep");
        }
        return new SweepResults(folder, columns, List.copyOf(rows));
    }

    /** The columns: the point, the keys of the axes, status, reason and figures. */
    public List<Column> columns() {
        return columns;
    }

    /** The rows in order of points, a cell for each column; empty where there is no value. */
    public List<List<String>> rows() {
        return rows;
    }

    /** The place of a column of some name. */
    public int index(String name) {
        List<String> names = columns.stream().map(Column::name).toList();
        int index = names.indexOf(name);
        if (index < 0) {
            throw new InputException(folder + ": has no column " + name + NearestName.hint(name, names));
        }
        return index;
    }
}
