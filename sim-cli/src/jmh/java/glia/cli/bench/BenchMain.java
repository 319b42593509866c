package glia.cli.bench;

import glia.cli.command.Commands;
import java.util.Optional;

/** Entry point of the program with its benchmarks. */
public final class BenchMain {
    private BenchMain() {}

    /** Runs one command and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(Commands.run(Optional.of(new MeasuredBenchmarks()), arguments));
    }
}
