package glia.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the sources of this module and of sim-learning look like. */
class SourcesTest {
    private static final int LONGEST_FILE = 300;
    private static final int LONGEST_METHOD = 30;

    /** Machines may round these differently; {@code StrictMath} is allowed, on the host's side. */
    private static final Pattern ROUNDED = Pattern.compile(
            "\\bMath\\s*\\.\\s*(tanh|sinh|cosh|exp|expm1|log|log10|log1p|pow|sin|cos|tan|asin|acos|atan|atan2|cbrt|hypot|random)\\b"
                    + "|import\\s+static\\s+java\\.lang\\.");

    private static final Pattern UNWANTED = Pattern.compile(
            "import\\s+[\\w.]+\\.\\*|\\bnew\\s+Random\\b|\\bstrictfp\\b|\\bassert\\s|\\bprintStackTrace\\s*\\(\\s*\\)");

    private final List<JavaSource> learning = JavaSource.allBelow("../sim-learning/src/main/java");
    private final List<JavaSource> commandLine = JavaSource.allBelow("src/main/java");

    private Stream<JavaSource> all() {
        return Stream.concat(learning.stream(), commandLine.stream());
    }

    private static List<String> found(Stream<JavaSource> sources, Pattern pattern) {
        return sources.flatMap(source ->
                        pattern.matcher(source.code()).results().map(found -> source.name() + ": " + found.group()))
                .toList();
    }

    @Test
    void thereAreSourcesWithMethods() {
        for (List<JavaSource> sources : List.of(learning, commandLine)) {
            assertTrue(
                    sources.stream().mapToInt(source -> source.methods().size()).sum() > 100);
        }
    }

    @Test
    void filesFitAFewScreens() {
        List<String> tooLong = all().filter(source -> source.lines() > LONGEST_FILE)
                .map(source -> source.name() + " has " + source.lines() + " lines")
                .toList();
        assertEquals(List.of(), tooLong);
    }

    @Test
    void methodsFitOneScreen() {
        List<String> tooLong = all().flatMap(source -> source.methods().stream()
                        .filter(method -> method.lines() > LONGEST_METHOD)
                        .map(method -> source.name() + ": " + method.header().replaceAll("\\s+", " ") + " has "
                                + method.lines() + " lines"))
                .toList();
        assertEquals(List.of(), tooLong);
    }

    @Test
    void learningCallsNoFunctionThatMachinesMayRoundDifferently() {
        assertEquals(List.of(), found(learning.stream(), ROUNDED));
    }

    @Test
    void nothingUnwantedIsWritten() {
        assertEquals(List.of(), found(all(), UNWANTED));
    }
}
