package glia.cli.endurance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/** A histogram of numbers of writes: exact counts of synapses in the bins 0, 1, 2 to 4, 5 to 9, 10 to 19, 20 to 49 and so on. */
final class WearBins {
    /** The first number of each bin but that of 0. */
    private static final long[] STARTS = starts();

    private final long[] counts = new long[STARTS.length + 1];

    /**
     * A bin.
     *
     * @param from its smallest number
     * @param to its largest number
     * @param synapses in it
     */
    record Bin(long from, long to, long synapses) {}

    private static long[] starts() {
        return LongStream.iterate(1, power -> power <= 10_000_000_000L, power -> power * 10)
                .flatMap(power -> LongStream.of(power, 2 * power, 5 * power))
                .toArray();
    }

    /** Notes a synapse that was written so often. */
    void add(long writes) {
        int place = Arrays.binarySearch(STARTS, writes);
        counts[place >= 0 ? place + 1 : -place - 1]++;
    }

    /** The bin of 0, and those from the first to the last that hold a synapse. */
    List<Bin> bins() {
        int first = 1;
        int last = counts.length - 1;
        while (first <= last && counts[first] == 0) {
            first++;
        }
        while (last >= first && counts[last] == 0) {
            last--;
        }
        List<Bin> bins = new ArrayList<>();
        bins.add(new Bin(0, 0, counts[0]));
        for (int bin = first; bin <= last; bin++) {
            long to = bin < STARTS.length ? STARTS[bin] - 1 : Long.MAX_VALUE;
            bins.add(new Bin(STARTS[bin - 1], to, counts[bin]));
        }
        return bins;
    }
}
