package glia.chip.datapath;

/** What a tile read last: the inputs and their sums, which hold until a weight changes. */
final class LastRead {
    private RowValues rows;
    private RowValues spare;
    private final float[] sums;
    private boolean holds;

    /** Nothing was read yet of some rows with sums of some width. */
    LastRead(int rows, int width) {
        this.rows = new RowValues(rows);
        spare = new RowValues(rows);
        sums = new float[width];
    }

    /** The inputs. */
    RowValues rows() {
        return rows;
    }

    /** The length of an array for the sums. */
    int width() {
        return sums.length;
    }

    /** The sums do not hold any more. */
    void forget() {
        holds = false;
    }

    /** The sums of inputs, read anew only if they do not hold; rows that elements are set with stay as they are. */
    float[] sums(float[] values, int first, CellMatrix cells, ElementPattern elements) {
        if (holds && rows.equal(values, first)) {
            return sums;
        }
        if (elements.holds(rows)) {
            RowValues kept = rows;
            rows = spare;
            spare = kept;
        }
        rows.take(values, first);
        cells.multiply(rows, sums);
        holds = true;
        return sums;
    }

    /** Values as rows: the inputs themselves where they are the same, otherwise rows beside them. */
    RowValues rowsOf(float[] values) {
        if (rows.equal(values, 0)) {
            return rows;
        }
        spare.take(values, 0);
        return spare;
    }
}
