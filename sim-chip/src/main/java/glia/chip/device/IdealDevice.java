package glia.chip.device;

/** A cell that stores what it is asked to, in float. */
public final class IdealDevice implements SynapticDevice {
    @Override
    public float write(float stored, float requestedChange) {
        return stored + requestedChange;
    }

    @Override
    public boolean storesSums() {
        return true;
    }
}
