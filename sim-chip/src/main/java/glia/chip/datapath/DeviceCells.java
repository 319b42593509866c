package glia.chip.datapath;

import glia.chip.device.LayerDevice;
import glia.chip.device.Pulses;
import glia.chip.device.SynapticDevice;
import glia.core.random.RandomStream;
import java.util.Arrays;

/**
 * The cells of a tile whose device does not simply add: what each stores, beside the weight that it has when it is read. Cells are
 * asked one by one, in any order, since every draw has a number.
 */
final class DeviceCells {
    private final LayerDevice device;
    private final int firstRow;
    private final int firstColumn;
    private final WriteCounter writes;
    private final float[][] stored;
    private final Pulses pulses = new Pulses();
    private final int[] raising;
    private final int[] lowering;
    private long write = -1;
    private RandomStream draws;

    /** Makes the cells of rows x columns synapses that stand in their layer from a row and a column on. */
    DeviceCells(LayerDevice device, int rows, int columns, int firstRow, int firstColumn, WriteCounter writes) {
        this.device = device;
        this.firstRow = firstRow;
        this.firstColumn = firstColumn;
        this.writes = writes;
        stored = new float[rows][columns];
        raising = new int[columns];
        lowering = new int[columns];
        draws = device.loading();
    }

    /** Answers the weight of a cell that a value was put into before a run. */
    float load(int row, int column, float weight) {
        int cell = cell(row, column);
        stored[row][column] = device.cells().load(weight, cell, device.loading());
        return device.cells().read(stored[row][column], cell);
    }

    private int cell(int row, int column) {
        return device.cell(firstRow + row, firstColumn + column);
    }

    /** Starts a write of the layer; all its tiles take part in every one. */
    void startWrite() {
        write++;
        draws = device.writing(write);
    }

    /**
     * Asks changes of the cells of a row; modifies their weights. Answers whether a cell was written.
     *
     * @param changes at least as many as the tile has columns; 0 asks nothing
     */
    boolean write(int row, float[] weights, float[] changes) {
        SynapticDevice cells = device.cells();
        float[] values = stored[row];
        int first = cell(row, 0);
        boolean any = false;
        Arrays.fill(raising, 0);
        Arrays.fill(lowering, 0);
        for (int j = 0; j < values.length; j++) {
            if (changes[j] != 0f) {
                pulses.clear();
                float value = cells.write(values[j], changes[j], first + j, draws, pulses);
                if (pulses.any()) {
                    any = true;
                    values[j] = value;
                    weights[j] = cells.read(value, first + j);
                    raising[j] = pulses.raising();
                    lowering[j] = pulses.lowering();
                }
            }
        }
        if (any) {
            writes.commitPulses(row, raising, lowering);
        }
        return any;
    }
}
