package glia.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A headless Chromium, run once for each look at a page.
 *
 * @param program its file
 * @param folder for its profile and what it prints
 */
record Browser(Path program, Path folder) {
    private static final int SECONDS = 120;

    /** The browser on the path, if there is one. */
    static Optional<Path> find() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Runs it on a page; answers what it wrote to standard output. Console messages and faults are failures. */
    String open(Path page, String... options) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        List<String> command = new ArrayList<>(List.of(program.toString(), "--headless", "--no-sandbox"));
        command.addAll(List.of("--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"));
        command.addAll(List.of("--no-first-run", "--enable-logging=stderr", "--hide-scrollbars"));
        command.add("--user-data-dir=" + folder.resolve("profile"));
        command.addAll(List.of(options));
        command.add(page.toUri().toString());
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new AssertionError(program + " did not end\n" + Files.readString(err));
        }
        String said = Files.readString(err);
        if (process.exitValue() != 0 || said.contains("CONSOLE")) {
            throw new AssertionError(program + " ended with " + process.exitValue() + "\n" + said);
        }
        return Files.readString(out);
    }
}
