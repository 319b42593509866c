package glia.chip.datapath;

/** Which columns were left out of which samples' writes; few columns, as a rule. */
final class ColumnMisses {
    private final int[] columns;
    private final long[] samples;
    private int count;
    private long any;

    ColumnMisses(int columns) {
        this.columns = new int[columns];
        samples = new long[columns];
    }

    /** Takes the samples that left columns out, and for each column those that did not leave it out. */
    void take(long partial, long[] touched) {
        any = partial;
        count = 0;
        for (int j = 0; partial != 0 && j < touched.length; j++) {
            columns[count] = j;
            samples[count] = partial & ~touched[j];
            count += samples[count] != 0 ? 1 : 0;
        }
    }

    /** Whether one of the samples left a column out. */
    boolean any(long mask) {
        return (mask & any) != 0;
    }

    /** Adds, for each column, a factor times the number of these samples that left it out. */
    void add(int[] counts, int factor, long mask) {
        for (int k = 0; k < count; k++) {
            counts[columns[k]] += factor * Long.bitCount(mask & samples[k]);
        }
    }
}
