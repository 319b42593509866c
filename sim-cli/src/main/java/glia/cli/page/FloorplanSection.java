package glia.cli.page;

import glia.cli.figure.DataTable;
import glia.cli.figure.GridMap;
import glia.cli.report.Quantities;
import glia.cli.run.BlockActivity;
import glia.cli.run.LayerWrites;
import glia.cli.run.RunDetails;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The floorplan of each run: what stands where, how busy it is, what it takes, how it wears. */
record FloorplanSection(List<RunDetails> runs) implements Section {
    private static final List<String> OTHERS = List.of("bus", "interconnect");

    @Override
    public String id() {
        return "floorplan";
    }

    @Override
    public String heading() {
        return "Floorplan";
    }

    @Override
    public List<Plot> plots() {
        List<Plot> plots = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            plots.add(plot(runs.get(i), i));
        }
        return plots;
    }

    private Plot plot(RunDetails run, int number) {
        PlanDrawing drawing = new PlanDrawing(run.plan());
        List<Plot.Picture> pictures = new ArrayList<>();
        add(pictures, "plan", number, drawing.blocks(Names.titled("Floorplan", run, runs)));
        if (run.activity().source() != BlockActivity.Source.NONE) {
            add(pictures, "utilisation", number, utilisation(run, drawing));
        }
        if (run.energy().samples() > 0) {
            add(pictures, "energy", number, energy(run, drawing));
        }
        add(pictures, "wear", number, wear(run, drawing));
        return new Plot(Names.numbered("floorplan", number, runs.size()), pictures, data(run));
    }

    private void add(List<Plot.Picture> pictures, String what, int number, GridMap map) {
        pictures.add(new Plot.Picture(Names.numbered("floorplan-" + what, number, runs.size()), map));
    }

    private GridMap utilisation(RunDetails run, PlanDrawing drawing) {
        String source = run.activity().source() == BlockActivity.Source.RUN
                ? "counted in the run."
                : "of one sample that refreshes no DeltaVecs, followed on a chip beside, with inputs of 1.";
        return drawing.values(
                Names.titled("Utilisation", run, runs),
                "Share of the time in which a block has work, from the delivery that gives it some to its last result; "
                        + source,
                block -> run.activity().shares().getOrDefault(block, 0.0),
                most(runs.stream().flatMap(each -> each.activity().shares().values().stream())),
                PlanDrawing::percent,
                List.of());
    }

    private GridMap energy(RunDetails run, PlanDrawing drawing) {
        Stream<Double> all = runs.stream()
                .filter(each -> each.energy().samples() > 0)
                .flatMap(each -> each.energy().picojoules().keySet().stream().map(block -> energy(each, block)));
        return drawing.values(
                Names.titled("Energy of a sample", run, runs),
                "Energy of a sample by block.",
                block -> energy(run, block),
                most(all),
                joules -> Unit.text(joules, "J"),
                OTHERS);
    }

    private static double energy(RunDetails run, String block) {
        return EnergySection.ofSample(run, run.energy().ofBlock(block));
    }

    private GridMap wear(RunDetails run, PlanDrawing drawing) {
        Map<String, Double> worst = worst(run);
        return drawing.values(
                Names.titled("Wear", run, runs),
                "Writes of the synapse most often written, by tile; other blocks have none.",
                block -> worst.getOrDefault(block, Double.NaN),
                most(runs.stream().flatMap(each -> worst(each).values().stream())),
                writes -> Quantities.count(Math.round(writes)) + " writes",
                List.of());
    }

    private static Map<String, Double> worst(RunDetails run) {
        Map<String, Double> worst = new HashMap<>();
        for (LayerWrites layer : run.writes()) {
            layer.worst().forEach((tile, writes) -> worst.put(tile, (double) writes));
        }
        return worst;
    }

    /** The most writes of a synapse of a block; nothing if it has none. */
    private static Object written(Map<String, Double> worst, String block) {
        Double writes = worst.get(block);
        return writes == null ? "" : Math.round(writes);
    }

    private static double most(Stream<Double> values) {
        return values.mapToDouble(Double::doubleValue)
                .filter(value -> value > 0)
                .max()
                .orElse(1);
    }

    private static DataTable data(RunDetails run) {
        DataTable data = new DataTable("block", "column", "row", "utilisation", "joules a sample", "max writes");
        Map<String, Double> worst = worst(run);
        if (BlockGroups.areFew(run.energy())) {
            run.plan()
                    .placement()
                    .blocks()
                    .forEach((block, place) -> data.row(
                            block,
                            place.x(),
                            place.y(),
                            utilisation(run, block),
                            joules(run, block),
                            written(worst, block)));
            OTHERS.forEach(block -> data.row(block, "", "", "", joules(run, block), ""));
        } else {
            BlockGroups.of(run.energy()).forEach((name, group) -> data.row(groupRow(run, worst, name, group)));
        }
        return data;
    }

    /** A group's mean utilisation, its energy, and the most writes of a synapse in it. */
    private static Object[] groupRow(RunDetails run, Map<String, Double> worst, String name, BlockGroups.Group group) {
        Map<String, Double> shares = run.activity().shares();
        double busy = group.blocks().stream()
                .mapToDouble(block -> shares.getOrDefault(block, 0.0))
                .average()
                .orElse(0);
        double most = group.blocks().stream()
                .mapToDouble(block -> worst.getOrDefault(block, 0.0))
                .max()
                .orElse(0);
        return new Object[] {name, "", "", busy, EnergySection.ofSample(run, group.total()), Math.round(most)};
    }

    private static Object utilisation(RunDetails run, String block) {
        return run.activity().source() == BlockActivity.Source.NONE
                ? ""
                : run.activity().shares().getOrDefault(block, 0.0);
    }

    private static Object joules(RunDetails run, String block) {
        return run.energy().samples() == 0 ? "" : energy(run, block);
    }
}
