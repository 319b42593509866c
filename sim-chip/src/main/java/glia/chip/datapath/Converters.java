package glia.chip.datapath;

/**
 * The converters of every tile.
 *
 * <p>An ADC sees up to {@code adc.range} deviations of a line whose cells are freshly drawn, N(0, 1 / inputs), and whose inputs all
 * stand at the end of the DACs' range: {@code (adc.range · dac.range) · √(lines / inputs)}, with the lines that a full tile of the
 * layer sums. So it is one range for all tiles of a layer, and a number that suits tiles of any size.
 *
 * @param dac what an input becomes; its range is in units of activations
 * @param adc what a sum becomes
 * @param bitSerial whether the bits of an input are shown one after the other, in two's complement; the DACs have bits then
 */
public record Converters(FixedPoint dac, FixedPoint adc, boolean bitSerial) {
    /** No converters; ranges are those that a scenario has if it names none. */
    public static final Converters EXACT = new Converters(FixedPoint.exact(1f), FixedPoint.exact(16f), false);

    /** Checks that bits of an input are there to be shown. */
    public Converters {
        if (bitSerial && dac.isExact()) {
            throw new IllegalArgumentException("inputs are bit-serial without a number of bits");
        }
    }

    /** How often the cells are read for one input vector. */
    public int planes() {
        return bitSerial ? dac.bits() : 1;
    }

    /** What the sums of some lines become, in a layer of some inputs. */
    public FixedPoint adc(int lines, int inputs) {
        float root = (float) StrictMath.sqrt((double) lines / inputs);
        return new FixedPoint(adc.bits(), (adc.range() * dac.range()) * root);
    }
}
