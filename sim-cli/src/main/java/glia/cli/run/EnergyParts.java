package glia.cli.run;

import glia.chip.build.Chip;
import glia.core.account.ActionLedger;
import glia.core.account.AwakeCycle;
import glia.core.account.EnergyReport;
import glia.core.config.InputException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A run's energy by block and action at its last evaluation: its counts times its own prices. The parts add up to the whole
 * to the last digit.
 *
 * @param samples training samples at that evaluation, 0 if there was none
 * @param picojoules by block and by action; registers stand under their block
 */
public record EnergyParts(long samples, Map<String, Map<String, BigDecimal>> picojoules) {
    private static final String REGISTERS = ".registers";

    /** Prices a run's counts; those of its end must cost what its summary says. */
    public static EnergyParts of(FinishedRun run, Chip chip) {
        FinishedRun.LastCounts last = run.lastCounts();
        if (last.samples() == 0) {
            return new EnergyParts(0, Map.of());
        }
        Map<String, List<ActionLedger.Entry>> entries = new LinkedHashMap<>();
        last.counts()
                .entries()
                .forEach(entry -> entries.computeIfAbsent(entry.block(), block -> new ArrayList<>())
                        .add(entry));
        Map<String, Map<String, BigDecimal>> parts = new LinkedHashMap<>();
        Pricing pricing = new Pricing(run, last.counts().cycles());
        entries.forEach((block, counts) -> pricing.add(parts, block, counts, List.of()));
        for (EnergyReport.Block block : chip.staticBlocks()) {
            List<ActionLedger.Entry> awake = entries.getOrDefault(block.wakesWith(), List.of()).stream()
                    .filter(entry -> entry.action().equals(AwakeCycle.NAME))
                    .toList();
            pricing.add(parts, plain(block.name()), awake, List.of(block));
        }
        EnergyParts priced = new EnergyParts(last.samples(), parts);
        priced.check(run);
        return priced;
    }

    private record Pricing(FinishedRun run, long cycles) {
        void add(
                Map<String, Map<String, BigDecimal>> parts,
                String block,
                List<ActionLedger.Entry> entries,
                List<EnergyReport.Block> blocks) {
            Map<String, BigDecimal> actions = parts.computeIfAbsent(block, name -> new LinkedHashMap<>());
            EnergyReport.of(
                            entries,
                            blocks,
                            run.technology()
                                    .energyTable(run.scenario().chipConfig().powerGating()),
                            cycles,
                            run.scenario().chipConfig().clockHertz())
                    .byAction()
                    .forEach((action, energy) -> actions.merge(action, energy, BigDecimal::add));
        }
    }

    private static String plain(String block) {
        return block.endsWith(REGISTERS) ? block.substring(0, block.length() - REGISTERS.length()) : block;
    }

    private void check(FinishedRun run) {
        BigDecimal whole = run.summary().at("/energy/totalPicojoules").decimalValue();
        long all = run.summary().at("/training/samples").asLong();
        if (samples == all && total().compareTo(whole) != 0) {
            throw new InputException(run.folder().resolve("counts.csv") + ": costs "
                    + total().stripTrailingZeros().toPlainString() + " pJ; expected the "
                    + whole.stripTrailingZeros().toPlainString() + " of summary.json");
        }
    }

    /** All of it in picojoules. */
    public BigDecimal total() {
        return picojoules.keySet().stream().map(this::ofBlock).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** A block's in picojoules; 0 if it has none. */
    public BigDecimal ofBlock(String block) {
        return picojoules.getOrDefault(block, Map.of()).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
