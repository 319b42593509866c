package glia.cli.page;

import glia.cli.figure.Axis;
import glia.cli.figure.DataTable;
import glia.cli.figure.Spans;
import glia.cli.report.Quantities;
import glia.cli.run.EnergyParts;
import glia.cli.run.RunDetails;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** The energy of a sample by block and by action, and down to every block's actions. */
record EnergySection(List<RunDetails> runs) implements Section {
    private static final double PICO = 1e-12;
    /** Actions that have a colour of their own; the others share one. */
    private static final int COLOURED = 7;
    /** So many actions are shown beside each other where runs are compared. */
    private static final int COMPARED = 8;

    private static final String OTHERS = "others";

    @Override
    public String id() {
        return "energy";
    }

    @Override
    public String heading() {
        return "Energy";
    }

    private List<RunDetails> priced() {
        return runs.stream().filter(run -> run.energy().samples() > 0).toList();
    }

    /** The energy of a sample in joules. */
    static double ofSample(RunDetails run, BigDecimal picojoules) {
        return picojoules.doubleValue() * PICO / run.energy().samples();
    }

    @Override
    public List<Plot> plots() {
        return priced().isEmpty() ? List.of() : List.of(byBlock(), byAction());
    }

    private Plot byBlock() {
        List<String> coloured =
                actions().subList(0, Math.min(COLOURED, actions().size()));
        List<String> legend = new ArrayList<>(coloured);
        if (actions().size() > coloured.size()) {
            legend.add(OTHERS);
        }
        double largest = priced().stream()
                .flatMapToDouble(run -> BlockGroups.of(run.energy()).values().stream()
                        .mapToDouble(group -> ofSample(run, group.total())))
                .max()
                .orElse(0);
        Unit unit = Unit.fitting(largest, "J");
        List<Spans.Row> rows = new ArrayList<>();
        for (RunDetails run : priced()) {
            if (priced().size() > 1) {
                rows.add(Spans.Row.heading(run.name()));
            }
            BlockGroups.of(run.energy()).forEach((name, group) -> rows.add(row(run, name, group, coloured, unit)));
        }
        Axis axis = Axis.around(unit.axis("energy of a sample"), DoubleStream.of(0, unit.of(largest)));
        String description =
                "Energy of a sample by block, tiles of a layer together, divided by action: those that take most in"
                        + " all have a colour of their own.";
        return Plot.of(
                "energy-blocks", new Spans("Energy of a sample by block", description, axis, legend, rows), data());
    }

    private static Spans.Row row(
            RunDetails run, String name, BlockGroups.Group group, List<String> coloured, Unit unit) {
        List<Spans.Span> spans = new ArrayList<>();
        Map<String, BigDecimal> parts = group.actions();
        double from = 0;
        for (int i = 0; i <= coloured.size(); i++) {
            boolean others = i == coloured.size();
            String action = others ? OTHERS : coloured.get(i);
            BigDecimal energy = others
                    ? parts.entrySet().stream()
                            .filter(part -> !coloured.contains(part.getKey()))
                            .map(Map.Entry::getValue)
                            .reduce(BigDecimal.ZERO, BigDecimal::add)
                    : parts.getOrDefault(action, BigDecimal.ZERO);
            double joules = ofSample(run, energy);
            if (joules > 0) {
                String says = name + ", " + action + ": " + Unit.text(joules, "J");
                spans.add(Spans.Span.of(from, from + unit.of(joules), i, says));
                from += unit.of(joules);
            }
        }
        return new Spans.Row(name, spans, Unit.text(ofSample(run, group.total()), "J"));
    }

    /** Actions by the energy that all runs spent on them, the dearest first. */
    private List<String> actions() {
        Map<String, BigDecimal> totals = new LinkedHashMap<>();
        priced().forEach(run ->
                byAction(run.energy()).forEach((action, energy) -> totals.merge(action, energy, BigDecimal::add)));
        return totals.entrySet().stream()
                .sorted(Map.Entry.<String, BigDecimal>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<String, BigDecimal> byAction(EnergyParts energy) {
        Map<String, BigDecimal> totals = new LinkedHashMap<>();
        energy.picojoules()
                .values()
                .forEach(block -> block.forEach((action, part) -> totals.merge(action, part, BigDecimal::add)));
        return totals;
    }

    private Plot byAction() {
        DataTable data = new DataTable("run", "action", "joules", "joules a sample");
        List<String> shown = priced().size() == 1
                ? actions()
                : actions().subList(0, Math.min(COMPARED, actions().size()));
        List<RunBars.OfRun> bars = new ArrayList<>();
        for (RunDetails run : priced()) {
            Map<String, Double> values = new LinkedHashMap<>();
            byAction(run.energy()).forEach((action, energy) -> {
                double joules = ofSample(run, energy);
                values.merge(shown.contains(action) ? action : OTHERS, joules, Double::sum);
                data.row(run.name(), action, joules(energy), joules);
            });
            bars.add(new RunBars.OfRun(run.name(), values));
        }
        List<String> categories = shown.size() < actions().size()
                ? Stream.concat(shown.stream(), Stream.of(OTHERS)).toList()
                : shown;
        return Plot.of(
                "energy-actions",
                new RunBars("energy of a sample", "J", categories, bars)
                        .figure(
                                "Energy of a sample by action",
                                "Energy of a sample by action, the dearest first; STATIC_POWER is leakage, CLOCK the clock."),
                data);
    }

    private static String joules(BigDecimal picojoules) {
        return picojoules.scaleByPowerOfTen(-12).stripTrailingZeros().toPlainString();
    }

    /** Every block's actions; of groups where blocks are very many. */
    private DataTable data() {
        DataTable data = new DataTable("run", "block", "action", "joules");
        for (RunDetails run : priced()) {
            if (BlockGroups.areFew(run.energy())) {
                run.energy()
                        .picojoules()
                        .forEach((block, parts) ->
                                parts.forEach((action, energy) -> data.row(run.name(), block, action, joules(energy))));
            } else {
                BlockGroups.of(run.energy())
                        .forEach((name, group) -> group.actions()
                                .forEach((action, energy) -> data.row(run.name(), name, action, joules(energy))));
            }
        }
        return data;
    }

    @Override
    public void write(Html html) {
        for (RunDetails run : runs) {
            long samples = run.energy().samples();
            if (samples == 0) {
                html.element("p", run.name() + " came to no evaluation, so it has no counts to price.");
            } else if (samples != run.entry().run().totals().samples()) {
                html.element(
                        "p",
                        run.name() + ": as of its last evaluation, after " + Quantities.count(samples) + " samples.");
            }
        }
        Section.super.write(html);
        for (RunDetails run : priced()) {
            new EnergyTree(run).write(html, Names.titled("Block by block", run, runs));
        }
    }
}
