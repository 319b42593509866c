package glia.core.bench;

import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** One benchmark in a process of its own, which runs an iteration whenever {@link Race} asks it for one. */
public final class Contender {
    private static final int UNTIL_STOPPED = 1_000_000;

    private Contender() {}

    /** Takes benchmark, milliseconds of the first and of other iterations, threads, and then parameter=value of the benchmark. */
    public static void main(String[] arguments) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(arguments[0].replace(".", "\\.") + "$")
                .forks(0)
                .warmupIterations(1)
                .warmupTime(TimeValue.milliseconds(Long.parseLong(arguments[1])))
                .measurementIterations(UNTIL_STOPPED)
                .measurementTime(TimeValue.milliseconds(Long.parseLong(arguments[2])))
                .threads(Integer.parseInt(arguments[3]))
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true);
        for (String parameter : List.of(arguments).subList(4, arguments.length)) {
            String[] parts = parameter.split("=", 2);
            options.param(parts[0], parts[1]);
        }
        new Runner(options.build(), new GatedOutput(System.in, System.out)).run();
    }
}
