package glia.core.bench;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Who takes part in a {@link Race}: a process that runs an iteration for each byte it reads. */
public interface Entrant {
    /** What to call it within its race. */
    String name();

    /** The command to start it with. */
    List<String> command(Pace pace);

    /** A benchmark under its method's name, with {@code parameter=value} for its parameters. */
    static Entrant of(Class<?> benchmarks, String method, String... parameters) {
        return of(method, 1, benchmarks, method, parameters);
    }

    /** A benchmark under a name, in some threads. */
    static Entrant of(String name, int threads, Class<?> benchmarks, String method, String... parameters) {
        return new Benchmark(name, threads, benchmarks.getName() + "." + method, List.of(parameters));
    }

    /** A program that takes the milliseconds of an iteration behind its own arguments. */
    static Entrant of(String name, List<String> program) {
        return new Program(name, program);
    }

    /** A JMH benchmark, in a JVM with the options of this one. */
    record Benchmark(String name, int threads, String benchmark, List<String> parameters) implements Entrant {
        @Override
        public List<String> command(Pace pace) {
            List<String> command = new ArrayList<>();
            command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
            command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
            command.addAll(Arrays.asList(
                    "-Djmh.ignoreLock=true",
                    "-Dglia.data=" + System.getProperty("glia.data", ""),
                    "-classpath",
                    System.getProperty("java.class.path"),
                    Contender.class.getName(),
                    benchmark,
                    String.valueOf(pace.warmUp()),
                    String.valueOf(pace.millis()),
                    String.valueOf(threads)));
            command.addAll(parameters);
            return command;
        }
    }

    /** Another program. */
    record Program(String name, List<String> program) implements Entrant {
        @Override
        public List<String> command(Pace pace) {
            List<String> command = new ArrayList<>(program);
            command.add(String.valueOf(pace.millis()));
            return command;
        }
    }
}
