package glia.cli.trace;

import com.jerolba.carpet.CarpetWriter;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * A file of rows of one kind.
 *
 * @param <R> the kind of row
 */
interface TraceTable<R extends Record & TraceRow> extends Closeable {
    /** Writes a row. */
    void write(R row) throws IOException;

    /** Makes files of some format. */
    interface Format {
        /** How the names of files end. */
        String extension();

        /** Starts a file. */
        <R extends Record & TraceRow> TraceTable<R> open(OutputStream out, Class<R> kind) throws IOException;
    }

    /** Parquet, compressed by Zstandard. */
    Format PARQUET = new Format() {
        @Override
        public String extension() {
            return ".parquet";
        }

        @Override
        public <R extends Record & TraceRow> TraceTable<R> open(OutputStream out, Class<R> kind) throws IOException {
            CarpetWriter<R> writer = new CarpetWriter.Builder<>(out, kind)
                    .withCompressionCodec(CompressionCodecName.ZSTD)
                    .build();
            return new TraceTable<>() {
                @Override
                public void write(R row) throws IOException {
                    writer.write(row);
                }

                @Override
                public void close() throws IOException {
                    writer.close();
                }
            };
        }
    };

    /** Comma-separated values with a header; a value that is not there is empty. */
    Format CSV = new Format() {
        @Override
        public String extension() {
            return ".csv";
        }

        @Override
        public <R extends Record & TraceRow> TraceTable<R> open(OutputStream out, Class<R> kind) throws IOException {
            CsvWriter writer = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            RecordComponent[] columns = kind.getRecordComponents();
            writer.writeRecord(
                    Arrays.stream(columns).map(RecordComponent::getName).toList());
            return new TraceTable<>() {
                @Override
                public void write(R row) throws IOException {
                    List<String> fields = new ArrayList<>();
                    for (RecordComponent column : columns) {
                        fields.add(field(row, column));
                    }
                    writer.writeRecord(fields);
                }

                @Override
                public void close() throws IOException {
                    writer.close();
                }
            };
        }
    };

    private static String field(Object row, RecordComponent column) {
        try {
            return Objects.toString(column.getAccessor().invoke(row), "");
        } catch (ReflectiveOperationException never) {
            throw new IllegalStateException(column + " cannot be read", never);
        }
    }
}
