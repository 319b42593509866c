package glia.cli.reproduce;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of values, written as comma-separated text. */
public final class DataTable {
    private final int columns;
    private final List<String> lines = new ArrayList<>();

    /** A table with these columns. */
    public DataTable(String... header) {
        columns = header.length;
        lines.add(String.join(",", header));
    }

    /** Adds a row; numbers in full, texts quoted where they must be. */
    public void row(Object... values) {
        if (values.length != columns) {
            throw new IllegalArgumentException(values.length + " values for " + columns + " columns");
        }
        lines.add(String.join(
                ",", Arrays.stream(values).map(value -> field(value.toString())).toList()));
    }

    private static String field(String text) {
        return text.matches("[^\",\\r\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    /** Header and rows, a line each. */
    public String csv() {
        return String.join("\n", lines) + "\n";
    }
}
