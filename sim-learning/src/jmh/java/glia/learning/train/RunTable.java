package glia.learning.train;

import glia.core.bench.Entrant;
import glia.core.bench.Pace;
import glia.core.bench.Race;
import glia.core.bench.Table;
import glia.core.bench.Trial;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whole runs beside the bare loop of the same arithmetic. */
public final class RunTable {
    private static final Pace PACE = Pace.of(1500, 50, 6, 5000);

    private RunTable() {}

    /** The runs whose files are there. */
    public static Table runs(Set<String> files) {
        List<Trial> trials = Arrays.stream(RunCase.values())
                .filter(run -> !run.isOneLayer())
                .filter(run -> run.files().isEmpty() || files.contains(run.files()))
                .map(RunTable::trial)
                .toList();
        return new Table(
                List.of(
                        "δ-MGD training, one core",
                        "network",
                        "samples/s",
                        "cycles only, no counts",
                        "every step simulated",
                        "bare Java loop",
                        "ratio to cycles only",
                        "to every step simulated",
                        "to bare loop"),
                trials);
    }

    private static Trial trial(RunCase run) {
        List<Entrant> entrants = List.of(
                entrant("replayed", run), entrant("uncounted", run), entrant("simulated", run), entrant("bare", run));
        return new Trial(entrants, PACE, race -> read(race, run));
    }

    private static Entrant entrant(String method, RunCase run) {
        return Entrant.of(RunBenchmark.class, method, "run=" + run);
    }

    private static Trial.Outcome read(Race race, RunCase run) {
        Map<String, Double> ratios = new LinkedHashMap<>();
        String name = run.title() + " " + run.network();
        ratios.put(name + " to cycles only", race.ratio("replayed", "uncounted"));
        ratios.put(name + " to every step simulated", race.ratio("replayed", "simulated"));
        ratios.put(name + " to bare loop", race.ratio("replayed", "bare"));
        String row = Table.row(
                run.title(),
                run.network(),
                samples(race, run, "replayed"),
                samples(race, run, "uncounted"),
                samples(race, run, "simulated"),
                samples(race, run, "bare"),
                String.format("%.2f", race.ratio("replayed", "uncounted")),
                String.format("%.2f", race.ratio("replayed", "simulated")),
                String.format("%.2f", race.ratio("replayed", "bare")));
        return new Trial.Outcome(List.of(row), ratios);
    }

    private static String samples(Race race, RunCase run, String name) {
        return String.format("%,.0f", run.chunk() / race.seconds(name));
    }
}
