package glia.chip.device;

import glia.core.archive.Archive;
import glia.core.random.RandomStream;

/** Cells that are not alike when they are read: each has a gain of 1 + σ·n and an offset, drawn once. */
final class Mismatch implements SynapticDevice {
    private final SynapticDevice device;
    private final float[] gains;
    private final float[] offsets;

    /**
     * Draws gains and offsets.
     *
     * @param offsetSigma deviation of the offsets, a weight
     * @param cells the draws of cells
     */
    Mismatch(SynapticDevice device, float gainSigma, float offsetSigma, int count, RandomStream cells) {
        this.device = device;
        gains = new float[count];
        offsets = new float[count];
        for (int cell = 0; cell < count; cell++) {
            gains[cell] = 1f + gainSigma * Draw.GAIN.normal(cells, cell);
            offsets[cell] = offsetSigma * Draw.OFFSET.normal(cells, cell);
        }
    }

    @Override
    public float load(float weight, int cell, RandomStream draws) {
        return device.load(weight, cell, draws);
    }

    @Override
    public float write(float stored, float requestedChange, int cell, RandomStream draws, Pulses pulses) {
        return device.write(stored, requestedChange, cell, draws, pulses);
    }

    @Override
    public void writeRow(float[] stored, float[] changes, int firstCell, RandomStream draws, RowWrite row) {
        device.writeRow(stored, changes, firstCell, draws, row);
    }

    @Override
    public float read(float stored, int cell) {
        return Math.fma(gains[cell], device.read(stored, cell), offsets[cell]);
    }

    @Override
    public void state(Archive archive) {
        device.state(archive);
    }
}
