package glia.chip.datapath;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;

class NumericsProperties {
    private static int bits(float value) {
        return Float.floatToRawIntBits(value);
    }

    @Property
    void tanhIsOdd(@ForAll float x) {
        assertEquals(bits(-Numerics.tanh(x)), bits(Numerics.tanh(-x)));
    }

    @Property
    void tanhStaysBetweenMinusOneAndOne(@ForAll float x) {
        assertTrue(Math.abs(Numerics.tanh(x)) <= 1f);
    }

    @Property
    void functionsRiseUpToTheirError(
            @ForAll @FloatRange(min = -10, max = 10) float one, @ForAll @FloatRange(min = -10, max = 10) float other) {
        float low = Math.min(one, other);
        float high = Math.max(one, other);
        assertTrue(Numerics.tanh(high) >= Numerics.tanh(low) - 5e-7f);
        assertTrue(Numerics.exp(high) >= Numerics.exp(low) * (1 - 5e-7f));
    }

    @Property
    void logUndoesExp(@ForAll @FloatRange(min = -80, max = 80) float x) {
        assertEquals(x, Numerics.log(Numerics.exp(x)), 4e-7 + Math.abs(x) * 4e-7);
    }

    @Property
    void theSquareRootIsCorrectlyRounded(@ForAll @FloatRange(min = 0, max = Float.MAX_VALUE) float x) {
        assertEquals((float) StrictMath.sqrt(x), Numerics.sqrt(x));
    }

    @Property
    void sumsOfSquaresRunInIndexOrder(@ForAll float[] values) {
        float sum = 0f;
        for (float value : values) {
            sum = Math.fma(value, value, sum);
        }
        assertEquals(bits(sum), bits(Numerics.sumOfSquares(values)));
    }
}
