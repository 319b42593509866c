package glia.core.account;

import org.agrona.collections.Long2LongHashMap;

/**
 * Counts of actions over time, in bins of cycles. Of an action performed n times from cycle s to e, floor(n·(t - s)/(e - s)) are booked
 * by the edge t of a bin, so that bins hold whole numbers and add up to the ledger.
 */
public final class ActionBins {
    private final int blocks;
    private final int actions;
    private final int mostBins;
    private Long2LongHashMap counts = new Long2LongHashMap(0);
    private long width;
    private long origin;
    private long lastBin = -1;

    /**
     * Hears of the bins.
     *
     * @param <E> what it may throw
     */
    public interface Visitor<E extends Exception> {
        /** An action was booked a number of times on a block, from one cycle to another. */
        void onCount(long startCycle, long endCycle, int block, int action, long times) throws E;
    }

    private ActionBins(int blocks, int actions, long width, int mostBins) {
        this.blocks = blocks;
        this.actions = actions;
        this.width = width;
        this.mostBins = mostBins;
    }

    /** Makes bins of some cycles for numbered blocks and actions. */
    public static ActionBins ofWidth(int blocks, int actions, long cycles) {
        if (cycles < 1) {
            throw new IllegalArgumentException("bins of " + cycles + " cycles; expected at least 1");
        }
        return new ActionBins(blocks, actions, cycles, Integer.MAX_VALUE);
    }

    /** Makes bins of the fewest cycles, a power of 2, that do with some bins. */
    public static ActionBins ofNumber(int blocks, int actions, int bins) {
        return new ActionBins(blocks, actions, 1, bins);
    }

    /** Has the first bin start at a cycle, before anything is booked; or up to a bin earlier, where the width is given. */
    public void startAt(long cycle) {
        if (lastBin >= 0) {
            throw new IllegalStateException("bins cannot be moved once something is booked");
        }
        origin = cycle / width * width;
    }

    /** Cycles of a bin. */
    public long width() {
        return width;
    }

    /** Number of bins from the first to the last one that holds something. */
    public long bins() {
        return lastBin + 1;
    }

    /** Books an action that a block performs a number of times from one cycle to another; all at once if they are the same. */
    public void add(int block, int action, long times, long startCycle, long endCycle) {
        if (startCycle < origin) {
            throw new IllegalArgumentException("cycle " + startCycle + " is before the first bin, at " + origin);
        }
        long lastCycle = Math.max(startCycle, endCycle - 1) - origin;
        while (lastCycle / width >= mostBins) {
            widen();
        }
        long last = lastCycle / width;
        lastBin = Math.max(lastBin, last);
        long booked = 0;
        for (long bin = (startCycle - origin) / width; bin <= last; bin++) {
            long edge = origin + (bin + 1) * width;
            long by = edge >= endCycle ? times : Math.multiplyExact(times, edge - startCycle) / (endCycle - startCycle);
            count(counts, bin, block, action, by - booked);
            booked = by;
        }
    }

    private void count(Long2LongHashMap into, long bin, int block, int action, long times) {
        if (times > 0) {
            long key = (bin * blocks + block) * actions + action;
            into.put(key, into.get(key) + times);
        }
    }

    /** Edges of wider bins are edges of narrower ones, too, so that what was booked by them stays. */
    private void widen() {
        Long2LongHashMap wider = new Long2LongHashMap(0);
        visit((startCycle, endCycle, block, action, times) ->
                count(wider, (startCycle - origin) / (2 * width), block, action, times));
        counts = wider;
        width *= 2;
        lastBin /= 2;
    }

    /** Shows what is not 0, by bin, then block, then action. */
    public <E extends Exception> void visit(Visitor<E> visitor) throws E {
        long[] keys =
                counts.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
        for (long key : keys) {
            long place = key / actions;
            long start = origin + place / blocks * width;
            visitor.onCount(start, start + width, (int) (place % blocks), (int) (key % actions), counts.get(key));
        }
    }
}
