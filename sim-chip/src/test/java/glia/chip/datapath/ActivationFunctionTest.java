package glia.chip.datapath;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;

class ActivationFunctionTest {
    private static final float STEP = 0x1p-7f;

    private static float[] apply(ActivationFunction function, float... inputs) {
        float[] activations = new float[inputs.length];
        float[] before = inputs.clone();
        function.apply(inputs, activations);
        assertArrayEquals(before, inputs);
        return activations;
    }

    @Property
    void theSlopeIsTheDerivative(@ForAll ActivationFunction function, @ForAll @FloatRange(min = -5, max = 5) float x) {
        if (function == ActivationFunction.RELU && Math.abs(x) <= STEP) {
            return;
        }
        float[] values = apply(function, x - STEP, x, x + STEP);
        assertEquals((values[2] - values[0]) / (2 * STEP), function.slope(values[1]), 2e-4);
    }

    @Property
    void tanhIsThatOfTheContract(@ForAll float[] inputs) {
        float[] expected = new float[inputs.length];
        for (int j = 0; j < inputs.length; j++) {
            expected[j] = Numerics.tanh(inputs[j]);
        }
        assertArrayEquals(expected, apply(ActivationFunction.TANH, inputs));
    }

    @Property
    void identityHandsOnEveryBit(@ForAll float[] inputs) {
        assertArrayEquals(inputs, apply(ActivationFunction.IDENTITY, inputs));
    }

    @Example
    void reluCutsOffBelowZero() {
        assertArrayEquals(new float[] {0f, 0f, 0f, 2f}, apply(ActivationFunction.RELU, -3f, -0f, 0f, 2f));
        assertEquals(0f, ActivationFunction.RELU.slope(0f));
        assertEquals(1f, ActivationFunction.RELU.slope(Float.MIN_VALUE));
    }

    @Example
    void aCircuitWithTwoLevelsKnowsAHighAndALowSlope() {
        float[] activations = {-1f, -0.8f, -0.79f, 0f, 0.79f, 0.8f, 1f};
        float[] expected = {0.1f, 0.1f, 1f, 1f, 1f, 0.1f, 0.1f};
        for (int i = 0; i < activations.length; i++) {
            assertEquals(expected[i], ActivationFunction.TANH.twoLevelSlope(activations[i]));
        }
        assertEquals(0f, ActivationFunction.RELU.twoLevelSlope(0f));
        assertEquals(1f, ActivationFunction.RELU.twoLevelSlope(3f));
        assertEquals(1f, ActivationFunction.IDENTITY.twoLevelSlope(-3f));
    }

    @Property
    void slopesAreToldAsTheWiresAllow(
            @ForAll ActivationFunction function, @ForAll @FloatRange(min = -1) float activation) {
        assertEquals(1f, Slope.NONE.of(function, activation));
        assertEquals(function.twoLevelSlope(activation), Slope.TWO_LEVEL.of(function, activation));
        assertEquals(function.slope(activation), Slope.EXACT.of(function, activation));
    }

    @Example
    void theSlopeOfTanhGivesTheSameBitsEverywhere() {
        float[] slopes = {0.3f, -0.77f, 0.999f};
        for (int i = 0; i < slopes.length; i++) {
            slopes[i] = ActivationFunction.TANH.slope(slopes[i]);
        }
        assertEquals("[0x1.d1eb84p-1, 0x1.a0ded4p-2, 0x1.0602p-9]", Arrays.toString(hex(slopes)));
    }

    private static String[] hex(float[] values) {
        String[] hex = new String[values.length];
        Arrays.setAll(hex, i -> Float.toHexString(values[i]));
        return hex;
    }
}
