package glia.cli.slurm;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** How this very program is started again, elsewhere. */
public final class Program {
    private static final String MAIN = "glia.cli.Main";

    private Program() {}

    /** The words of a command that starts it, before its arguments. */
    public static List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(Program::isOfTheProgram)
                .forEach(command::add);
        command.add("-cp");
        command.add(Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(each -> Path.of(each).toAbsolutePath().normalize().toString())
                .collect(Collectors.joining(File.pathSeparator)));
        command.add(MAIN);
        return command;
    }

    /** Where output goes, and tools that watch this process, are not. */
    private static boolean isOfTheProgram(String option) {
        return !option.startsWith("-Dglia.errors")
                && !option.startsWith("-Dglia.terminal")
                && !option.startsWith("-javaagent")
                && !option.startsWith("-agentlib");
    }

    /** Words as a line of a shell script. */
    static String line(List<String> words) {
        return words.stream()
                .map(word -> word.matches("[\\w./:=,@%+-]+") ? word : "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
    }
}
