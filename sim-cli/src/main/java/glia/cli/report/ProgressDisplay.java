package glia.cli.report;

import glia.cli.run.Point;
import glia.cli.run.Progress;
import glia.cli.run.TrainingSession;
import glia.core.account.ActionLedger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar on a terminal; one line an evaluation where there is none. */
public final class ProgressDisplay implements Progress, AutoCloseable {
    private final TrainingSession session;
    private final Optional<ProgressBar> bar;
    private final long samplesPerEpoch;
    private String accuracy = "";

    private ProgressDisplay(TrainingSession session, Optional<ProgressBar> bar) {
        this.session = session;
        this.bar = bar;
        double epochs = session.scenario().settings().decimal("run.epochs");
        samplesPerEpoch = Math.max(1, Math.round(session.plan().samples() / epochs));
    }

    /** The display that suits where standard error goes. */
    public static ProgressDisplay of(TrainingSession session) {
        return new ProgressDisplay(session, Terminal.isInteractive() ? Optional.of(bar(session)) : Optional.empty());
    }

    private static ProgressBar bar(TrainingSession session) {
        return new ProgressBarBuilder()
                .setTaskName(session.scenario().name())
                .setInitialMax(session.plan().samples())
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .setUnit(" samples", 1)
                .showSpeed()
                .build();
    }

    @Override
    public void onSamples(long samples) {
        bar.ifPresent(shown -> {
            shown.stepTo(samples);
            shown.setExtraMessage(" epoch " + ((samples - 1) / samplesPerEpoch + 1) + accuracy);
        });
    }

    @Override
    public void onEvaluation(Point point, List<ActionLedger.Entry> counts) {
        accuracy = String.format(
                Locale.ROOT,
                ", %.2f %%, %s",
                point.evaluation().accuracy() * 100,
                Quantities.energy(point.picojoules()));
        if (bar.isEmpty()) {
            System.err.printf(
                    Locale.ROOT,
                    "%s: %d of %d samples%s%n",
                    session.scenario().name(),
                    point.evaluation().samples(),
                    session.plan().samples(),
                    accuracy);
        }
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
    }
}
