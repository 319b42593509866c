package glia.cli.report;

import glia.chip.ChipAction;
import glia.chip.build.Chip;
import glia.chip.build.Figure;
import glia.chip.build.Technology;
import glia.cli.run.FinishedRun;
import glia.core.account.EnergyReport;
import glia.core.config.InputException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A run's energy under its own and under another technology. */
public final class RecostScreen {
    private final FinishedRun run;
    private final Technology technology;
    private final Technology own;
    private final Chip chip;
    private final StringBuilder out = new StringBuilder();

    private RecostScreen(FinishedRun run, Technology technology) {
        this.run = run;
        this.technology = technology;
        own = run.technology();
        chip = run.scenario().chip();
    }

    /** The screen. */
    public static String of(FinishedRun run, Technology technology) {
        RecostScreen screen = new RecostScreen(run, technology);
        screen.energies();
        screen.latencies();
        return screen.out.toString();
    }

    private void energies() {
        Map<Long, FinishedRun.Counts> counts = run.counts();
        if (counts.isEmpty()) {
            throw new InputException("the run has no evaluation and so no counts to price");
        }
        FinishedRun.Counts last = List.copyOf(counts.values()).get(counts.size() - 1);
        long samples = List.copyOf(counts.keySet()).get(counts.size() - 1);
        EnergyReport before = price(last, own);
        EnergyReport after = price(last, technology);
        line("Energy of %s samples, %s cycles", Quantities.count(samples), Quantities.count(last.cycles()));
        Table table = new Table().row("action", own.name(), technology.name());
        after.byAction()
                .forEach((action, energy) -> table.row(
                        action,
                        Quantities.energy(before.byAction().getOrDefault(action, BigDecimal.ZERO)),
                        Quantities.energy(energy)));
        table.row("all", Quantities.energy(before.totalPicojoules()), Quantities.energy(after.totalPicojoules()));
        out.append(table);
        target(counts);
    }

    private EnergyReport price(FinishedRun.Counts counts, Technology prices) {
        return EnergyReport.of(
                counts.entries(),
                chip.staticBlocks(),
                prices.energyTable(run.scenario().chipConfig().powerGating()),
                counts.cycles(),
                run.scenario().chipConfig().clockHertz());
    }

    private void target(Map<Long, FinishedRun.Counts> counts) {
        long samples = run.summary().at("/toTarget/samples").asLong(-1);
        FinishedRun.Counts reached = counts.get(samples);
        if (reached != null) {
            line(
                    "To target accuracy: %s, was %s",
                    Quantities.energy(price(reached, technology).totalPicojoules()),
                    Quantities.energy(price(reached, own).totalPicojoules()));
        }
    }

    private void latencies() {
        List<String> different = new ArrayList<>();
        for (ChipAction action : ChipAction.values()) {
            if (differs(own.latencies(), technology.latencies(), action.name())
                    || differs(own.intervals(), technology.intervals(), action.name())) {
                different.add(action.name());
            }
        }
        line(
                different.isEmpty()
                        ? "All latencies are the same."
                        : "Latencies differ, which glia retime takes in: " + String.join(", ", different));
    }

    private static boolean differs(Map<String, Figure> one, Map<String, Figure> other, String action) {
        Figure before = one.get(action);
        Figure after = other.get(action);
        return before != null && after != null && before.value().compareTo(after.value()) != 0;
    }

    private void line(String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
