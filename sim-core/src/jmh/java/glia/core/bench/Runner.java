package glia.core.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A running entrant of a race. */
final class Runner implements AutoCloseable {
    private static final String CAUSE = "Caused by: ";

    private static final int LATE = 3;
    private static final double HARDLY = 1.02;

    private final String name;
    private final List<Race.Iteration> iterations = new ArrayList<>();
    private final Process process;
    private final Path complaints;
    private final OutputStream gate;
    private final BufferedReader replies;

    /** Starts the process; it waits until asked. */
    Runner(Entrant entrant, Pace pace) {
        name = entrant.name();
        try {
            complaints = Files.createTempFile("glia-bench", ".log");
            process = new ProcessBuilder(entrant.command(pace))
                    .redirectError(complaints.toFile())
                    .start();
        } catch (IOException notStarted) {
            throw new UncheckedIOException(notStarted);
        }
        gate = process.getOutputStream();
        replies = process.inputReader(StandardCharsets.UTF_8);
    }

    String name() {
        return name;
    }

    /** Asks for an iteration. */
    void start() {
        try {
            gate.write('\n');
            gate.flush();
        } catch (IOException gone) {
            throw failure();
        }
    }

    /** Waits for the end of the first iteration. */
    void warmedUp() {
        finish();
    }

    /** Has it run an iteration. */
    void run() {
        start();
        iterations.add(finish());
    }

    /** What its iterations took. */
    List<Race.Iteration> iterations() {
        return iterations;
    }

    /** Whether its best time has hardly changed of late. */
    boolean isSteady() {
        return best(iterations.size() - LATE) < HARDLY * best(iterations.size());
    }

    private double best(int rounds) {
        return iterations.stream()
                .limit(rounds)
                .mapToDouble(Race.Iteration::seconds)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    private Race.Iteration finish() {
        try {
            String line = replies.readLine();
            while (line != null && !line.startsWith(Race.REPLY)) {
                line = replies.readLine();
            }
            if (line == null) {
                throw failure();
            }
            String[] figures = line.substring(Race.REPLY.length()).split(" ", 2);
            return new Race.Iteration(Double.parseDouble(figures[0]), Double.parseDouble(figures[1]));
        } catch (IOException gone) {
            throw failure();
        }
    }

    private RaceFailure failure() {
        try {
            process.waitFor();
            List<String> lines = Files.readAllLines(complaints, StandardCharsets.UTF_8);
            String reason = lines.stream()
                    .filter(line -> line.startsWith(CAUSE))
                    .reduce((first, last) -> last)
                    .map(line -> line.substring(CAUSE.length()))
                    .orElse(lines.isEmpty() ? "exit code " + process.exitValue() : lines.get(0));
            return new RaceFailure("the benchmark " + name + " ended early: " + reason);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new RaceFailure("the benchmark " + name + " was interrupted");
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
            Files.deleteIfExists(complaints);
        } catch (IOException kept) {
            complaints.toFile().deleteOnExit();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
