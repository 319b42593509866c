package glia.core.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Times taken by turns: each benchmark warms up in a process of its own, then all run one short iteration a round, one after
 * the other, until their best times hardly fall any more. What disturbs the machine for a while disturbs all of them, and a
 * ratio of best times suffers least of all (medians, and medians of each round's ratio, were tried and vary twice as much).
 */
public final class Race {
    /** Starts a line of a process that says what an iteration took. */
    static final String REPLY = "iteration ";

    private final Map<String, List<Iteration>> iterations = new LinkedHashMap<>();

    /** What an operation took in one iteration. */
    record Iteration(double seconds, double bytes) {}

    private Race() {}

    /** Has all of them run; names are different. */
    public static Race run(List<Entrant> entrants, Pace pace) {
        Race race = new Race();
        entrants.forEach(entrant -> race.iterations.put(entrant.name(), new ArrayList<>()));
        for (int heat = 0; heat < pace.heats(); heat++) {
            for (Runner runner : heat(entrants, pace)) {
                race.iterations.get(runner.name()).addAll(runner.iterations());
            }
        }
        return race;
    }

    private static List<Runner> heat(List<Entrant> entrants, Pace pace) {
        List<Runner> runners = new ArrayList<>();
        try {
            entrants.forEach(entrant -> runners.add(new Runner(entrant, pace)));
            runners.forEach(Runner::start);
            runners.forEach(Runner::warmedUp);
            long start = System.nanoTime();
            for (int round = 0; round < pace.rounds() || !isOver(start, pace, runners); round++) {
                Collections.reverse(runners);
                runners.forEach(Runner::run);
            }
        } finally {
            runners.forEach(Runner::close);
        }
        return runners;
    }

    private static boolean isOver(long start, Pace pace, List<Runner> runners) {
        return System.nanoTime() - start > 1_000_000L * pace.limit()
                || runners.stream().allMatch(Runner::isSteady);
    }

    /** Whether somebody of this name took part. */
    public boolean has(String name) {
        return iterations.containsKey(name);
    }

    /** The best time of an operation. */
    public double seconds(String name) {
        return iterations(name).stream().mapToDouble(Iteration::seconds).min().orElseThrow();
    }

    /** How often an operation of {@code name} fits into the time of one of {@code other}. */
    public double ratio(String name, String other) {
        return seconds(other) / seconds(name);
    }

    /** Bytes allocated an operation, where that can be known. */
    public double bytes(String name) {
        return iterations(name).stream().mapToDouble(Iteration::bytes).min().orElseThrow();
    }

    private List<Iteration> iterations(String name) {
        List<Iteration> all = iterations.get(name);
        if (all == null) {
            throw new IllegalArgumentException("nothing was measured of " + name + "; there is " + iterations.keySet());
        }
        return all;
    }
}
