package glia.cli.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Rows of values, such as those behind a picture; written as comma-separated text. */
public final class DataTable {
    private final List<String> columns;
    private final List<List<String>> rows = new ArrayList<>();

    /** A table with these columns. */
    public DataTable(String... header) {
        columns = List.of(header);
    }

    /** Adds a row; numbers in full. */
    public void row(Object... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(values.length + " values for " + columns.size() + " columns");
        }
        rows.add(Arrays.stream(values).map(Object::toString).toList());
    }

    /** The names of the columns. */
    public List<String> columns() {
        return columns;
    }

    /** The rows in order. */
    public List<List<String>> rows() {
        return Collections.unmodifiableList(rows);
    }

    private static String field(String text) {
        return text.matches("[^\",\\r\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static String line(List<String> fields) {
        return fields.stream().map(DataTable::field).collect(Collectors.joining(",")) + "\n";
    }

    /** Header and rows, a line each; texts quoted where they must be. */
    public String csv() {
        return line(columns) + rows.stream().map(DataTable::line).collect(Collectors.joining());
    }
}
