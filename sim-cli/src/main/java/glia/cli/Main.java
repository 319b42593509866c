package glia.cli;

import glia.cli.command.Commands;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Entry point of the program. */
public final class Main {
    private Main() {}

    /** Runs one command and exits with its code: 0 done, 1 a check failed or a training diverged, 2 bad input. */
    public static void main(String[] arguments) {
        if (System.getProperty("glia.errors", "").equals("stdin")) {
            writeErrorsToInput();
        }
        System.exit(Commands.run(arguments));
    }

    /** The launcher has made standard input what standard error was, and filters what the virtual machine itself writes. */
    private static void writeErrorsToInput() {
        OutputStream errors = new FileOutputStream(FileDescriptor.in);
        System.setErr(new PrintStream(new BufferedOutputStream(errors), true, StandardCharsets.UTF_8));
    }
}
