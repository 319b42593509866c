package glia.cli.run;

import glia.core.config.InputException;
import glia.core.config.Position;
import glia.core.stat.Distribution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code latency.hlog}: the latency of each phase in cycles, a tagged HdrHistogram a line. */
public final class LatencyLog {
    private static final Pattern LINE = Pattern.compile("Tag=(\\w+),[\\d.]+,[\\d.]+,[\\d.]+,([A-Za-z0-9+/=]+)");

    private LatencyLog() {}

    /** The distributions of a run's folder, as they stand in the file. */
    public static List<Distribution> read(Path folder) {
        Path file = folder.resolve("latency.hlog");
        List<Distribution> all = new ArrayList<>();
        try {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                if (!lines.get(i).startsWith("#") && !lines.get(i).startsWith("\"")) {
                    all.add(distribution(lines.get(i), new Position(file.toString(), i + 1, 1)));
                }
            }
        } catch (IOException broken) {
            throw new InputException(file + ": cannot be read");
        }
        return all;
    }

    private static Distribution distribution(String line, Position position) {
        Matcher matcher = LINE.matcher(line);
        if (matcher.matches()) {
            try {
                return Distribution.ofCompressed(matcher.group(1), matcher.group(2));
            } catch (IllegalArgumentException damaged) {
                throw new InputException(position, "is no tagged line of an HdrHistogram log: it holds no histogram");
            }
        }
        throw new InputException(position, "is no tagged line of an HdrHistogram log");
    }
}
