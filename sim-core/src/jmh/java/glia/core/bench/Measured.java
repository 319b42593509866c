package glia.core.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What was measured of some benchmarks, all of which count average seconds an operation. */
public final class Measured {
    private static final int WARM_UPS = 2;
    private static final int MEASUREMENTS = 4;

    private final Collection<RunResult> results;

    private Measured(Collection<RunResult> results) {
        this.results = results;
    }

    /** Runs the benchmarks of a class, each in a JVM of its own, six iterations of some milliseconds. */
    public static Measured of(Class<?> benchmarks, int iterationMillis) throws RunnerException {
        return new Measured(new Runner(options(benchmarks, iterationMillis).build()).run());
    }

    /** As {@link #of(Class, int)}, with values for a parameter of the benchmarks. */
    public static Measured of(Class<?> benchmarks, int iterationMillis, String parameter, List<String> values)
            throws RunnerException {
        ChainedOptionsBuilder options =
                options(benchmarks, iterationMillis).param(parameter, values.toArray(String[]::new));
        return new Measured(new Runner(options.build()).run());
    }

    private static ChainedOptionsBuilder options(Class<?> benchmarks, int iterationMillis) {
        TimeValue time = TimeValue.milliseconds(iterationMillis);
        return new OptionsBuilder()
                .include(benchmarks.getName().replace(".", "\\.") + "\\.")
                .forks(1)
                .warmupIterations(WARM_UPS)
                .warmupTime(time)
                .measurementIterations(MEASUREMENTS)
                .measurementTime(time)
                .addProfiler(GCProfiler.class)
                .jvmArgsAppend("-Xms2g", "-Xmx2g", "-XX:+UseParallelGC")
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true);
    }

    /** Seconds an operation of a benchmark took on average, with these values of its parameters. */
    public double seconds(String method, Object... parameters) {
        return find(method, parameters).getPrimaryResult().getScore();
    }

    /** Bytes allocated an operation. */
    public double bytes(String method, Object... parameters) {
        Result<?> bytes = find(method, parameters).getSecondaryResults().get("gc.alloc.rate.norm");
        return bytes == null ? Double.NaN : bytes.getScore();
    }

    private RunResult find(String method, Object... parameters) {
        Set<String> values = new HashSet<>();
        Arrays.stream(parameters).map(Object::toString).forEach(values::add);
        return results.stream()
                .filter(result -> result.getParams().getBenchmark().endsWith("." + method))
                .filter(result -> values(result.getParams()).equals(values))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing was measured of " + method + " with " + values));
    }

    private static Set<String> values(BenchmarkParams parameters) {
        Set<String> values = new HashSet<>();
        parameters.getParamsKeys().forEach(key -> values.add(parameters.getParam(key)));
        return values;
    }
}
