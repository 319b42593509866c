package glia.learning.train;

import glia.chip.datapath.KernelBenchmark;
import glia.core.bench.Entrant;
import glia.core.bench.Pace;
import glia.core.bench.Race;
import glia.core.bench.Table;
import glia.core.bench.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Many chips at once, and one large chip. */
public final class ScaleTable {
    private static final Pace PACE = Pace.of(1000, 60, 6, 3000);
    private static final Pace LARGE = Pace.of(500, 60, 6, 3000);

    private ScaleTable() {}

    /** As many chips as there are cores, on as many threads, beside one. */
    public static Table independent() {
        int cores = Runtime.getRuntime().availableProcessors();
        RunCase run = RunCase.GLYPHS_128_128;
        Trial trial = new Trial(
                List.of(
                        Entrant.of("one", 1, RunBenchmark.class, "replayed", "run=" + run),
                        Entrant.of("all", cores, RunBenchmark.class, "replayed", "run=" + run)),
                PACE,
                race -> {
                    double one = run.chunk() / race.seconds("one");
                    double all = cores * run.chunk() / race.seconds("all");
                    String row = Table.row(
                            run.title(),
                            run.network(),
                            String.format("%,.0f", one),
                            String.valueOf(cores),
                            String.format("%,.0f", all),
                            String.format("%.2f", all / one),
                            String.format("%.2f", all / one / cores));
                    return new Trial.Outcome(List.of(row), Map.of());
                });
        return new Table(
                List.of(
                        "independent chips",
                        "network",
                        "one, samples/s",
                        "threads",
                        "one a thread, samples/s together",
                        "speed-up",
                        "ratio to threads"),
                List.of(trial));
    }

    /** One layer as large as time allows, beside the rank-one kernel on a matrix of its size. */
    public static Table large(boolean largest) {
        List<Trial> trials = new ArrayList<>(List.of(large(RunCase.LAYER_4096, "4096x4096")));
        if (largest) {
            trials.add(large(RunCase.LAYER_10000, "10000x10000"));
            trials.add(large(RunCase.LAYER_10000_TILES, "10000x10000"));
        }
        return new Table(
                List.of(
                        "one large layer, dense inputs",
                        "synapses",
                        "tiles of",
                        "samples/s",
                        "ns a synapse and sample",
                        "rank-one kernel, ns a synapse",
                        "times the kernel"),
                trials);
    }

    private static Trial large(RunCase run, String size) {
        return new Trial(
                List.of(
                        Entrant.of(RunBenchmark.class, "replayed", "run=" + run),
                        Entrant.of(KernelBenchmark.class, "rankOne", "size=" + size)),
                LARGE,
                race -> read(race, run));
    }

    private static Trial.Outcome read(Race race, RunCase run) {
        double sample = race.seconds("replayed") / run.chunk();
        double training = 1e9 * sample / run.synapses();
        double kernel = 1e9 * race.seconds("rankOne") / run.synapses();
        String row = Table.row(
                run.network(),
                String.format("%,.0f", run.synapses()),
                run.tiles(),
                String.format("%.1f", 1 / sample),
                String.format("%.3f", training),
                String.format("%.3f", kernel),
                String.format("%.2f", training / kernel));
        return new Trial.Outcome(
                List.of(row),
                Map.of("rank-one kernel to layer " + run.network() + " " + run.tiles(), kernel / training));
    }
}
