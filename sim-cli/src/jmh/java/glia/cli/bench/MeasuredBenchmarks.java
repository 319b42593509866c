package glia.cli.bench;

import glia.chip.datapath.KernelTable;
import glia.core.bench.RaceFailure;
import glia.core.bench.Table;
import glia.core.bench.Trial;
import glia.core.event.EventTable;
import glia.learning.train.RunTable;
import glia.learning.train.ScaleTable;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The benchmarks of all modules. */
final class MeasuredBenchmarks implements Benchmarks {
    private final Map<Trial, Set<String>> measured = new LinkedHashMap<>();
    private boolean slowly;

    @Override
    public Map<String, Double> measure(BenchPlan plan, PrintWriter out) {
        System.setProperty(
                "glia.data",
                plan.folder().map(Path::toAbsolutePath).map(Path::toString).orElse(""));
        slowly = plan.slowly();
        out.printf(
                "Java %s, %s, %d cores%n%n",
                System.getProperty("java.version"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors());
        Map<String, Double> ratios = new LinkedHashMap<>();
        for (Table table : tables(plan)) {
            measure(table, ratios, out);
        }
        return ratios;
    }

    private void measure(Table table, Map<String, Double> ratios, PrintWriter out) {
        table.head().forEach(out::println);
        out.flush();
        for (Trial trial : table.trials()) {
            try {
                Trial.Outcome outcome = trial.run(slowly);
                measured.put(trial, outcome.ratios().keySet());
                ratios.putAll(outcome.ratios());
                outcome.rows().forEach(out::println);
            } catch (RaceFailure failure) {
                out.println("not measured: " + failure.getMessage());
            }
            out.flush();
        }
        out.println();
    }

    @Override
    public Map<String, Double> measureAgain(Set<String> names) {
        Map<String, Double> ratios = new LinkedHashMap<>();
        measured.forEach((trial, own) -> {
            if (!Collections.disjoint(own, names)) {
                ratios.putAll(trial.run(slowly).ratios());
            }
        });
        return ratios;
    }

    private static List<Table> tables(BenchPlan plan) {
        List<Table> tables = new ArrayList<>();
        for (BenchPart part : plan.parts()) {
            tables.addAll(
                    switch (part) {
                        case EVENTS -> List.of(EventTable.queues(), EventTable.deliveries());
                        case KERNELS -> List.of(KernelTable.kernels());
                        case RUNS -> List.of(RunTable.runs(plan.sets()));
                        case SCALE -> List.of(ScaleTable.independent(), ScaleTable.large(plan.slowly()));
                    });
        }
        return tables;
    }
}
