package glia.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the main sources of all modules look like. */
class SourcesTest {
    private static final int LONGEST_FILE = 300;
    private static final int LONGEST_METHOD = 30;

    /** Machines may round these differently; {@code StrictMath} is allowed, on the host's side. */
    private static final Pattern ROUNDED = Pattern.compile(
            "\\bMath\\s*\\.\\s*(tanh|sinh|cosh|exp|expm1|log|log10|log1p|pow|sin|cos|tan|asin|acos|atan|atan2|cbrt|hypot|random)\\b"
                    + "|import\\s+static\\s+java\\.lang\\.");

    private static final Pattern UNWANTED = Pattern.compile(
            "import\\s+[\\w.]+\\.\\*|\\bnew\\s+Random\\b|\\bstrictfp\\b|\\bassert\\s|\\bprintStackTrace\\s*\\(\\s*\\)");

    /** No clock, no printing, no exit below the command line. */
    private static final Pattern OUTSIDE = Pattern.compile(
            "\\bSystem\\s*\\.\\s*(nanoTime|currentTimeMillis|out|err|exit|console)\\b|\\bInstant\\s*\\.\\s*now\\b");

    private final List<JavaSource> core = JavaSource.allBelow("../sim-core/src/main/java");
    private final List<JavaSource> chip = JavaSource.allBelow("../sim-chip/src/main/java");
    private final List<JavaSource> learning = JavaSource.allBelow("../sim-learning/src/main/java");
    private final List<JavaSource> commandLine = JavaSource.allBelow("src/main/java");

    private Stream<JavaSource> all() {
        return Stream.concat(belowTheCommandLine(), commandLine.stream());
    }

    private Stream<JavaSource> belowTheCommandLine() {
        return Stream.of(core, chip, learning).flatMap(List::stream);
    }

    private static List<String> found(Stream<JavaSource> sources, Pattern pattern) {
        return sources.flatMap(source ->
                        pattern.matcher(source.code()).results().map(found -> source.name() + ": " + found.group()))
                .toList();
    }

    @Test
    void thereAreSourcesWithMethods() {
        for (List<JavaSource> sources : List.of(core, chip, learning, commandLine)) {
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
    void nothingBelowTheCommandLineCallsAFunctionThatMachinesMayRoundDifferently() {
        assertEquals(List.of(), found(belowTheCommandLine(), ROUNDED));
    }

    @Test
    void nothingBelowTheCommandLinePrintsExitsOrReadsAClock() {
        assertEquals(List.of(), found(belowTheCommandLine(), OUTSIDE));
    }

    @Test
    void nothingUnwantedIsWritten() {
        assertEquals(List.of(), found(all(), UNWANTED));
    }

    @Test
    void theScannerKnowsMethodsFromOtherBlocks() {
        String text = String.join(
                "\n",
                "enum Kind {",
                "    ONE(1) {",
                "        @Override",
                "        int twice(int[] of) { // {",
                "            for (int i : of) {",
                "                run(() -> { /* } */ });",
                "            }",
                "            return switch (of.length) { default -> \"}\".length(); };",
                "        }",
                "    },",
                "    TWO;",
                "    private static final int[] TABLE = {1, 2};",
                "    Kind(",
                "            int number) {",
                "        new Thread(new Runnable() {",
                "            public void run() {}",
                "        });",
                "    }",
                "    record Pair(int a) {",
                "        Pair {",
                "            check('{');",
                "        }",
                "    }",
                "}");
        List<String> methods = new JavaSource("Kind.java", text)
                .methods().stream()
                        .map(method -> method.header().replaceAll("\\s+", " ") + " " + method.lines())
                        .toList();
        assertEquals(List.of("int twice(int[] of) 6", "public void run() 1", "Kind( int number) 6", "Pair 3"), methods);
    }
}
