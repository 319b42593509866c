package glia.chip.device;

/**
 * How changes are programmed into cells: by one blind train, or by trains with a read after each of them.
 *
 * @param tolerance a change is done when what is missing is this at most, a share of the range
 * @param attempts trains a change takes at most; 0 for one without any read
 * @param readNoise deviation of a read, a share of the range as for {@code chip.device.readNoise}
 */
public record PulseProgramming(float tolerance, int attempts, float readNoise) {
    /** One train without reads. */
    public static final PulseProgramming BLIND = new PulseProgramming(0f, 0, 0f);
}
