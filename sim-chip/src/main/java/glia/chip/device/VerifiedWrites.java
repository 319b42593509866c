package glia.chip.device;

import glia.core.archive.Archive;
import glia.core.random.RandomStream;

/**
 * Writes that are verified. A change begins with the train it would take without; if that has any pulse, the cell was read before, and
 * is read after every train. What is missing to the value read before plus the change is asked again, until it is within a tolerance,
 * takes no pulse any more, or the attempts are used up. Loading goes on from the loaded value in the same way.
 *
 * <p>A read sees the cell's gain and offset and has noise of its own. Read and train k, counted from 0, have the draws of sub-stream k
 * of the write, but the first train those of the write itself.
 */
final class VerifiedWrites implements SynapticDevice {
    private final SynapticDevice device;
    private final int attempts;
    private final float tolerance;
    private final float readSigma;
    private final float limit;

    /**
     * Verifies the writes of a device.
     *
     * @param range the layer's range, a weight
     * @param limit the largest weight that is aimed at
     */
    VerifiedWrites(SynapticDevice device, PulseProgramming programming, float range, float limit) {
        this.device = device;
        this.limit = limit;
        attempts = programming.attempts();
        tolerance = programming.tolerance() * (2f * range);
        readSigma = programming.readNoise() * range;
    }

    @Override
    public float load(float weight, int cell, RandomStream draws) {
        return corrected(device.load(weight, cell, draws), limited(weight), cell, draws, new Pulses());
    }

    @Override
    public float write(float stored, float requestedChange, int cell, RandomStream draws, Pulses pulses) {
        float written = device.write(stored, requestedChange, cell, draws, pulses);
        if (!pulses.any()) {
            return stored;
        }
        float target = limited(verify(stored, cell, draws.sub(0), pulses) + requestedChange);
        return corrected(written, target, cell, draws, pulses);
    }

    private float limited(float weight) {
        return Math.max(-limit, Math.min(limit, weight));
    }

    private float corrected(float written, float target, int cell, RandomStream draws, Pulses pulses) {
        float stored = written;
        for (int attempt = 1; attempt <= attempts; attempt++) {
            RandomStream own = draws.sub(attempt);
            float missing = target - verify(stored, cell, own, pulses);
            if (attempt == attempts || !(Math.abs(missing) > tolerance)) {
                return stored;
            }
            int before = pulses.all();
            stored = device.write(stored, missing, cell, own, pulses);
            if (pulses.all() == before) {
                return stored;
            }
        }
        return stored;
    }

    private float verify(float stored, int cell, RandomStream draws, Pulses pulses) {
        pulses.addRead();
        float weight = device.read(stored, cell);
        return readSigma == 0f ? weight : weight + readSigma * Draw.VERIFY_READ.normal(draws, cell);
    }

    @Override
    public float read(float stored, int cell) {
        return device.read(stored, cell);
    }

    @Override
    public long wornCells() {
        return device.wornCells();
    }

    @Override
    public void state(Archive archive) {
        device.state(archive);
    }
}
