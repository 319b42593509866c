package glia.chip.datapath;

import glia.chip.device.Drift;
import glia.chip.device.LayerDevice;
import glia.chip.device.RowWrite;
import glia.chip.device.SynapticDevice;
import glia.core.archive.Archive;
import glia.core.random.RandomStream;
import org.jspecify.annotations.Nullable;

/**
 * One cell a synapse, of any device. Rows are asked in any order, since every draw has a number. What drifts is the distance from
 * the reference, which drifts as its cells do.
 */
final class DeviceCells implements StoredCells {
    private final LayerDevice device;
    private final int firstRow;
    private final int firstColumn;
    private final WriteCounter writes;
    /** As of the last write of each. */
    private final float[][] stored;

    private final RowWrite written;
    private final @Nullable CellAges ages;
    private final float[] present;
    private long write = -1;
    private RandomStream draws;

    /** Makes the cells of rows x columns synapses that stand in their layer from a row and a column on. */
    DeviceCells(LayerDevice device, int rows, int columns, int firstRow, int firstColumn, WriteCounter writes) {
        this.device = device;
        this.firstRow = firstRow;
        this.firstColumn = firstColumn;
        this.writes = writes;
        stored = new float[rows][columns];
        written = new RowWrite(columns);
        Drift drift = device.scheme().drift();
        ages = drift.equals(Drift.NONE) ? null : new CellAges(drift, rows, columns);
        present = new float[columns];
        draws = device.loading();
    }

    @Override
    public float load(int row, int column, float weight) {
        int cell = cell(row, column);
        stored[row][column] = device.cells().load(weight, cell, device.loading());
        return device.cells().read(stored[row][column], cell);
    }

    private int cell(int row, int column) {
        return device.cell(firstRow + row, firstColumn + column);
    }

    @Override
    public void startWrite() {
        write++;
        draws = device.writing(write);
    }

    @Override
    public boolean write(int row, float[] weights, float[] changes) {
        SynapticDevice cells = device.cells();
        float[] values = present(row);
        int first = cell(row, 0);
        written.clear();
        cells.writeRow(values, changes, first, draws, written);
        for (int k = 0; k < written.count(); k++) {
            int j = written.written()[k];
            stored[row][j] = values[j];
            weights[j] = cells.read(values[j], first + j);
            if (ages != null) {
                ages.write(row, j);
            }
        }
        if (written.count() > 0) {
            writes.commitPulses(row, written);
        }
        return written.count() > 0;
    }

    /** What the cells of a row store now. */
    private float[] present(int row) {
        if (ages == null) {
            return stored[row];
        }
        for (int j = 0; j < present.length; j++) {
            present[j] = ages.present(row, j, stored[row][j], 0f);
        }
        return present;
    }

    @Override
    public boolean startSample(long sample, float[][] weights) {
        if (ages == null) {
            return false;
        }
        ages.startSample(sample);
        for (int i = 0; i < stored.length; i++) {
            float[] values = present(i);
            int first = cell(i, 0);
            for (int j = 0; j < values.length; j++) {
                weights[i][j] = device.cells().read(values[j], first + j);
            }
        }
        return true;
    }

    @Override
    public void state(Archive archive) {
        for (float[] row : stored) {
            archive.at(row);
        }
        if (ages != null) {
            ages.state(archive);
        }
        write = archive.at(write);
        draws = write < 0 ? device.loading() : device.writing(write);
    }
}
