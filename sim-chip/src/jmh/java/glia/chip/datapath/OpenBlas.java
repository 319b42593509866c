package glia.chip.datapath;

import glia.core.bench.Entrant;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/** The program that times OpenBLAS, compiled when first needed, where there are a C compiler and the library. */
final class OpenBlas {
    private static final List<String> LIBRARIES = List.of("-lopenblas", "-l:libopenblas.so.0");

    private static Optional<Path> program = Optional.empty();
    private static boolean tried;

    private OpenBlas() {}

    /** An operation ("m": product, "u": update, "b": update, then product) under a name; nothing where it cannot be had. */
    static synchronized Optional<Entrant> entrant(String name, String operation, int rows, int columns) {
        if (!tried) {
            tried = true;
            program = compile();
        }
        return program.map(path -> Entrant.of(
                name,
                List.of(
                        "env",
                        "OPENBLAS_NUM_THREADS=1",
                        path.toString(),
                        operation,
                        String.valueOf(rows),
                        String.valueOf(columns))));
    }

    private static Optional<Path> compile() {
        try {
            Path folder = Files.createTempDirectory("glia-bench");
            Path source = folder.resolve("blas.c");
            Path compiled = folder.resolve("blas");
            folder.toFile().deleteOnExit();
            source.toFile().deleteOnExit();
            compiled.toFile().deleteOnExit();
            try (InputStream code = OpenBlas.class.getResourceAsStream("blas.c")) {
                Files.copy(code, source, StandardCopyOption.REPLACE_EXISTING);
            }
            for (String library : LIBRARIES) {
                if (compile(source, compiled, library) && starts(compiled)) {
                    return Optional.of(compiled);
                }
            }
            return Optional.empty();
        } catch (IOException noCompiler) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static boolean compile(Path source, Path compiled, String library)
            throws IOException, InterruptedException {
        return silently("cc", "-std=c99", "-O2", "-o", compiled.toString(), source.toString(), library) == 0;
    }

    private static boolean starts(Path compiled) throws IOException, InterruptedException {
        return silently("env", "OPENBLAS_NUM_THREADS=1", compiled.toString(), "m", "1", "1", "1") == 0;
    }

    private static int silently(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        return process.waitFor();
    }
}
