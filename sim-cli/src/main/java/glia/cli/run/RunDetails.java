package glia.cli.run;

import com.fasterxml.jackson.databind.JsonNode;
import glia.chip.build.AreaReport;
import glia.chip.build.Chip;
import glia.chip.build.InterconnectView;
import glia.chip.build.SampleTimeline;
import glia.cli.scenario.Scenario;
import glia.core.stat.Distribution;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Everything a finished run can tell: its files, read and checked against each other, and what follows from its scenario.
 *
 * @param entry the run among those it stands beside
 * @param run its folder
 * @param plan its chip on the floorplan
 * @param accuracy its evaluations
 * @param phaseCycles cycles of each phase, all samples together
 * @param latencies of each phase
 * @param energy by block and action
 * @param area by kind of block and part
 * @param activity how busy its blocks are
 * @param writes by layer
 * @param path critical path of a sample: cycles by phase, and in it by reason and kind of block; none for a large chip
 * @param timeline when each block works for each phase of that sample; none for a large chip
 */
public record RunDetails(
        Comparison.Entry entry,
        FinishedRun run,
        ChipPlan plan,
        List<AccuracyFile.Row> accuracy,
        Map<String, Long> phaseCycles,
        List<Distribution> latencies,
        EnergyParts energy,
        AreaReport area,
        BlockActivity activity,
        List<LayerWrites> writes,
        Optional<JsonNode> path,
        Optional<SampleTimeline> timeline) {
    /** Reads a run among others. */
    public static RunDetails read(Comparison.Entry entry) {
        Path folder = entry.run().folder();
        FinishedRun run = FinishedRun.read(folder);
        Scenario scenario = run.scenario();
        Chip chip = scenario.chip();
        InterconnectView wires = chip.interconnect();
        return new RunDetails(
                entry,
                run,
                ChipPlan.of(scenario, chip),
                AccuracyFile.read(folder),
                phaseCycles(run),
                LatencyLog.read(folder),
                EnergyParts.of(run, chip),
                AreaReport.of(scenario.chipConfig(), chip.floorplan(), scenario.rule(), wires, run.technology()),
                BlockActivity.of(run),
                LayerWrites.read(run, chip.shape(), chip.floorplan()),
                followed(run, WiresSummary::path),
                followed(run, RunDetails::timeline));
    }

    private static Map<String, Long> phaseCycles(FinishedRun run) {
        SummaryFields fields = new SummaryFields(run.folder().resolve("summary.json"), run.summary());
        Map<String, Long> cycles = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> phase :
                run.summary().at("/time/byPhase").properties()) {
            cycles.put(phase.getKey(), fields.count("/time/byPhase/" + phase.getKey() + "/cycles"));
        }
        return cycles;
    }

    /** What following a sample on a second chip tells, if that can be had. */
    private static <T> Optional<T> followed(FinishedRun run, Function<Scenario, T> follow) {
        return run.scenario().shape().synapses() > WiresSummary.MOST_SYNAPSES
                ? Optional.empty()
                : Optional.of(follow.apply(run.scenario()));
    }

    private static SampleTimeline timeline(Scenario scenario) {
        return SampleTimeline.of(scenario.shape(), scenario.chipConfig(), scenario.technology(), scenario.rule());
    }

    /** What it is called beside others. */
    public String name() {
        return entry.name();
    }

    /** The name of the scenario that it was made from. */
    public String scenarioName() {
        return run.summary().path("scenario").asText(run.scenario().name());
    }

    /** Training samples in all, at least 1. */
    public long samples() {
        return Math.max(1, entry.run().totals().samples());
    }

    /** Cycles a second. */
    public double clockHertz() {
        return run.scenario().chipConfig().clockHertz().doubleValue();
    }
}
