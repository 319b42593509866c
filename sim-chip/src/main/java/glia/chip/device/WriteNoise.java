package glia.chip.device;

import glia.core.random.NormalTable;
import glia.core.random.RandomStream;

/**
 * Writes that miss: a cell is asked (1 + σ·n) times the change, n standard normal, drawn anew for each write. Loading asks its
 * weight of a cell in the same way. A change of which float keeps nothing is none.
 */
record WriteNoise(SynapticDevice device, float sigma) implements SynapticDevice {
    @Override
    public float load(float weight, int cell, RandomStream draws) {
        return device.load(noisy(weight, cell, draws), cell, draws);
    }

    @Override
    public float write(float stored, float requestedChange, int cell, RandomStream draws, Pulses pulses) {
        float noisy = noisy(requestedChange, cell, draws);
        return noisy == 0f ? stored : device.write(stored, noisy, cell, draws, pulses);
    }

    @Override
    public void writeRow(float[] stored, float[] changes, int firstCell, RandomStream draws, RowWrite row) {
        long[] bits = row.bits(Draw.WRITE_NOISE, firstCell, draws);
        for (int j = 0; j < stored.length; j++) {
            changes[j] = changes[j] * (1f + sigma * NormalTable.of(bits[j]));
        }
        device.writeRow(stored, changes, firstCell, draws, row);
    }

    private float noisy(float change, int cell, RandomStream draws) {
        return change * (1f + sigma * Draw.WRITE_NOISE.normal(draws, cell));
    }

    @Override
    public float read(float stored, int cell) {
        return device.read(stored, cell);
    }
}
