package glia.cli.reproduce;

import glia.cli.data.DataCatalogue;
import glia.cli.data.DataFolders;
import glia.cli.scenario.DataSource;
import glia.cli.scenario.Scenario;
import glia.core.config.InputException;
import glia.learning.data.TrainAndTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What a reproduction works with: how much of it is asked for, the seeds, the data, and threads for independent runs. */
public final class Workbench {
    /**
     * Something to be done in a thread of its own.
     *
     * @param name what to say when it is done
     * @param work what it is
     */
    record Task<T>(String name, Callable<T> work) {}

    private final boolean full;
    private final List<Long> seeds;
    private final Optional<Path> folder;
    private final DataFolders folders;
    private final Steps steps;
    private final Map<List<String>, TrainAndTest> data = new ConcurrentHashMap<>();

    /**
     * A workbench.
     *
     * @param full whether the real thing is asked for, not the quick form
     * @param seeds the seeds, at least one
     * @param folder where the published data sets are; none: in the cache, if they were fetched
     * @param folders where the cache is
     */
    public Workbench(boolean full, List<Long> seeds, Optional<Path> folder, DataFolders folders, Steps steps) {
        this.full = full;
        this.seeds = List.copyOf(seeds);
        this.folder = folder;
        this.folders = folders;
        this.steps = steps;
    }

    boolean full() {
        return full;
    }

    List<Long> seeds() {
        return seeds;
    }

    /** Complains where a data set that the subject needs is not there. */
    public void check(Subject subject) {
        List<String> needed =
                full ? subject.sets() : subject.sets().stream().limit(1).toList();
        for (String set : needed) {
            if (folder.isPresent() && !isThere(set)) {
                throw new InputException(
                        "--data: " + folder.get() + " has no folder " + set + " with the files of " + set);
            }
            if (full && !isThere(set)) {
                throw new InputException("reproduce " + subject.name() + " --full: "
                        + folders.cache().resolve(set)
                        + " does not hold " + set
                        + "; expected it there (glia data fetch brings mnist and fashion-mnist) or"
                        + " in a folder of that name in one given with --data");
            }
        }
    }

    private boolean isThere(String set) {
        return DataCatalogue.holds(folder.orElse(folders.cache()).resolve(set));
    }

    /** The settings of a published set; those of glyphs, which has as many inputs as MNIST, where it is not there. */
    List<String> dataSettings(String set) {
        if (!isThere(set)) {
            return List.of("data.set=glyphs");
        }
        return folder.isPresent()
                ? List.of(
                        "data.set=" + set,
                        "data.dir=" + folder.get().resolve(set).toAbsolutePath())
                : List.of("data.set=" + set);
    }

    /** The data of a scenario; read once for all that ask for the same. */
    TrainAndTest data(Scenario scenario) {
        List<String> key = scenario.settings().keys().stream()
                .map(each -> each.name())
                .filter(name -> name.startsWith("data."))
                .map(name -> scenario.settings().text(name))
                .toList();
        return data.computeIfAbsent(key, fresh -> DataSource.load(scenario.settings(), scenario.shape()));
    }

    /** Does independent tasks side by side, as many as there are processors; answers in the order of the tasks. */
    <T> List<T> all(List<Task<T>> tasks) {
        steps.onPlanned(tasks.size());
        ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (Task<T> task : tasks) {
                futures.add(threads.submit(() -> done(task)));
            }
            List<T> answers = new ArrayList<>();
            for (Future<T> future : futures) {
                answers.add(future.get());
            }
            return answers;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException broken) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", broken);
        } finally {
            threads.shutdownNow();
        }
    }

    private <T> T done(Task<T> task) throws Exception {
        T answer = task.work().call();
        synchronized (steps) {
            steps.onDone(task.name());
        }
        return answer;
    }
}
