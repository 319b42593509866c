package glia.chip.datapath;

import glia.chip.device.Drift;
import glia.chip.device.LayerDevice;
import glia.chip.device.Pulses;
import glia.core.archive.Archive;
import glia.core.random.RandomStream;
import org.jspecify.annotations.Nullable;

/** One of the two cells of every synapse of a tile; a conductance is 0 at the lower end of the range, R at the upper one. */
final class CellPlane {
    private final LayerDevice device;
    private final int firstRow;
    private final int firstColumn;
    private final int place;
    /** As of the last write of each. */
    private final float[][] stored;

    private final @Nullable CellAges ages;

    /** Makes rows x columns cells; synapse n of the layer has cell 2n + place. */
    CellPlane(LayerDevice device, int rows, int columns, int firstRow, int firstColumn, int place) {
        this.device = device;
        this.firstRow = firstRow;
        this.firstColumn = firstColumn;
        this.place = place;
        stored = new float[rows][columns];
        Drift drift = device.scheme().drift();
        ages = drift.equals(Drift.NONE) ? null : new CellAges(drift, rows, columns);
    }

    private int cell(int row, int column) {
        return 2 * device.cell(firstRow + row, firstColumn + column) + place;
    }

    /** Puts a conductance into a cell. */
    void load(int row, int column, float conductance) {
        float value = 2f * conductance - device.range();
        stored[row][column] = device.cells().load(value, cell(row, column), device.loading());
    }

    /** Moves on to a sample. */
    void startSample(long sample) {
        if (ages != null) {
            ages.startSample(sample);
        }
    }

    /** Asks a change of a conductance; notes the pulses that it took, none before. */
    void write(int row, int column, float change, RandomStream draws, Pulses pulses) {
        float value = device.cells().write(present(row, column), 2f * change, cell(row, column), draws, pulses);
        if (pulses.any()) {
            stored[row][column] = value;
            if (ages != null) {
                ages.write(row, column);
            }
        }
    }

    private float present(int row, int column) {
        float value = stored[row][column];
        return ages == null ? value : ages.present(row, column, value, device.range());
    }

    /** The conductance that is read. */
    float read(int row, int column) {
        return 0.5f * (device.cells().read(present(row, column), cell(row, column)) + device.range());
    }

    /** Saves or loads what the cells store. */
    void state(Archive archive) {
        for (float[] row : stored) {
            archive.at(row);
        }
        if (ages != null) {
            ages.state(archive);
        }
    }
}
