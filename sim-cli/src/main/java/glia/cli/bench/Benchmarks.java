package glia.cli.bench;

import java.io.PrintWriter;
import java.util.Map;
import java.util.Set;

/** Measures speed. What does so is no part of the tool: benchmarks are built apart and bring their own entry point. */
public interface Benchmarks {
    /** Measures, prints tables as they come, and answers ratios by name; more is better. */
    Map<String, Double> measure(BenchPlan plan, PrintWriter out);

    /** Measures some ratios of the last {@link #measure} again, and with them those that come from the same times. */
    Map<String, Double> measureAgain(Set<String> names);
}
