package glia.core.trace;

import glia.core.archive.Archive;

/** One 64-bit number for a sequence of numbers: equal sequences, equal prints; equal prints, equal sequences almost surely. */
public final class Fingerprint {
    private long hash = 0x9E3779B97F4A7C15L;

    /** Takes in one number. */
    public void add(long value) {
        long z = (hash ^ value) * 0xBF58476D1CE4E5B9L;
        hash = z ^ (z >>> 32);
    }

    /** Takes in the bits of floats in order. */
    public void add(float[] values) {
        for (float value : values) {
            add(Float.floatToRawIntBits(value));
        }
    }

    /** Takes in whole numbers in order. */
    public void add(int[] values) {
        for (int value : values) {
            add(value);
        }
    }

    /** The print as a number. */
    public long value() {
        long z = hash;
        z = (z ^ (z >>> 32)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** The print as 16 hexadecimal digits. */
    @Override
    public String toString() {
        return String.format("%016x", value());
    }

    /** Saves or loads what was taken in. */
    public void state(Archive archive) {
        hash = archive.at(hash);
    }
}
