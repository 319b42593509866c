package glia.chip.datapath;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumericsTest {
    /** A prime, so that a sweep over bit patterns meets all kinds of mantissa. */
    private static final int STRIDE = 1009;

    private static int bits(float value) {
        return Float.floatToRawIntBits(value);
    }

    /** Bit patterns that every machine and every JDK must give. */
    @ParameterizedTest
    @CsvSource({
        "1.0E-5, 3727c5ac, 3f800054, c13834f1",
        "0.1, 3dcc1ebd, 3f8d763e, c0135d8e",
        "0.5, 3eec9a9f, 3fd3094c, bf317218",
        "1.0, 3f42f7d6, 402df854, 00000000",
        "2.5, 3f7c92c2, 4142eb7f, 3f6a9208",
        "7.0, 3f7fffe4, 44891443, 3ff91395",
        "-0.3, be9526ee, 3f3da644, 7fc00000"
    })
    void functionsGiveTheSameBitsEverywhere(float x, String tanh, String exp, String log) {
        assertEquals(tanh, String.format("%08x", bits(Numerics.tanh(x))));
        assertEquals(exp, String.format("%08x", bits(Numerics.exp(x))));
        assertEquals(log, String.format("%08x", bits(Numerics.log(x))));
    }

    @Test
    void tanhIsWithinItsStatedError() {
        assertTrue(largestError(1e-8f, 12f, Numerics::tanh, StrictMath::tanh, false) < 4e-7);
        assertTrue(largestError(Float.MIN_VALUE, 0.01f, Numerics::tanh, StrictMath::tanh, false) < 1e-8);
    }

    @Test
    void expIsWithinItsStatedRelativeError() {
        assertTrue(largestError(1e-8f, 88f, Numerics::exp, StrictMath::exp, true) < 3e-7);
        assertTrue(largestError(1e-8f, 87f, x -> Numerics.exp(-x), x -> StrictMath.exp(-x), true) < 3e-7);
    }

    @Test
    void logIsWithinItsStatedRelativeError() {
        assertTrue(largestError(0.5f, 1.999f, Numerics::log, StrictMath::log, true) < 3e-7);
        assertTrue(largestError(Float.MIN_NORMAL, Float.MAX_VALUE, Numerics::log, StrictMath::log, true) < 3e-7);
    }

    /** Over bit patterns between two positive numbers. */
    private static double largestError(
            float low, float high, UnaryOperator<Float> function, DoubleUnaryOperator exact, boolean relative) {
        double largest = 0;
        for (long pattern = bits(low); pattern <= bits(high); pattern += STRIDE) {
            float x = Float.intBitsToFloat((int) pattern);
            double right = exact.applyAsDouble(x);
            double error = Math.abs(function.apply(x) - right);
            largest = Math.max(largest, relative && right != 0 ? error / Math.abs(right) : error);
        }
        return largest;
    }

    @Test
    void tanhSaturates() {
        for (float x : new float[] {9.02f, 10f, 1e30f, Float.MAX_VALUE, Float.POSITIVE_INFINITY}) {
            assertEquals(1f, Numerics.tanh(x), 1.2e-7f);
            assertTrue(Numerics.tanh(x) <= 1f);
            assertEquals(Numerics.tanh(9.02f), Numerics.tanh(x));
        }
        assertEquals(Float.NaN, Numerics.tanh(Float.NaN));
        assertEquals(bits(0f), bits(Numerics.tanh(0f)));
        assertEquals(bits(-0f), bits(Numerics.tanh(-0f)));
    }

    @Test
    void expIsCutOffAtBothEnds() {
        assertEquals(1f, Numerics.exp(0f));
        assertEquals(1f, Numerics.exp(-0f));
        assertEquals(0f, Numerics.exp(Math.nextDown(-87f)));
        assertTrue(Numerics.exp(-87f) >= Float.MIN_NORMAL);
        assertEquals(0f, Numerics.exp(Float.NEGATIVE_INFINITY));
        assertEquals(Numerics.exp(88f), Numerics.exp(89f));
        assertEquals(Numerics.exp(88f), Numerics.exp(Float.POSITIVE_INFINITY));
        assertTrue(Float.isFinite(Numerics.exp(88f)));
        assertEquals(Float.NaN, Numerics.exp(Float.NaN));
    }

    @Test
    void logAnswersNotANumberWhereThereIsNoNormalPositiveNumber() {
        assertEquals(bits(0f), bits(Numerics.log(1f)));
        for (float x : new float[] {0f, -0f, -1f, Float.MIN_VALUE, Float.POSITIVE_INFINITY, Float.NaN}) {
            assertEquals(Float.NaN, Numerics.log(x));
        }
        assertEquals(Float.NaN, Numerics.log(Math.nextDown(Float.MIN_NORMAL)));
    }

    @Test
    void squaresAreSummedInIndexOrderWithoutRoundingTheProducts() {
        float tiny = 0x1.000002p0f;
        assertEquals(Math.fma(tiny, tiny, 9f), Numerics.sumOfSquares(new float[] {3f, 0f, tiny}));
        assertEquals(0x1p24f, Numerics.sumOfSquares(new float[] {0x1p12f, 1f, 1f}));
        assertEquals(0x1p24f + 2f, Numerics.sumOfSquares(new float[] {1f, 1f, 0x1p12f}));
        assertEquals(0f, Numerics.sumOfSquares(new float[0]));
    }
}
