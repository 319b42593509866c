package glia.cli.sweep;

import com.jerolba.carpet.CarpetWriter;
import com.jerolba.carpet.model.FieldTypes;
import com.jerolba.carpet.model.WriteRecordModelType;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.jspecify.annotations.Nullable;

/** A file of rows whose columns are known when it is opened; cells are texts, empty where there is no value. */
interface TableWriter extends Closeable {
    /** Writes a row, a cell for each column. */
    void write(List<String> cells) throws IOException;

    /** Makes files of some format. */
    interface Format {
        /** How the names of files end. */
        String extension();

        /** Starts a table. */
        TableWriter open(OutputStream out, List<Column> columns) throws IOException;
    }

    /** Comma-separated values with a header; numbers as they are written. */
    Format CSV = new Format() {
        @Override
        public String extension() {
            return ".csv";
        }

        @Override
        public TableWriter open(OutputStream out, List<Column> columns) {
            CsvWriter writer = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            writer.writeRecord(columns.stream().map(Column::name).toList());
            return new TableWriter() {
                @Override
                public void write(List<String> cells) {
                    writer.writeRecord(cells);
                }

                @Override
                public void close() throws IOException {
                    writer.close();
                }
            };
        }
    };

    /**
     * Parquet, compressed by Zstandard; numbers are 64-bit, cells without a value null. One encoding a column: several are listed in
     * an order that changes from process to process, and the same table shall be the same bytes.
     */
    Format PARQUET = new Format() {
        @Override
        public String extension() {
            return ".parquet";
        }

        @Override
        public TableWriter open(OutputStream out, List<Column> columns) throws IOException {
            CarpetWriter<Cells> writer = new CarpetWriter.Builder<>(out, Cells.class)
                    .withWriteRecordModel(model(columns))
                    .withWriterVersion(ParquetProperties.WriterVersion.PARQUET_2_0)
                    .withDictionaryEncoding(false)
                    .withCompressionCodec(CompressionCodecName.ZSTD)
                    .build();
            return new TableWriter() {
                @Override
                public void write(List<String> cells) throws IOException {
                    writer.write(new Cells(cells));
                }

                @Override
                public void close() throws IOException {
                    writer.close();
                }
            };
        }

        private WriteRecordModelType<Cells> model(List<Column> columns) {
            WriteRecordModelType<Cells> model = FieldTypes.writeRecordModel(Cells.class);
            for (int i = 0; i < columns.size(); i++) {
                int index = i;
                String name = columns.get(i).name();
                switch (columns.get(i).type()) {
                    case WHOLE -> model.withField(name, FieldTypes.LONG, cells -> cells.value(index, Long::valueOf));
                    case DECIMAL ->
                        model.withField(name, FieldTypes.DOUBLE, cells -> cells.value(index, Double::valueOf));
                    case TEXT -> model.withField(name, FieldTypes.STRING, cells -> cells.value(index, text -> text));
                }
            }
            return model;
        }
    };

    /**
     * A row.
     *
     * @param texts its cells
     */
    record Cells(List<String> texts) {
        @Nullable
        Object value(int column, Function<String, Object> reader) {
            String text = texts.get(column);
            return text.isEmpty() ? null : reader.apply(text);
        }
    }
}
