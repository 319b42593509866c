package glia.chip.datapath;

/** Exact counts of commits and pulses of cells that are written one by one. */
final class PulseCounter {
    private final int[][] commits;
    private final int[][] raises;
    private final int[][] raisingPulses;
    private final int[][] loweringPulses;

    PulseCounter(int rows, int columns) {
        commits = new int[rows][columns];
        raises = new int[rows][columns];
        raisingPulses = new int[rows][columns];
        loweringPulses = new int[rows][columns];
    }

    /** Notes pulses up and down on the cells of a row: a commit where there was any. */
    void add(int row, int[] raising, int[] lowering) {
        add(raising, raisingPulses[row]);
        add(lowering, loweringPulses[row]);
        int[] ofCommits = commits[row];
        int[] ofRaises = raises[row];
        for (int j = 0; j < raising.length; j++) {
            ofCommits[j] += Math.min(1, raising[j] + lowering[j]);
            ofRaises[j] += Math.max(0, Math.min(1, raising[j] - lowering[j]));
        }
    }

    private static void add(int[] summands, int[] sums) {
        for (int j = 0; j < sums.length; j++) {
            sums[j] += summands[j];
        }
    }

    /** Commits of a row. */
    int[] commits(int row) {
        return commits[row];
    }

    /** Commits of a row with more pulses up than down. */
    int[] raises(int row) {
        return raises[row];
    }

    /** Pulses of a row that raise the weight. */
    int[] raisingPulses(int row) {
        return raisingPulses[row];
    }

    /** Pulses of a row that lower the weight. */
    int[] loweringPulses(int row) {
        return loweringPulses[row];
    }

    long totalCommits() {
        return RowTouches.total(commits);
    }

    long totalRaises() {
        return RowTouches.total(raises);
    }

    long totalPulses() {
        return RowTouches.total(raisingPulses) + RowTouches.total(loweringPulses);
    }
}
