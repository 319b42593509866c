package glia.cli.command;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * A table of data on a page, read from its HTML.
 *
 * @param columns names of its columns
 * @param rows its cells
 */
record PageTable(List<String> columns, List<List<String>> rows) {
    private static final Pattern CELL = Pattern.compile("<t[hd][^>]*>(.*?)</t[hd]>", Pattern.DOTALL);

    static PageTable of(String html, String id) {
        int start = html.indexOf("<table id=\"" + id + "\"");
        if (start < 0) {
            throw new AssertionError("no table " + id);
        }
        String table = html.substring(start, html.indexOf("</table>", start));
        List<List<String>> rows = new ArrayList<>();
        for (String row : table.split("<tr>")) {
            List<String> cells = new ArrayList<>();
            Matcher matcher = CELL.matcher(row);
            while (matcher.find()) {
                cells.add(matcher.group(1));
            }
            rows.add(cells);
        }
        return new PageTable(rows.get(1), rows.subList(2, rows.size()));
    }

    /** Rows whose first cells are these. */
    PageTable where(String... first) {
        return new PageTable(
                columns,
                rows.stream()
                        .filter(row -> row.subList(0, first.length).equals(Arrays.asList(first)))
                        .toList());
    }

    List<String> column(String name) {
        int column = columns.indexOf(name);
        return rows.stream().map(row -> row.get(column)).toList();
    }

    LongStream numbers(String name) {
        return column(name).stream().mapToLong(Long::parseLong);
    }

    BigDecimal sum(String name) {
        return column(name).stream()
                .filter(cell -> !cell.isEmpty())
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
