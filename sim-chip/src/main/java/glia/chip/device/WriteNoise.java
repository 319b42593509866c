package glia.chip.device;

import glia.core.random.RandomStream;

/**
 * Writes that miss: a cell is asked (1 + σ·n) times the change, n standard normal, drawn anew for each write. Loading asks its
 * weight of a cell in the same way.
 */
record WriteNoise(SynapticDevice device, float sigma) implements SynapticDevice {
    @Override
    public float load(float weight, int cell, RandomStream draws) {
        return device.load(noisy(weight, cell, draws), cell, draws);
    }

    @Override
    public float write(float stored, float requestedChange, int cell, RandomStream draws, Pulses pulses) {
        return device.write(stored, noisy(requestedChange, cell, draws), cell, draws, pulses);
    }

    private float noisy(float change, int cell, RandomStream draws) {
        return change * (1f + sigma * Draw.WRITE_NOISE.normal(draws, cell));
    }

    @Override
    public float read(float stored, int cell) {
        return device.read(stored, cell);
    }
}
