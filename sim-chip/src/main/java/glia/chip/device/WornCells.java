package glia.chip.device;

import glia.core.archive.Archive;
import glia.core.random.NormalTable;
import glia.core.random.RandomStream;

/**
 * Cells that take a drawn number of pulses and then none to any effect: worn cells take pulses as the others do, and stay. What a
 * cell can still take is kept here, by cell of the layer, so it is the same on any tiling; loading and reading take nothing.
 */
final class WornCells implements SynapticDevice {
    private static final long ENDURANCE = -3;

    private final SynapticDevice device;
    private final WearOut wearOut;
    private final float range;
    /** Pulses that a cell can still take; 0 where it is worn. */
    private final long[] left;

    private long worn;

    /**
     * Draws the endurance of some cells.
     *
     * @param range the layer's range, a weight
     * @param cells the draws of cells
     */
    WornCells(SynapticDevice device, WearOut wearOut, float range, int count, RandomStream cells) {
        this.device = device;
        this.wearOut = wearOut;
        this.range = range;
        left = new long[count];
        RandomStream draws = cells.sub(ENDURANCE);
        for (int cell = 0; cell < count; cell++) {
            left[cell] = wearOut.pulses(NormalTable.of(draws.bits(cell)));
        }
    }

    @Override
    public float load(float weight, int cell, RandomStream draws) {
        return device.load(weight, cell, draws);
    }

    @Override
    public float write(float stored, float requestedChange, int cell, RandomStream draws, Pulses pulses) {
        long before = taken(pulses);
        float written = device.write(stored, requestedChange, cell, draws, pulses);
        if (left[cell] == 0) {
            return stored;
        }
        left[cell] = Math.max(0, left[cell] - (taken(pulses) - before));
        if (left[cell] > 0) {
            return written;
        }
        worn++;
        return switch (wearOut.end()) {
            case ON -> range;
            case OFF -> -range;
            case LAST -> written;
        };
    }

    private static long taken(Pulses pulses) {
        return (long) pulses.raising() + pulses.lowering();
    }

    @Override
    public float read(float stored, int cell) {
        return device.read(stored, cell);
    }

    @Override
    public long wornCells() {
        return worn;
    }

    @Override
    public void state(Archive archive) {
        archive.at(left);
        worn = archive.at(worn);
        device.state(archive);
    }
}
