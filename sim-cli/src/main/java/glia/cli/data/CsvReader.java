package glia.cli.data;

import glia.core.config.InputException;
import glia.core.config.NearestName;
import glia.core.config.Position;
import glia.learning.data.Dataset;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Reads samples from a CSV file, plain or packed with gzip: numeric columns and one column of labels. The classes are
 * the different labels in order: by value if all are whole numbers, else by name.
 */
public final class CsvReader {
    /** More different labels than this, and the column is no column of labels. */
    private static final int MOST_CLASSES = 1000;

    /** Whether the first row holds names. */
    public enum Header {
        /** It does if none of its fields is a number. */
        DETECT,
        /** It does. */
        PRESENT,
        /** It is a sample like the others. */
        ABSENT
    }

    /**
     * How a file is laid out.
     *
     * @param header whether the first row holds names
     * @param labelColumn the name of the column of labels, or its number from 1; the last, if not given
     */
    public record Layout(Header header, Optional<String> labelColumn) {
        /** A header where there is one, and the labels at the end. */
        public static final Layout STANDARD = new Layout(Header.DETECT, Optional.empty());
    }

    private final Path file;
    private final Layout layout;

    private CsvReader(Path file, Layout layout) {
        this.file = file;
        this.layout = layout;
    }

    /** Reads a file. */
    public static Dataset read(String name, Path file, Layout layout) {
        return new CsvReader(file, layout).read(name);
    }

    private Dataset read(String name) {
        List<CsvRow> rows = CsvRow.all(file);
        if (rows.isEmpty()) {
            throw complaint("the file is empty; expected rows of numbers and a label");
        }
        CsvRow first = rows.get(0);
        if (first.fields().size() < 2) {
            throw first.complaint(file, 0, "1 column; expected at least 2, separated by commas");
        }
        boolean header = hasHeader(first);
        int labelColumn = labelColumn(first, header);
        List<CsvRow> samples = rows.subList(header ? 1 : 0, rows.size());
        if (samples.isEmpty()) {
            throw complaint("no row below the header; expected rows of numbers and a label");
        }
        samples.forEach(row -> expectWidth(row, first.fields().size()));
        float[][] inputs = samples.stream().map(row -> values(row, labelColumn)).toArray(float[][]::new);
        List<String> labels =
                samples.stream().map(row -> label(row, labelColumn)).toList();
        List<String> classes = classes(labels);
        return new Dataset(
                name, inputs, labels.stream().mapToInt(classes::indexOf).toArray(), classes.size());
    }

    private boolean hasHeader(CsvRow first) {
        return switch (layout.header) {
            case PRESENT -> true;
            case ABSENT -> false;
            case DETECT ->
                layout.labelColumn.filter(first.fields()::contains).isPresent()
                        || first.fields().stream()
                                .allMatch(field -> number(field).isEmpty());
        };
    }

    private int labelColumn(CsvRow first, boolean header) {
        List<String> fields = first.fields();
        if (layout.labelColumn.isEmpty()) {
            return fields.size() - 1;
        }
        String wanted = layout.labelColumn.get();
        if (header && fields.contains(wanted)) {
            return fields.indexOf(wanted);
        }
        return IntStream.range(0, fields.size())
                .filter(column -> wanted.equals(String.valueOf(column + 1)))
                .findFirst()
                .orElseThrow(() -> complaint("label column " + wanted + "; expected a number from 1 to " + fields.size()
                        + (header
                                ? " or one of " + String.join(", ", fields) + NearestName.hint(wanted, fields)
                                : "")));
    }

    private void expectWidth(CsvRow row, int width) {
        int found = row.fields().size();
        if (found != width) {
            throw row.complaint(
                    file, Math.min(found, width) - 1, found + " columns; expected " + width + " as in the first row");
        }
    }

    private float[] values(CsvRow row, int labelColumn) {
        float[] values = new float[row.fields().size() - 1];
        for (int i = 0; i < values.length; i++) {
            int column = i < labelColumn ? i : i + 1;
            String field = row.fields().get(column);
            values[i] = number(field)
                    .orElseThrow(() -> row.complaint(file, column, "value " + field + "; expected a finite number"));
        }
        return values;
    }

    private String label(CsvRow row, int labelColumn) {
        String label = row.fields().get(labelColumn).trim();
        if (label.isEmpty()) {
            throw row.complaint(file, labelColumn, "empty label; expected a name or a whole number");
        }
        return label;
    }

    private List<String> classes(List<String> labels) {
        boolean whole = labels.stream().allMatch(label -> label.matches("-?[0-9]+"));
        Comparator<String> order = whole ? Comparator.comparing(BigInteger::new) : Comparator.naturalOrder();
        List<String> classes = labels.stream().distinct().sorted(order).toList();
        if (classes.size() < 2 || classes.size() > MOST_CLASSES) {
            throw complaint(
                    "the label column holds " + classes.size() + " different labels; expected 2 to " + MOST_CLASSES);
        }
        return classes;
    }

    /** A finite number; a final f or d is Java's way of writing, not a table's. */
    static Optional<Float> number(String field) {
        String text = field.trim();
        if (text.isEmpty() || text.matches(".*[fFdD]")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Float.valueOf(text)).filter(Float::isFinite);
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    private InputException complaint(String what) {
        return new InputException(Position.of(file.toString()), what);
    }
}
