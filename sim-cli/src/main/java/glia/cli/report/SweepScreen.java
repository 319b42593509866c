package glia.cli.report;

import glia.cli.sweep.Calibration;
import glia.cli.sweep.PointResult;
import glia.cli.sweep.Share;
import glia.cli.sweep.Sweep;
import glia.cli.sweep.Tally;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a sweep says before it starts, and when it is done. */
public final class SweepScreen {
    /** Bytes of a point in all tables and files, measured on short axes. */
    private static final long BYTES_A_POINT = 2_500;

    private SweepScreen() {}

    /** What there is to do. */
    public static String head(Sweep sweep, Share share, int todo) {
        int left = sweep.points().leftOut();
        int finished = countOf(sweep, share) - todo;
        return String.format(
                Locale.ROOT,
                "%s: %s of %s%s%s%s%n",
                sweep.name(),
                number(sweep.points().count(), "point"),
                number(sweep.axes(), "axis").replace("axiss", "axes"),
                left == 0 ? "" : ", " + Quantities.count(left) + " left out by constraints",
                share.equals(Share.WHOLE) ? "" : "; " + Quantities.count(countOf(sweep, share)) + " in share " + share,
                finished == 0 ? "" : "; " + Quantities.count(finished) + " finished before");
    }

    private static String number(int count, String what) {
        return Quantities.count(count) + " " + what + (count == 1 ? "" : "s");
    }

    /** How many points a share has. */
    public static int countOf(Sweep sweep, Share share) {
        int points = sweep.points().count();
        return points / share.of() + (share.number() <= points % share.of() ? 1 : 0);
    }

    /** What it will take, and what will be written where. */
    public static String estimate(Calibration each, int todo, int threads, Path folder, boolean keepRuns) {
        int used = Math.min(threads, todo);
        double seconds = each.secondsAPoint() * todo / used;
        long memory = each.sharedBytes() + each.pointBytes() * used;
        long bytes = BYTES_A_POINT * todo + (keepRuns ? each.keptBytes() * todo : 0);
        return String.format(
                Locale.ROOT,
                "about %s on %s (%s a point), %s of memory (%s allowed)%n%s: results and timing as CSV and Parquet%s, about %s%n",
                Quantities.span(seconds),
                number(used, "thread"),
                Quantities.span(each.secondsAPoint()),
                Quantities.scaled((double) memory, "B"),
                Quantities.scaled((double) Runtime.getRuntime().maxMemory(), "B"),
                folder,
                keepRuns ? ", and the runs" : "",
                Quantities.scaled((double) bytes, "B"));
    }

    /** How it ended. */
    public static String end(Tally tally, Path folder) {
        String counts = Stream.of(PointResult.Status.values())
                .filter(status -> tally.count(status) > 0)
                .map(status -> Quantities.count(tally.count(status)) + " " + status.label())
                .collect(Collectors.joining(", "));
        String best = tally.best()
                .map(each ->
                        String.format(Locale.ROOT, "; best %.2f %% (point %d)", each.accuracy() * 100, each.point()))
                .orElse("");
        return counts + best + "; tables in " + folder + "\n";
    }
}
