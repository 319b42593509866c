package glia.cli.sweep;

import glia.core.config.InputException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Runs what is not finished of a share, many points at once; what is finished is on disk at once. */
public final class SweepRun implements AutoCloseable {
    private static final int MOST_NAMED = 8;

    private final SweepFolder folder;
    private final Share share;
    private final SweepLock lock;
    private final int[] todo;
    private final int before;

    private SweepRun(SweepFolder folder, Share share, SweepLock lock) {
        this.folder = folder;
        this.share = share;
        this.lock = lock;
        Parts parts = folder.finished();
        todo = parts.missing(share);
        before = (int) IntStream.rangeClosed(1, folder.sweep().points().count())
                .filter(point -> share.contains(point) && parts.has(point))
                .count();
    }

    /** Begins, or goes on with, a share in a folder; no other process may work on it. */
    public static SweepRun of(SweepFolder folder, Share share) {
        folder.begin();
        SweepLock lock = SweepLock.of(folder.path(), share);
        try {
            return new SweepRun(folder, share, lock);
        } catch (InputException broken) {
            lock.close();
            throw broken;
        }
    }

    /** The points that are to be run, in order. */
    public int[] todo() {
        return Arrays.copyOf(todo, todo.length);
    }

    /** The sweep. */
    public Sweep sweep() {
        return folder.sweep();
    }

    /** How many points of the share were finished before. */
    public int finishedBefore() {
        return before;
    }

    /** Runs them all, so many at once. */
    public void run(PointRunner runner, int threads, SweepProgress progress) {
        if (todo.length == 0) {
            return;
        }
        try {
            folder.clearRuns(todo);
        } catch (IOException refused) {
            throw SweepFolder.complaint(folder.runs(), refused);
        }
        try (PartFile part = PartFile.create(folder.parts(), share)) {
            Work work = new Work(runner, part, progress);
            ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, todo.length));
            try {
                List<Future<?>> workers = new ArrayList<>();
                for (int i = 0; i < Math.min(threads, todo.length); i++) {
                    workers.add(pool.submit(work));
                }
                for (Future<?> each : workers) {
                    await(each);
                }
            } finally {
                work.stop();
                pool.shutdown();
            }
        }
    }

    private static void await(Future<?> work) {
        try {
            work.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the sweep was interrupted", stopped);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException reason) {
                throw reason;
            }
            if (failed.getCause() instanceof Error reason) {
                throw reason;
            }
            throw new IllegalStateException("the sweep failed", failed.getCause());
        }
    }

    /** What every thread does: takes the next point as long as there is one. */
    private final class Work implements Runnable {
        private final PointRunner runner;
        private final PartFile part;
        private final SweepProgress progress;
        private final AtomicInteger taken = new AtomicInteger();
        private int finished = before;

        Work(PointRunner runner, PartFile part, SweepProgress progress) {
            this.runner = runner;
            this.part = part;
            this.progress = progress;
        }

        void stop() {
            taken.set(todo.length);
        }

        @Override
        public void run() {
            for (int next = taken.getAndIncrement(); next < todo.length; next = taken.getAndIncrement()) {
                long start = System.nanoTime();
                PointResult result = runner.run(todo[next]);
                double seconds = (System.nanoTime() - start) / 1e9;
                add(new FinishedPoint(result, new PointTiming(seconds, Host.NAME, part.attempt())));
            }
        }

        private synchronized void add(FinishedPoint point) {
            part.add(point);
            finished++;
            progress.onPoint(point, finished);
        }
    }

    /** Writes the tables of a folder, where every point is finished; else complains, saying which shares miss how many. */
    public static Tally collect(SweepFolder folder) {
        Parts parts = folder.finished();
        int missing = parts.missing(Share.WHOLE).length;
        if (missing > 0) {
            throw new InputException(folder.path() + ": " + missing + " of "
                    + folder.sweep().points().count() + " points are missing" + byShare(parts));
        }
        try {
            return PointTable.writeAll(folder, parts);
        } catch (IOException refused) {
            throw SweepFolder.complaint(folder.path(), refused);
        }
    }

    private static String byShare(Parts parts) {
        int shares = parts.shares();
        if (shares == 1) {
            return "";
        }
        List<String> missing = IntStream.rangeClosed(1, shares)
                .mapToObj(number -> new Share(number, shares))
                .filter(share -> parts.missing(share).length > 0)
                .map(share -> parts.missing(share).length + " of share " + share)
                .toList();
        String named = missing.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return ": " + named + (missing.size() > MOST_NAMED ? " and more of others" : "");
    }

    @Override
    public void close() {
        lock.close();
    }
}
