package glia.cli.slurm;

import glia.core.config.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The job arrays of one name: submitted with {@code sbatch}, followed with {@code squeue}. */
public final class JobArray {
    /** A manager that does not answer now may do so later, so many times. */
    private static final int PATIENCE = 10;

    private final String name;
    private final SlurmRequest request;
    private final Path logs;
    private int unanswered;

    /**
     * Arrays of a name that no other has.
     *
     * @param logs the folder of what tasks print
     */
    public JobArray(String name, SlurmRequest request, Path logs) {
        this.name = name;
        this.request = request;
        this.logs = logs;
    }

    /**
     * Submits tasks with some indices.
     *
     * @param command what a task does; the shell replaces what is in {@code line} after it
     * @param line the rest of the command, as a shell reads it
     */
    public void submit(Iterable<Integer> indices, List<String> command, String line) {
        List<String> numbers = new ArrayList<>();
        indices.forEach(index -> numbers.add(String.valueOf(index)));
        List<String> words = new ArrayList<>(List.of(
                "sbatch",
                "--parsable",
                "--job-name=" + name,
                "--array=" + String.join(",", numbers),
                "--ntasks=1",
                "--cpus-per-task=" + request.cpus(),
                "--output=" + logs.toString().replace("%", "%%") + "/%A-%a.log"));
        words.addAll(request.options());
        Answer answer = ask(words, "#!/bin/sh\nexec " + Program.line(command) + " " + line + "\n");
        if (answer.code() != 0) {
            throw new InputException("sbatch refuses the job: " + answer.said());
        }
    }

    /** The tasks that wait or run, by index, with their states; tasks of one index count once. */
    public SortedMap<Integer, String> live() {
        Answer answer = ask(List.of("squeue", "--noheader", "--array", "--name=" + name, "--format=%K %T"), "");
        while (answer.code() != 0) {
            if (++unanswered > PATIENCE) {
                throw new InputException("squeue does not answer: " + answer.said());
            }
            pause();
            answer = ask(List.of("squeue", "--noheader", "--array", "--name=" + name, "--format=%K %T"), "");
        }
        unanswered = 0;
        SortedMap<Integer, String> live = new TreeMap<>();
        for (String line : answer.out().split("\n")) {
            String[] fields = line.trim().split(" ", 2);
            if (fields.length == 2 && fields[0].matches("\\d{1,9}")) {
                live.put(Integer.valueOf(fields[0]), fields[1]);
            }
        }
        return live;
    }

    /** Waits until it is time for the next look. */
    public void pause() {
        try {
            Thread.sleep(1000L * request.pollSeconds());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for tasks", stopped);
        }
    }

    private record Answer(int code, String out, String said) {}

    private static Answer ask(List<String> words, String input) {
        try {
            Process process =
                    new ProcessBuilder(words).redirectErrorStream(false).start();
            try (OutputStream in = process.getOutputStream()) {
                in.write(input.getBytes(StandardCharsets.UTF_8));
            }
            String out = text(process.getInputStream());
            String errors = text(process.getErrorStream());
            int code = process.waitFor();
            return new Answer(
                    code,
                    out,
                    (errors + " " + out)
                            .lines()
                            .collect(Collectors.joining(" "))
                            .trim());
        } catch (IOException missing) {
            throw new InputException("--on slurm: " + words.get(0)
                    + " cannot be started; expected Slurm on this machine (" + missing.getMessage() + ")");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking " + words.get(0), stopped);
        }
    }

    private static String text(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
}
