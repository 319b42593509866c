package glia.cli;

import glia.cli.command.Commands;

/** Entry point of the program. */
public final class Main {
    private Main() {}

    /** Runs one command and exits with its code: 0 done, 1 a check failed or a training diverged, 2 bad input. */
    public static void main(String[] arguments) {
        System.exit(Commands.run(arguments));
    }
}
