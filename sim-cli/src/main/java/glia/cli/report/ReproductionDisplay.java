package glia.cli.report;

import glia.cli.reproduce.Steps;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar on a terminal; one line a step where there is none. */
public final class ReproductionDisplay implements Steps, AutoCloseable {
    private final String name;
    private final Optional<ProgressBar> bar;
    private int planned;
    private int done;

    private ReproductionDisplay(String name, Optional<ProgressBar> bar) {
        this.name = name;
        this.bar = bar;
    }

    /** The display that suits where standard error goes. */
    public static ReproductionDisplay of(String name) {
        return new ReproductionDisplay(name, Terminal.isInteractive() ? Optional.of(bar(name)) : Optional.empty());
    }

    private static ProgressBar bar(String name) {
        return new ProgressBarBuilder()
                .setTaskName(name)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .build();
    }

    @Override
    public void onPlanned(int steps) {
        planned += steps;
        bar.ifPresent(shown -> shown.maxHint(planned));
    }

    @Override
    public void onDone(String step) {
        done++;
        bar.ifPresentOrElse(
                shown -> {
                    shown.stepTo(done);
                    shown.setExtraMessage(" " + step);
                },
                () -> System.err.println(name + ": " + done + " of " + planned + ", " + step));
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
    }
}
