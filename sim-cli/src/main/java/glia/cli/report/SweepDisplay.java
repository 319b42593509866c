package glia.cli.report;

import glia.cli.sweep.FinishedPoint;
import glia.cli.sweep.SweepProgress;
import glia.cli.sweep.Tally;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar over points on a terminal; a line every twentieth of them where there is none. */
public final class SweepDisplay implements SweepProgress, AutoCloseable {
    private static final int LINES = 20;

    private final String name;
    private final int points;
    private final int before;
    private final Optional<ProgressBar> bar;
    private final long start = System.nanoTime();
    private final Tally tally = new Tally();
    private int shown;

    private SweepDisplay(String name, int points, int before, Optional<ProgressBar> bar) {
        this.name = name;
        this.points = points;
        this.before = before;
        this.bar = bar;
        shown = before;
    }

    /**
     * The display that suits where standard error goes.
     *
     * @param points how many there are
     * @param before how many of them were finished before
     */
    public static SweepDisplay of(String name, int points, int before) {
        return new SweepDisplay(
                name,
                points,
                before,
                Terminal.isInteractive() ? Optional.of(bar(name, points, before)) : Optional.empty());
    }

    private static ProgressBar bar(String name, int points, int before) {
        return new ProgressBarBuilder()
                .setTaskName(name)
                .setInitialMax(points)
                .startsFrom(before, Duration.ZERO)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .setUnit(" points", 1)
                .showSpeed()
                .build();
    }

    @Override
    public void onPoint(FinishedPoint point, int finished) {
        tally.add(point.result());
        onFinished(finished);
    }

    @Override
    public void onFinished(int finished) {
        String best = tally.best()
                .map(each ->
                        String.format(Locale.ROOT, ", best %.2f %% (point %d)", each.accuracy() * 100, each.point()))
                .orElse("");
        bar.ifPresentOrElse(
                drawn -> {
                    drawn.stepTo(finished);
                    drawn.setExtraMessage(best);
                },
                () -> line(finished, best));
    }

    private void line(int finished, String best) {
        if (finished == shown || (finished < points && (finished - shown) * (long) LINES < points)) {
            return;
        }
        shown = finished;
        double rate = (finished - before) / ((System.nanoTime() - start) / 1e9);
        System.err.printf(
                Locale.ROOT,
                "%s: %d of %d points, %s points/s, %s left%s%n",
                name,
                finished,
                points,
                Quantities.digits(rate),
                Quantities.span((points - finished) / rate),
                best);
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
    }
}
