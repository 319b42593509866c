package glia.cli.report;

import glia.chip.build.Figure;
import glia.cli.endurance.Lifetime;
import glia.cli.endurance.Wear;
import glia.cli.endurance.WornSynapse;
import glia.cli.run.Pace;
import glia.cli.scenario.Endurance;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Wear and lifetime in a few lines, for the end of a run. */
final class LifetimeLines {
    private LifetimeLines() {}

    /** Which synapse is worst, how far the writes spread, and how long the first cell lasts. */
    static String of(Wear wear, Pace pace, Endurance endurance) {
        StringBuilder out = new StringBuilder(wear(wear));
        if (endurance.figures().isEmpty() || pace.samples() == 0) {
            return out.append(none(endurance, pace)).append('\n').toString();
        }
        out.append(String.format(
                Locale.ROOT,
                "Lifetime of the first cell of %s at %s samples a second\n",
                endurance.device(),
                Quantities.large(pace.samplesASecond())));
        Table table = new Table();
        for (Lifetime each : Lifetime.of(endurance, wear, pace)) {
            table.row(
                    each.level().label() + ", " + cycles(each.endurance()) + " write cycles",
                    each.reading().label(),
                    Quantities.span(each.samplesToFirst() / pace.samplesASecond()));
        }
        return out.append(table).toString();
    }

    private static String wear(Wear wear) {
        WornSynapse worst = wear.worst().get(0);
        double mean = wear.layers().stream()
                        .mapToLong(layer -> layer.pulses().total())
                        .sum()
                / (double) wear.pulses().synapses();
        return String.format(
                Locale.ROOT,
                "Wear: layer %d, row %d, column %d takes most, %s commits, %s pulses; mean %s pulses, 99.9 %% of synapses up to %s\n",
                worst.layer(),
                worst.row(),
                worst.column(),
                Quantities.count(worst.commits()),
                Quantities.count(worst.pulses()),
                Quantities.large(mean),
                Quantities.count(Math.round(wear.pulses().quantile(0.999))));
    }

    /** Why there is no lifetime. */
    static String none(Endurance endurance, Pace pace) {
        return endurance.figures().isEmpty()
                ? "Lifetime: none, because no endurance is published for device " + endurance.device()
                : "Lifetime: none, because the run learned from no sample";
    }

    /** An endurance. */
    static String cycles(Figure endurance) {
        return Quantities.large(endurance.value().doubleValue());
    }

    /** The levels of which nobody published a figure; weak pulses are a property of few devices and not missed. */
    static List<String> unpublished(Endurance endurance) {
        return Arrays.stream(Endurance.Level.values())
                .filter(level -> level != Endurance.Level.WEAK_PULSES)
                .filter(level -> !endurance.figures().containsKey(level))
                .map(Endurance.Level::label)
                .toList();
    }
}
