package glia.chip.device;

import glia.core.archive.Archive;
import glia.core.random.RandomStream;

/** Some cells that never change: they take pulses as the others do, and keep their value. */
final class StuckCells implements SynapticDevice {
    private final SynapticDevice device;
    /** By cell; not a number where a cell is free. */
    private final float[] values;

    /**
     * Draws which cells are stuck.
     *
     * @param range the layer's range: cells stuck on are at its upper end, cells stuck off at its lower end
     * @param cells the draws of cells
     */
    StuckCells(SynapticDevice device, Defects.Stuck stuck, float range, int count, RandomStream cells) {
        this.device = device;
        values = new float[count];
        float off = stuck.on() + stuck.off();
        float at = off + stuck.atValue();
        for (int cell = 0; cell < count; cell++) {
            float draw = Draw.STUCK.uniform(cells, cell);
            values[cell] =
                    draw < stuck.on() ? range : draw < off ? -range : draw < at ? stuck.value() * range : Float.NaN;
        }
    }

    @Override
    public float load(float weight, int cell, RandomStream draws) {
        return kept(device.load(weight, cell, draws), cell);
    }

    @Override
    public float write(float stored, float requestedChange, int cell, RandomStream draws, Pulses pulses) {
        return kept(device.write(stored, requestedChange, cell, draws, pulses), cell);
    }

    @Override
    public void writeRow(float[] stored, float[] changes, int firstCell, RandomStream draws, RowWrite row) {
        device.writeRow(stored, changes, firstCell, draws, row);
        for (int k = 0; k < row.count(); k++) {
            int j = row.written()[k];
            stored[j] = kept(stored[j], firstCell + j);
        }
    }

    private float kept(float written, int cell) {
        float value = values[cell];
        return Float.isNaN(value) ? written : value;
    }

    @Override
    public float read(float stored, int cell) {
        return device.read(stored, cell);
    }

    @Override
    public void state(Archive archive) {
        device.state(archive);
    }
}
