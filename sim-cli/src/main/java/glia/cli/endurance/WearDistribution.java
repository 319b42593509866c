package glia.cli.endurance;

/**
 * How numbers of writes are distributed over synapses. Number and maximum are exact; quantiles, shares and the Gini coefficient are
 * exact where the numbers are below 65,536, and above as if each were the middle of a class that is at most a thousandth wide.
 */
public final class WearDistribution {
    private static final int EXACT_BITS = 16;
    private static final int EXACT = 1 << EXACT_BITS;
    private static final int CLASS_BITS = 10;
    private static final int CLASSES = EXACT + ((Long.SIZE - 1 - EXACT_BITS) << CLASS_BITS);

    private final long[] counts = new long[CLASSES];
    private long synapses;
    private long maximum;
    private long atMaximum;

    /** Notes a synapse that was written so often. */
    void add(long writes) {
        counts[place(writes)]++;
        synapses++;
        if (writes > maximum) {
            maximum = writes;
            atMaximum = 0;
        }
        atMaximum += writes == maximum ? 1 : 0;
    }

    private static int place(long writes) {
        if (writes < EXACT) {
            return (int) writes;
        }
        int octave = Long.SIZE - 1 - Long.numberOfLeadingZeros(writes);
        int within = (int) (writes >>> (octave - CLASS_BITS)) & ((1 << CLASS_BITS) - 1);
        return EXACT + ((octave - EXACT_BITS) << CLASS_BITS) + within;
    }

    /** The middle of a class, or the maximum if that is below. */
    private double value(int place) {
        if (place < EXACT) {
            return place;
        }
        int octave = ((place - EXACT) >> CLASS_BITS) + EXACT_BITS;
        int within = (place - EXACT) & ((1 << CLASS_BITS) - 1);
        double width = StrictMath.scalb(1.0, octave - CLASS_BITS);
        return Math.min((double) maximum, ((1 << CLASS_BITS) + within + 0.5) * width);
    }

    /** How many synapses there are. */
    public long synapses() {
        return synapses;
    }

    /** Synapses that were never written. */
    public long unwritten() {
        return counts[0];
    }

    /** The writes of the synapse most often written. */
    public long maximum() {
        return maximum;
    }

    /** Synapses that were written as often as the one most often written. */
    public long atMaximum() {
        return atMaximum;
    }

    /** The writes of the synapse of some rank: 1 is the one most often written. */
    public double ofRank(long rank) {
        if (rank < 1 || rank > synapses) {
            throw new IllegalArgumentException("rank " + rank + " of " + synapses + " synapses");
        }
        if (rank <= atMaximum) {
            return maximum;
        }
        long left = rank;
        int place = CLASSES - 1;
        while (left > counts[place]) {
            left -= counts[place--];
        }
        return value(place);
    }

    /** What a share of the synapses does not exceed: the smallest number of writes for which that holds. */
    public double quantile(double share) {
        long rank = synapses - (long) Math.ceil(share * synapses) + 1;
        return ofRank(Math.min(synapses, Math.max(1, rank)));
    }

    /** Which share of all writes goes to so many synapses, those most often written; 0 without writes. */
    public double shareOfMost(long most) {
        double all = 0;
        double taken = 0;
        long left = most;
        for (int place = CLASSES - 1; place > 0; place--) {
            long count = Math.min(left, counts[place]);
            taken += count * value(place);
            all += counts[place] * value(place);
            left -= count;
        }
        return all == 0 ? 0 : taken / all;
    }

    /** 0 where all synapses are written equally often, towards 1 where few take all writes; 0 without writes. */
    public double gini() {
        double all = 0;
        double weighed = 0;
        long before = 0;
        for (int place = 0; place < CLASSES; place++) {
            double count = counts[place];
            double writes = count * value(place);
            all += writes;
            weighed += writes * (before + (count + 1) / 2);
            before += counts[place];
        }
        return all == 0 ? 0 : (2 * weighed / all - (synapses + 1)) / synapses;
    }
}
