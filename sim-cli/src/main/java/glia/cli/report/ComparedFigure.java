package glia.cli.report;

import glia.cli.run.ComparedRun;
import glia.cli.run.Comparison;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A figure of compared runs: a row on a screen, a column in a file.
 *
 * @param label on a screen
 * @param column in a file; empty for a heading
 * @param shown for people; empty if a run has none
 * @param stored to the last digit; empty if a run has none
 */
public record ComparedFigure(
        String label,
        String column,
        Function<Comparison.Entry, String> shown,
        Function<Comparison.Entry, String> stored) {
    /** All in order. */
    public static final List<ComparedFigure> ALL = List.of(
            text("rule", "rule", entry -> entry.run().rule()),
            text("recall", "recall", entry -> entry.run().recall().orElse("")),
            text("seed", "seed", entry -> String.valueOf(entry.run().seed())),
            text("technology", "technology", Comparison.Entry::technology),
            text("chip", "chip", entry -> String.valueOf(entry.chip())),
            text("status", "status", entry -> entry.run().divergence().isPresent() ? "diverged" : "completed"),
            number("test accuracy", "testAccuracy", ComparedRun::testAccuracy, ComparedFigure::accuracy, "none"),
            number(
                    "target accuracy",
                    "targetAccuracy",
                    run -> Optional.of(run.targetAccuracy()),
                    ComparedFigure::target,
                    ""),
            heading("to target"),
            reached(
                    "samples",
                    "toTargetSamples",
                    target -> BigDecimal.valueOf(target.samples()),
                    ComparedFigure::whole),
            reached("time", "toTargetSeconds", ComparedRun.ToTarget::seconds, ComparedFigure::seconds),
            reached("energy", "toTargetJoules", ComparedRun.ToTarget::joules, ComparedFigure::joules),
            reached(
                    "writes, worst synapse",
                    "toTargetMaxWrites",
                    target -> BigDecimal.valueOf(target.maxWrites()),
                    ComparedFigure::whole),
            heading("per sample"),
            total("energy", "joulesPerSample", ComparedRun.Totals::joulesPerSample, ComparedFigure::joules),
            total("cycles", "cyclesPerSample", ComparedRun.Totals::cyclesPerSample, ComparedFigure::digits),
            heading("in all"),
            count("samples", "samples", ComparedRun.Totals::samples),
            count("cycles", "cycles", ComparedRun.Totals::cycles),
            total("time", "seconds", ComparedRun.Totals::seconds, ComparedFigure::seconds),
            total("energy", "joules", ComparedRun.Totals::joules, ComparedFigure::joules),
            count("writes", "writes", ComparedRun.Totals::commits),
            count("writes, worst synapse", "maxWrites", ComparedRun.Totals::maxWrites),
            count("pulses", "pulses", ComparedRun.Totals::pulses),
            count("pulses, worst synapse", "maxPulses", ComparedRun.Totals::maxPulses),
            count("gradient components", "gradientComponents", ComparedRun.Totals::components),
            count("with output errors", "gradientComponentsStrict", ComparedRun.Totals::componentsStrict),
            count("forward passes", "forwardPasses", ComparedRun.Totals::forwardPasses));

    private static ComparedFigure text(String label, String column, Function<Comparison.Entry, String> value) {
        return new ComparedFigure(label, column, value, value);
    }

    private static ComparedFigure heading(String label) {
        return text(label, "", entry -> "");
    }

    private static ComparedFigure number(
            String label,
            String column,
            Function<ComparedRun, Optional<BigDecimal>> value,
            Function<BigDecimal, String> form,
            String none) {
        return new ComparedFigure(
                label,
                column,
                entry -> value.apply(entry.run()).map(form).orElse(none),
                entry -> value.apply(entry.run())
                        .map(number -> number.stripTrailingZeros().toPlainString())
                        .orElse(""));
    }

    private static ComparedFigure reached(
            String label,
            String column,
            Function<ComparedRun.ToTarget, BigDecimal> value,
            Function<BigDecimal, String> form) {
        return number("  " + label, column, run -> run.toTarget().map(value), form, "not reached");
    }

    private static ComparedFigure total(
            String label,
            String column,
            Function<ComparedRun.Totals, BigDecimal> value,
            Function<BigDecimal, String> form) {
        return number("  " + label, column, run -> Optional.of(value.apply(run.totals())), form, "");
    }

    private static ComparedFigure count(String label, String column, Function<ComparedRun.Totals, Long> value) {
        return total(label, column, totals -> BigDecimal.valueOf(value.apply(totals)), ComparedFigure::whole);
    }

    private static String whole(BigDecimal value) {
        return Quantities.count(value.longValue());
    }

    private static String digits(BigDecimal value) {
        return Quantities.digits(value.doubleValue());
    }

    private static String seconds(BigDecimal value) {
        return Quantities.scaled(value.doubleValue(), "s");
    }

    private static String joules(BigDecimal value) {
        return Quantities.scaled(value.doubleValue(), "J");
    }

    private static String accuracy(BigDecimal share) {
        return share.movePointRight(2).setScale(2, RoundingMode.HALF_EVEN) + " %";
    }

    /** A target as the scenario has it; it came from there through a division by 100 in floating point. */
    public static String target(BigDecimal share) {
        BigDecimal percent = share.movePointRight(2).setScale(6, RoundingMode.HALF_EVEN);
        return percent.stripTrailingZeros().toPlainString() + " %";
    }

    /** Whether this is a heading of those that follow. */
    public boolean isHeading() {
        return column.isEmpty();
    }

    /** Whether it is shown: headings are, and what one of the runs has. */
    public boolean isShown(Comparison comparison) {
        return isHeading()
                || comparison.entries().stream()
                        .anyMatch(entry -> !shown.apply(entry).isEmpty());
    }
}
