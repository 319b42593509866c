package glia.chip.datapath;

import glia.chip.device.RowWrite;
import glia.core.archive.Archive;

/** Exact counts of commits and pulses of cells that are written one by one. */
final class PulseCounter {
    /** Below one of so many columns, those that were written are counted one by one. */
    private static final int FEW = 8;

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

    /** Notes pulses on the cells of a row: a commit where there was any. */
    void add(int row, RowWrite write) {
        if (write.count() * FEW < write.raising().length) {
            addFew(row, write);
        } else {
            addAll(row, write.raising(), write.lowering());
        }
    }

    private void addFew(int row, RowWrite write) {
        for (int k = 0; k < write.count(); k++) {
            int j = write.written()[k];
            int raising = write.raising()[j];
            int lowering = write.lowering()[j];
            raisingPulses[row][j] += raising;
            loweringPulses[row][j] += lowering;
            commits[row][j]++;
            raises[row][j] += raising > lowering ? 1 : 0;
        }
    }

    private void addAll(int row, int[] raising, int[] lowering) {
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

    /** Saves or loads all counts. */
    void state(Archive archive) {
        archive.at(commits);
        archive.at(raises);
        archive.at(raisingPulses);
        archive.at(loweringPulses);
    }
}
