package glia.cli.command;

import glia.cli.bench.Benchmarks;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a command answered: run in this process, with what it printed.
 *
 * @param code the exit code
 * @param out all of standard output
 * @param err all of standard error
 */
record Cli(int code, String out, String err) {
    /** Runs a command. Standard output and error are diverted while it runs: picocli asks for them anew each time. */
    static Cli run(String... arguments) {
        return run(Optional.empty(), arguments);
    }

    /** As {@link #run(String...)}, with benchmarks at hand. */
    static Cli run(Optional<Benchmarks> benchmarks, String... arguments) {
        PrintStream oldOut = System.out;
        PrintStream oldErr = System.err;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try (PrintStream newOut = new PrintStream(out, true, StandardCharsets.UTF_8);
                PrintStream newErr = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            System.setOut(newOut);
            System.setErr(newErr);
            int code = Commands.run(benchmarks, arguments);
            return new Cli(code, text(out), text(err));
        } finally {
            System.setOut(oldOut);
            System.setErr(oldErr);
        }
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** This answer, if the command was done; else everything it said, as a failure. */
    Cli expectDone() {
        if (code != Commands.DONE) {
            throw new AssertionError("exit code " + code + "\n" + err + out);
        }
        return this;
    }
}
