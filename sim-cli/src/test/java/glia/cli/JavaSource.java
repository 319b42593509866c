package glia.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The text of a source file, and where its methods begin and end.
 *
 * @param name path below the source folder
 * @param text as written
 */
record JavaSource(String name, String text) {
    /** Comments, text blocks, strings and characters. */
    private static final Pattern NOT_CODE = Pattern.compile(
            "//[^\n]*|/\\*.*?\\*/|\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\"|'(?:\\\\.|[^'\\\\\n])*'", Pattern.DOTALL);

    private static final Pattern TYPE = Pattern.compile("\\b(class|interface|enum|record)\\s+\\w+");
    private static final Pattern ANONYMOUS = Pattern.compile("\\bnew\\s+[\\w.<>?, ]+\\(.*\\)\\s*$", Pattern.DOTALL);
    private static final Pattern CONSTANT =
            Pattern.compile("^[,\\s]*[A-Z][A-Z0-9_]*\\s*(\\(.*\\))?\\s*$", Pattern.DOTALL);

    /** A method, a constructor or an initialiser with its lines, the first and the last one included. */
    record Method(String header, int lines) {}

    private record Open(boolean isType, boolean isMethod, String header, int line) {}

    /** All sources below a folder of the present module. */
    static List<JavaSource> allBelow(String folder) {
        Path root = Path.of(System.getProperty("basedir", "")).resolve(folder);
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .map(file -> new JavaSource(root.relativize(file).toString(), read(file)))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Number of lines. */
    long lines() {
        return text.lines().count();
    }

    /** The text with comments, strings and characters left out; lines stay where they are. */
    String code() {
        return NOT_CODE.matcher(text)
                .replaceAll(found -> "\n".repeat((int)
                        found.group().chars().filter(c -> c == '\n').count()));
    }

    /** The methods in the order of their ends. */
    List<Method> methods() {
        List<Method> methods = new ArrayList<>();
        Deque<Open> open = new ArrayDeque<>();
        open.push(new Open(true, false, "", 1));
        StringBuilder header = new StringBuilder();
        int line = 1;
        for (char c : code().toCharArray()) {
            line += c == '\n' ? 1 : 0;
            if (c == '{') {
                open.push(opened(header.toString(), open.element(), line));
            } else if (c == '}') {
                Open closed = open.pop();
                if (closed.isMethod()) {
                    methods.add(new Method(closed.header(), line - closed.line() + 1));
                }
            }
            if (c == '{' || c == '}' || c == ';') {
                header.setLength(0);
            } else {
                header.append(c);
            }
        }
        return methods;
    }

    private static Open opened(String text, Open parent, int line) {
        String header = text.replaceAll("@\\w+(\\([^()]*\\))?", "").strip();
        boolean type = TYPE.matcher(header).find() || ANONYMOUS.matcher(header).find();
        boolean constant = CONSTANT.matcher(header).matches() && parent.isType();
        boolean method = parent.isType() && !type && !constant && !header.contains("=");
        Matcher newlines = Pattern.compile("\n").matcher(header);
        return new Open(
                type || constant,
                method,
                header,
                line - (int) newlines.results().count());
    }
}
