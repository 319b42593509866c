package glia.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the sources of this module look like. */
class SourcesTest {
    private static final int LONGEST_FILE = 300;
    private static final int LONGEST_METHOD = 30;

    /** Not reproducible, not for a library, or of the wall clock. {@code StrictMath} is allowed. */
    private static final Pattern FORBIDDEN = Pattern.compile(
            "\\bMath\\s*\\.\\s*(tanh|sinh|cosh|exp|expm1|log|log10|log1p|pow|sin|cos|tan|asin|acos|atan|atan2|cbrt|hypot|random)\\b"
                    + "|\\bSystem\\s*\\.\\s*(nanoTime|currentTimeMillis|out|err|in|exit|getenv)\\b"
                    + "|\\bprintStackTrace\\b|\\bnew\\s+Random\\b|\\bInstant\\s*\\.\\s*now\\b|\\bstrictfp\\b"
                    + "|import\\s+static\\s+java\\.lang\\.|import\\s+[\\w.]+\\.\\*");

    private final List<JavaSource> sources = JavaSource.allBelow("src/main/java");

    @Test
    void thereAreSources() {
        assertFalse(sources.isEmpty());
        assertFalse(sources.stream().allMatch(source -> source.methods().isEmpty()));
    }

    @Test
    void filesFitAFewScreens() {
        List<String> tooLong = sources.stream()
                .filter(source -> source.lines() > LONGEST_FILE)
                .map(source -> source.name() + " has " + source.lines() + " lines")
                .toList();
        assertEquals(List.of(), tooLong);
    }

    @Test
    void methodsFitOneScreen() {
        List<String> tooLong = sources.stream()
                .flatMap(source -> source.methods().stream()
                        .filter(method -> method.lines() > LONGEST_METHOD)
                        .map(method -> source.name() + ": " + method.header().replaceAll("\\s+", " ") + " has "
                                + method.lines() + " lines"))
                .toList();
        assertEquals(List.of(), tooLong);
    }

    @Test
    void nothingForbiddenIsCalled() {
        List<String> calls = sources.stream()
                .flatMap(source ->
                        FORBIDDEN.matcher(source.code()).results().map(found -> source.name() + ": " + found.group()))
                .toList();
        assertEquals(List.of(), calls);
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
