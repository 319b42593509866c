package glia.chip.device;

import glia.core.random.RandomStream;

/** Cells that store what they are asked to, in float; every write is one pulse. */
public final class IdealDevice implements SynapticDevice {
    @Override
    public boolean storesSums() {
        return true;
    }

    @Override
    public float load(float weight, int cell, RandomStream draws) {
        return weight;
    }

    @Override
    public float write(float stored, float requestedChange, int cell, RandomStream draws, Pulses pulses) {
        pulses.add(requestedChange > 0f ? 1 : -1);
        return stored + requestedChange;
    }

    @Override
    public void writeRow(float[] stored, float[] changes, int firstCell, RandomStream draws, RowWrite row) {
        for (int j = 0; j < stored.length; j++) {
            if (changes[j] != 0f) {
                stored[j] += changes[j];
                row.add(j, changes[j] > 0f ? 1 : -1);
            }
        }
    }
}
