package glia.cli.endurance;

/** A large matrix by blocks of rows x columns, at most 100 x 100 of them: the largest number of each and the mean. */
final class BlockMap {
    private static final int MOST_BLOCKS = 100;

    private final int blockRows;
    private final int blockColumns;
    private final double[][] largest;
    private final double[][] sums;
    private final int[][] counts;

    BlockMap(int rows, int columns) {
        blockRows = (rows - 1) / MOST_BLOCKS + 1;
        blockColumns = (columns - 1) / MOST_BLOCKS + 1;
        int down = (rows - 1) / blockRows + 1;
        int across = (columns - 1) / blockColumns + 1;
        largest = new double[down][across];
        sums = new double[down][across];
        counts = new int[down][across];
    }

    void add(int row, int column, long value) {
        int i = row / blockRows;
        int j = column / blockColumns;
        largest[i][j] = Math.max(largest[i][j], (double) value);
        sums[i][j] += value;
        counts[i][j]++;
    }

    /** Rows of a block; the last block may have fewer. */
    int blockRows() {
        return blockRows;
    }

    /** Columns of a block; the last block may have fewer. */
    int blockColumns() {
        return blockColumns;
    }

    /** Whether every number has a block of its own. */
    boolean isWhole() {
        return blockRows == 1 && blockColumns == 1;
    }

    /** The largest number of each block. */
    double[][] largest() {
        return largest;
    }

    /** The mean of each block. */
    double[][] means() {
        double[][] means = new double[sums.length][sums[0].length];
        for (int i = 0; i < means.length; i++) {
            for (int j = 0; j < means[i].length; j++) {
                means[i][j] = sums[i][j] / counts[i][j];
            }
        }
        return means;
    }
}
