package glia.cli.sweep;

import glia.cli.run.Provenance;
import glia.cli.slurm.JobArray;
import glia.cli.slurm.SlurmRequest;
import glia.core.config.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Has the shares of a sweep run by the tasks of a job array; those that are lost are submitted again. */
public final class SlurmSweep {
    private static final int USUAL_TASKS = 16;

    private final SweepFolder folder;
    private final SlurmRequest request;
    private final List<String> command;
    private final int tasks;
    private final JobArray array;
    private final Map<Integer, Integer> attempts = new TreeMap<>();

    /**
     * A sweep in a folder.
     *
     * @param command what starts this program
     */
    public SlurmSweep(SweepFolder folder, SlurmRequest request, List<String> command, boolean keepRuns) {
        this.folder = folder;
        this.request = request;
        this.command = new ArrayList<>(command);
        this.command.addAll(List.of(
                "sweep",
                folder.path().resolve(SweepFolder.SWEEP).toString(),
                "--out",
                folder.path().toString(),
                "--quiet",
                "--threads",
                String.valueOf(request.cpus())));
        if (keepRuns) {
            this.command.addAll(List.of("--keep", "runs"));
        }
        int points = folder.sweep().points().count();
        tasks = Math.min(points, request.tasks().orElse(USUAL_TASKS));
        String digest = Provenance.sha256(folder.path() + " " + tasks).substring(0, 12);
        array = new JobArray("glia-" + digest, request, logs());
    }

    private Path logs() {
        return folder.path().resolve("slurm");
    }

    /** How many tasks share the points. */
    public int tasks() {
        return tasks;
    }

    /** Runs all shares that have something to do, to the end; tasks of an earlier call that still run are awaited. */
    public void run(SweepProgress progress) {
        folder.begin();
        SweepLock lock = SweepLock.ofStarter(folder.path());
        try {
            Files.createDirectories(logs());
            while (!isFinished(progress)) {
                array.pause();
            }
        } catch (IOException refused) {
            throw SweepFolder.complaint(logs(), refused);
        } finally {
            lock.close();
        }
    }

    /** Whether all points are there and no task is; submits what is lost. The queue is asked first: what ended has noted its points. */
    private boolean isFinished(SweepProgress progress) {
        SortedMap<Integer, String> live = array.live();
        Parts parts = folder.finished();
        progress.onFinished(parts.count());
        submit(lost(parts, live));
        return live.isEmpty() && parts.missing(Share.WHOLE).length == 0;
    }

    /** The shares that miss points, and have no task. */
    private SortedSet<Integer> lost(Parts parts, SortedMap<Integer, String> live) {
        SortedSet<Integer> lost = new TreeSet<>();
        for (int number = 1; number <= tasks; number++) {
            if (!live.containsKey(number) && parts.missing(new Share(number, tasks)).length > 0) {
                lost.add(number);
            }
        }
        return lost;
    }

    private void submit(SortedSet<Integer> shares) {
        if (shares.isEmpty()) {
            return;
        }
        for (int share : shares) {
            if (attempts.merge(share, 1, Integer::sum) > request.attempts()) {
                throw new InputException("share " + share + "/" + tasks + " did not finish in " + request.attempts()
                        + " attempts; what its tasks said is in " + logs());
            }
        }
        array.submit(shares, command, "--shard \"$SLURM_ARRAY_TASK_ID/" + tasks + "\"");
    }
}
