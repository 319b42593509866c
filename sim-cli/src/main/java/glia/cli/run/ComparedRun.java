package glia.cli.run;

import glia.chip.build.Technology;
import glia.core.config.Settings;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a comparison takes from a finished run, checked.
 *
 * @param folder where it lies, as it was given
 * @param rule the learning rule
 * @param recall how it recalls, if it does
 * @param seed of every random draw
 * @param divergence why the training ended early, if it did
 * @param testAccuracy share of test samples at the last evaluation, if there was one
 * @param targetAccuracy share of test samples that the figures to target refer to
 * @param toTarget what it took to get there, if it did
 * @param totals what all of it took
 * @param settings every key of its scenario
 * @param technology its technology as it was then
 */
public record ComparedRun(
        Path folder,
        String rule,
        Optional<String> recall,
        long seed,
        Optional<String> divergence,
        Optional<BigDecimal> testAccuracy,
        BigDecimal targetAccuracy,
        Optional<ToTarget> toTarget,
        Totals totals,
        Settings settings,
        Technology technology) {
    /**
     * A run at the first evaluation that reaches its target.
     *
     * @param samples training samples
     * @param seconds of the chip's time
     * @param joules of energy
     * @param maxWrites commits of the synapse most often written
     */
    public record ToTarget(long samples, BigDecimal seconds, BigDecimal joules, long maxWrites) {}

    /**
     * A run at its end.
     *
     * @param samples training samples
     * @param cycles of the chip
     * @param seconds of the chip's time
     * @param cyclesPerSample cycles over samples
     * @param joules of energy
     * @param joulesPerSample energy over samples
     * @param commits weight writes
     * @param maxWrites commits of the synapse most often written
     * @param pulses that the commits took
     * @param maxPulses pulses on the synapse that took most
     * @param components gradient components that probes measured
     * @param componentsStrict the same, with output errors
     * @param forwardPasses with those of probes
     */
    public record Totals(
            long samples,
            long cycles,
            BigDecimal seconds,
            BigDecimal cyclesPerSample,
            BigDecimal joules,
            BigDecimal joulesPerSample,
            long commits,
            long maxWrites,
            long pulses,
            long maxPulses,
            long components,
            long componentsStrict,
            long forwardPasses) {}

    /** Reads a run's folder. */
    static ComparedRun read(Path folder) {
        FinishedRun run = FinishedRun.read(folder);
        SummaryFields fields = new SummaryFields(folder.resolve("summary.json"), run.summary());
        return new ComparedRun(
                folder,
                fields.text("/training/rule"),
                fields.optionalText("/training/recall"),
                fields.count("/seed"),
                divergence(fields),
                fields.optionalShare("/training/testAccuracy"),
                fields.share("/toTarget/accuracy"),
                fields.flag("/toTarget/reached") ? Optional.of(toTarget(fields)) : Optional.empty(),
                totals(fields),
                run.scenario().settings(),
                run.technology());
    }

    private static Optional<String> divergence(SummaryFields fields) {
        return switch (fields.text("/status")) {
            case "completed" -> Optional.empty();
            case "diverged" -> Optional.of(fields.text("/reason"));
            default -> throw fields.complaint("/status", "completed or diverged");
        };
    }

    private static ToTarget toTarget(SummaryFields fields) {
        return new ToTarget(
                fields.count("/toTarget/samples"),
                fields.number("/toTarget/seconds"),
                fields.number("/toTarget/joules"),
                fields.count("/toTarget/maxWrites"));
    }

    private static Totals totals(SummaryFields fields) {
        return new Totals(
                fields.count("/training/samples"),
                fields.count("/time/cycles"),
                fields.number("/time/seconds"),
                fields.number("/time/cyclesPerSample"),
                Summary.joules(fields.number("/energy/totalPicojoules")),
                Summary.joules(fields.number("/energy/perSamplePicojoules")),
                fields.count("/writes/commits/total"),
                fields.count("/writes/commits/max"),
                fields.count("/writes/pulses/total"),
                fields.count("/writes/pulses/max"),
                fields.count("/training/gradientComponents"),
                fields.count("/training/gradientComponentsStrict"),
                fields.count("/training/forwardPasses"));
    }
}
