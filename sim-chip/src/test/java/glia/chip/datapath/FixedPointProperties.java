package glia.chip.datapath;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;

class FixedPointProperties {
    /** Steps of 0.5: 3 above 0, 3 below. */
    private static final FixedPoint THREE_BITS = new FixedPoint(3, 1.5f);

    @Example
    void theNearestStepIsTakenAndOfTwoTheEvenOne() {
        float[] values = {0.2f, 0.25f, 0.26f, 0.5f, 0.75f, 0.76f, 1.25f, -0.25f, -0.26f, -0.75f, -1.25f};
        float[] nearest = {0f, 0f, 0.5f, 0.5f, 1f, 1f, 1f, 0f, -0.5f, -1f, -1f};
        THREE_BITS.round(values);
        for (int i = 0; i < values.length; i++) {
            assertBits(nearest[i], values[i]);
        }
    }

    @Example
    void whatIsBeyondTheRangeStopsAtItsEnds() {
        assertBits(1.5f, THREE_BITS.nearest(1.7f));
        assertBits(1.5f, THREE_BITS.nearest(1e30f));
        assertBits(1.5f, THREE_BITS.nearest(Float.POSITIVE_INFINITY));
        assertBits(-1.5f, THREE_BITS.nearest(-2f));
        assertBits(-1.5f, THREE_BITS.nearest(Float.NEGATIVE_INFINITY));
        assertTrue(Float.isNaN(THREE_BITS.nearest(Float.NaN)));
    }

    @Property
    void zeroStaysZeroWithoutASign(
            @ForAll @IntRange(min = 2, max = 16) int bits, @ForAll @FloatRange(min = 0.01f, max = 1000f) float range) {
        FixedPoint numbers = new FixedPoint(bits, range);
        assertBits(0f, numbers.nearest(0f));
        assertBits(0f, numbers.nearest(-0f));
        assertBits(0f, numbers.nearest(-0.49f * numbers.step()));
    }

    /** Half a step away at most, but for the rounding of the division and of the product. */
    @Property(tries = 5000)
    void noOtherNumberIsNearer(
            @ForAll @IntRange(min = 2, max = 16) int bits,
            @ForAll @FloatRange(min = 0.01f, max = 1000f) float range,
            @ForAll @FloatRange(min = -1f, max = 1f) float share) {
        FixedPoint numbers = new FixedPoint(bits, range);
        float value = share * range;
        double nearest = numbers.nearest(value);
        double step = range / (double) ((1 << (bits - 1)) - 1);
        assertTrue(Math.abs(nearest - value) <= 0.505 * step, nearest + " of " + value);
        assertEquals(Math.rint(nearest / step), nearest / step, 0.01);
    }

    @Property(tries = 5000)
    void roundedAgainItStaysAndItsOppositeIsThatOfTheOpposite(
            @ForAll @IntRange(min = 2, max = 16) int bits,
            @ForAll @FloatRange(min = 0.01f, max = 1000f) float range,
            @ForAll int raw) {
        float value = Float.intBitsToFloat(raw);
        Assume.that(!Float.isNaN(value));
        FixedPoint numbers = new FixedPoint(bits, range);
        float once = numbers.nearest(value);
        assertBits(once, numbers.nearest(once));
        assertEquals(once, -numbers.nearest(-value) + 0f);
    }

    @Property
    void exactNumbersStayAsTheyAre(@ForAll int raw) {
        float value = Float.intBitsToFloat(raw);
        float[] values = {value};
        FixedPoint.exact(1f).round(values);
        assertBits(value, values[0]);
        assertBits(value, FixedPoint.exact(1f).nearest(value));
    }

    @Example
    void numbersStandSideBySideInWordsOf32Bits() {
        assertEquals(1, new FixedPoint(8, 1f).words(4));
        assertEquals(2, new FixedPoint(8, 1f).words(5));
        assertEquals(3, new FixedPoint(6, 1f).words(11));
        assertEquals(0, new FixedPoint(6, 1f).words(0));
        assertEquals(5, FixedPoint.exact(1f).words(5));
        assertEquals(3 * 2, new FixedPoint(8, 1f).words(15, 5));
        assertEquals(15, FixedPoint.exact(1f).words(15, 5));
        assertEquals(8, new FixedPoint(8, 1f).storedBits());
        assertEquals(32, FixedPoint.exact(1f).storedBits());
    }

    @Example
    void bitsThatNoStepsCanBeMadeOfAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new FixedPoint(1, 1f));
        assertThrows(IllegalArgumentException.class, () -> new FixedPoint(17, 1f));
    }

    private static void assertBits(float expected, float actual) {
        assertEquals(Float.floatToRawIntBits(expected), Float.floatToRawIntBits(actual), expected + ", " + actual);
    }
}
