package glia.cli.data;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import glia.core.config.InputException;
import glia.core.config.Position;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A row of a CSV file that knows where its fields were written.
 *
 * @param line the line it begins in, from 1
 * @param fields its fields, unquoted
 * @param columns the column that each field begins in, from 1
 */
record CsvRow(int line, List<String> fields, List<Integer> columns) {
    /** Reads all rows; empty lines are left out. */
    static List<CsvRow> all(Path file) {
        List<CsvRow> rows = new ArrayList<>();
        try (ByteSource source = ByteSource.open(file);
                CsvReader<CsvRow> reader = CsvReader.builder()
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .detectBomHeader(true)
                        .build(new Handler(), source.stream())) {
            reader.forEach(rows::add);
        } catch (IOException failed) {
            throw ByteSource.complaint(file, "", failed);
        } catch (UncheckedIOException | CsvParseException wrong) {
            throw unreadable(file, wrong);
        }
        return rows;
    }

    private static InputException unreadable(Path file, RuntimeException wrong) {
        if (wrong.getCause() instanceof IOException failed) {
            return ByteSource.complaint(file, "", failed);
        }
        return new InputException(Position.of(file.toString()), wrong.getMessage() + "; expected CSV");
    }

    /** A complaint about a field. */
    InputException complaint(Path file, int field, String what) {
        return new InputException(new Position(file.toString(), line, columns.get(field)), what);
    }

    /** Collects the fields of a row with their places. */
    private static final class Handler extends AbstractBaseCsvCallbackHandler<CsvRow> {
        private final List<String> fields = new ArrayList<>();
        private final List<Integer> columns = new ArrayList<>();
        private int column;

        @Override
        protected void handleBegin(long startingLineNumber) {
            fields.clear();
            columns.clear();
            column = 1;
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            fields.add(new String(buffer, offset, length));
            columns.add(column);
            column += length + (quoted ? 2 : 0) + 1;
        }

        @Override
        protected CsvRow buildRecord() {
            return new CsvRow((int) getStartingLineNumber(), List.copyOf(fields), List.copyOf(columns));
        }
    }
}
