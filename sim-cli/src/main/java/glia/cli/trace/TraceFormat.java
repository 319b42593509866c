package glia.cli.trace;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The formats of traces. */
public enum TraceFormat {
    /** For Perfetto's viewer and trace processor. */
    PERFETTO,
    /** A value change dump, for GTKWave or Surfer. */
    VCD,
    /** Tables as Parquet files. */
    PARQUET,
    /** Tables as CSV files. */
    CSV;

    /** The name on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The names in order. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(TraceFormat::label).toList();
    }
}
