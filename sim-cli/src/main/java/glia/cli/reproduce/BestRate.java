package glia.cli.reproduce;

import glia.core.stat.Spread;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Of several learning rates the one with the best median, for each of several runs; a run without a number counts last.
 *
 * @param scenario the run with its best rate
 * @param rate the best rate
 * @param spread what it gave
 */
record BestRate(Scenarios scenario, String rate, Spread spread) {
    /** A run and the rates to try. */
    record Candidate(Scenarios scenario, List<String> rates) {}

    /**
     * Trains all at all rates, with all seeds.
     *
     * @param largest whether the largest figure is the best
     */
    static List<BestRate> of(
            Workbench bench, List<Candidate> candidates, boolean largest, ToDoubleFunction<ChipRun> figure) {
        List<Scenarios> all = new ArrayList<>();
        for (Candidate each : candidates) {
            each.rates().forEach(rate -> all.add(each.scenario().with("learning.rate=" + rate)));
        }
        List<Spread> spreads = Trainings.spreads(bench, all, figure);
        List<BestRate> best = new ArrayList<>();
        int from = 0;
        for (Candidate each : candidates) {
            int first = from;
            int place = IntStream.range(0, each.rates().size())
                    .boxed()
                    .min(Comparator.comparingDouble(
                            i -> badness(spreads.get(first + i).median(), largest)))
                    .orElseThrow();
            best.add(new BestRate(all.get(first + place), each.rates().get(place), spreads.get(first + place)));
            from += each.rates().size();
        }
        return best;
    }

    private static double badness(double figure, boolean largest) {
        if (Double.isNaN(figure)) {
            return Double.POSITIVE_INFINITY;
        }
        return largest ? -figure : figure;
    }

    /** The spreads of several. */
    static List<Spread> spreads(List<BestRate> all) {
        return all.stream().map(BestRate::spread).toList();
    }
}
