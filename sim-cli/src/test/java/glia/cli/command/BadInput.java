package glia.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A bad input and the one line that must answer it. In arguments, files and line, {@code DIR} stands for the test's folder.
 *
 * @param what what is wrong with it
 * @param line the line after "glia: "; if it ends in "..." only what stands before is compared
 * @param arguments the command; {@code run} gets an {@code --out DIR/out} if it has none
 * @param files the files that the command finds, by name
 */
record BadInput(String what, String line, List<String> arguments, Map<String, byte[]> files) {
    static BadInput of(String what, String line, String... arguments) {
        return new BadInput(what, line, List.of(arguments), Map.of());
    }

    /** The scenario tiny with one value put over it. */
    static BadInput set(String what, String line, String override) {
        return of(what, "--set: " + line, "run", "tiny", "--set", override);
    }

    /** A scenario file. */
    static BadInput scenario(String what, String line, String... lines) {
        return of(what, line, "run", "DIR/s.yaml").with("s.yaml", String.join("\n", lines) + "\n");
    }

    /** The same command with one value more put over its scenario. */
    BadInput set(String override) {
        List<String> more = new ArrayList<>(arguments);
        more.addAll(List.of("--set", override));
        return new BadInput(what, line, more, files);
    }

    BadInput with(String name, String text) {
        return with(name, text.getBytes(StandardCharsets.UTF_8));
    }

    BadInput with(String name, byte[] content) {
        Map<String, byte[]> more = new LinkedHashMap<>(files);
        more.put(name, content);
        return new BadInput(what, line, arguments, more);
    }

    /** Runs it: exit code 2, exactly this line, no stack trace, and no file or folder more than before. */
    void check(Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.write(path, here(file.getKey(), file.getValue(), folder));
        }
        List<String> before = tree(folder);
        Cli answer = Cli.run(all(folder));
        String said = answer.err().replace(folder.toString(), "DIR");
        if (line.endsWith("...")) {
            assertTrue(said.startsWith("glia: " + line.substring(0, line.length() - 3)), said);
            assertEquals(said.length() - 1, said.indexOf('\n'), said);
        } else {
            assertEquals("glia: " + line + "\n", said);
        }
        assertEquals(Commands.BAD_INPUT, answer.code());
        assertEquals("", answer.out());
        assertEquals(before, tree(folder), "files and folders");
    }

    private String[] all(Path folder) {
        List<String> all = new ArrayList<>(arguments);
        if (arguments.get(0).equals("run") && !arguments.contains("--out")) {
            all.addAll(List.of("--out", "DIR/out"));
        }
        return all.stream()
                .map(argument -> argument.replace("DIR", folder.toString()))
                .toArray(String[]::new);
    }

    private static byte[] here(String name, byte[] content, Path folder) {
        return name.endsWith(".yaml") && !name.startsWith("binary")
                ? new String(content, StandardCharsets.UTF_8)
                        .replace("DIR", folder.toString())
                        .getBytes(StandardCharsets.UTF_8)
                : content;
    }

    /** Everything below a folder, by name and size. */
    static List<String> tree(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.map(path -> folder.relativize(path) + (Files.isDirectory(path) ? "/" : " " + size(path)))
                    .sorted()
                    .toList();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            return -1;
        }
    }

    @Override
    public String toString() {
        return what;
    }
}
