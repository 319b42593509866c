package glia.cli.report;

import glia.cli.run.Comparison;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compared runs as CSV: a line a run, every figure to its last digit in its base unit, nothing where a run has none. */
public final class CompareFile {
    private CompareFile() {}

    /** The file. */
    public static String of(Comparison comparison) {
        List<ComparedFigure> figures = ComparedFigure.ALL.stream()
                .filter(figure -> !figure.isHeading())
                .toList();
        StringBuilder out = new StringBuilder();
        out.append(line(Stream.concat(Stream.of("run"), figures.stream().map(ComparedFigure::column))));
        comparison
                .entries()
                .forEach(entry -> out.append(line(Stream.concat(
                        Stream.of(entry.name()),
                        figures.stream().map(figure -> figure.stored().apply(entry))))));
        return out.toString();
    }

    private static String line(Stream<String> fields) {
        return fields.map(CompareFile::quoted).collect(Collectors.joining(",", "", "\n"));
    }

    private static String quoted(String field) {
        return field.matches("[^\",\\r\\n]*") ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
