package glia.cli.report;

import java.util.ArrayList;
import java.util.List;

/** Rows of text in aligned columns: the first to the left, the others to the right, unless a row is all to the left. */
final class Table {
    private record Row(List<String> cells, boolean left) {}

    private final List<Row> rows = new ArrayList<>();

    Table row(String... cells) {
        rows.add(new Row(List.of(cells), false));
        return this;
    }

    Table leftRow(String... cells) {
        rows.add(new Row(List.of(cells), true));
        return this;
    }

    /** The rows, indented by two blanks. */
    @Override
    public String toString() {
        int columns = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        int[] widths = new int[columns];
        for (Row row : rows) {
            for (int i = 0; i < row.cells().size(); i++) {
                widths[i] = Math.max(widths[i], row.cells().get(i).length());
            }
        }
        StringBuilder out = new StringBuilder();
        rows.forEach(row -> out.append(line(row, widths)).append('\n'));
        return out.toString();
    }

    private static String line(Row row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.cells().size(); i++) {
            String cell = row.cells().get(i);
            String padding = " ".repeat(widths[i] - cell.length());
            line.append("  ").append(i == 0 || row.left() ? cell + padding : padding + cell);
        }
        return line.toString().stripTrailing();
    }
}
