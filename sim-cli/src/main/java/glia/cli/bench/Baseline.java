package glia.cli.bench;

import glia.core.config.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Ratios stored to compare later ones with.
 *
 * @param ratios by name, in order; more is better
 */
public record Baseline(Map<String, Double> ratios) {
    private static final String SHIPPED = "baseline.csv";
    private static final String HEADER = "name,ratio";

    /** The one that comes with Glia. */
    public static Baseline shipped() {
        try (InputStream in = Baseline.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException("no " + SHIPPED + " in this build");
            }
            return parse(SHIPPED, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Reads a file that {@link #text} wrote. */
    public static Baseline read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new InputException("--baseline: no file " + file);
        }
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (MalformedInputException binary) {
            throw new InputException(file + ": is not UTF-8 text; expected lines of " + HEADER);
        } catch (IOException unreadable) {
            throw new InputException(file + ": cannot be read (" + reason(unreadable) + ")");
        }
    }

    /** Reads lines of {@code name,ratio} below a line that says so. */
    static Baseline parse(String source, String text) {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
            throw new InputException(source + ":1: expected the line " + HEADER);
        }
        Map<String, Double> ratios = new LinkedHashMap<>();
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i);
            int comma = line.lastIndexOf(',');
            double ratio = comma > 0 ? number(line.substring(comma + 1)) : 0;
            if (!(ratio > 0) || Double.isInfinite(ratio)) {
                throw new InputException(
                        source + ":" + (i + 1) + ": is '" + line + "'; expected a name, a comma and a number above 0");
            }
            if (ratios.put(line.substring(0, comma), ratio) != null) {
                throw new InputException(source + ":" + (i + 1) + ": there is a second " + line.substring(0, comma));
            }
        }
        return new Baseline(ratios);
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException noNumber) {
            return 0;
        }
    }

    /** The text of a file that holds it. */
    public String text() {
        StringBuilder text = new StringBuilder(HEADER + "\n");
        ratios.forEach((name, ratio) -> text.append(name)
                .append(',')
                .append(String.format(Locale.ROOT, "%.4f", ratio))
                .append('\n'));
        return text.toString();
    }

    private static String reason(IOException failure) {
        return failure.getClass().getSimpleName() + " "
                + String.valueOf(failure.getMessage()).replaceAll("\\s+", " ");
    }
}
