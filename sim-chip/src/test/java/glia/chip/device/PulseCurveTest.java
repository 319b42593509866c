package glia.chip.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glia.core.random.RandomStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;

/** Curves of conductance against pulses beside their closed form. */
class PulseCurveTest {
    /** A of MLP+NeuroSim V3.0's table (formula.cpp, getParamA), here and there. */
    @Example
    void labelsHaveNeuroSimsConstants() {
        double[][] published = {
            {0.01, 126.268958},
            {0.1, 12.625807},
            {0.5, 2.519877},
            {1, 1.251653},
            {2.4, 0.499181},
            {4.88, 0.200303},
            {6, 0.135619},
            {8, 0.052781},
            {9, 0.022810}
        };
        for (double[] row : published) {
            assertEquals(row[1], Nonlinearity.constant(row[0]), 1e-5 * Math.max(1, row[1]));
            assertEquals(-row[1], Nonlinearity.constant(-row[0]), 1e-5 * Math.max(1, row[1]));
        }
        assertEquals(Nonlinearity.constant(0.01), Nonlinearity.constant(0));
        assertEquals(Nonlinearity.constant(9), Nonlinearity.constant(12));
    }

    /** G(n) of the published formula for n pulses from either end, in units of the range 0 to 1. */
    private static double closed(double label, double n, int states) {
        double a = Nonlinearity.constant(label) * states;
        return (1 - Math.exp(-n / a)) / (1 - Math.exp(-states / a));
    }

    @Property
    void trainsFollowTheClosedFormUpAndDown(
            @ForAll @FloatRange(min = -5, max = 9) float up,
            @ForAll @FloatRange(min = -9, max = 5) float down,
            @ForAll @IntRange(min = 1, max = 1000) int states,
            @ForAll @IntRange(min = 1, max = 40) int train) {
        ExponentialCurve curve =
                ExponentialCurve.of(0f, 1f, new Pulsing(states, states, up, down, 0f, 0f, 0f), up, down);
        float raised = 0f;
        float lowered = 1f;
        for (int n = train; n <= states; n += train) {
            raised = curve.after(raised, train);
            lowered = curve.after(lowered, -train);
            assertEquals(closed(up, n, states), raised, 2e-4);
            assertEquals(closed(down, states - n, states), lowered, 2e-4);
        }
    }

    /** As many pulses as there are states lead from one end to the other, and not fewer. */
    @Property
    void fullScaleTakesAsManyPulsesAsThereAreStates(
            @ForAll @FloatRange(min = -5, max = 5) float label, @ForAll @IntRange(min = 2, max = 200) int states) {
        ExponentialCurve curve =
                ExponentialCurve.of(-1f, 1f, new Pulsing(states, states, label, label, 0f, 0f, 0f), label, label);
        assertEquals(1f, curve.after(-1f, states), 2e-4f);
        assertEquals(-1f, curve.after(1f, -states), 2e-4f);
        assertTrue(curve.after(-1f, states - 1) < 1f);
        assertTrue(curve.after(1f, 1 - states) > -1f);
    }

    /** The deviation of a train's end grows with the root of its pulses: χ² of 10,000 draws, which is normal. */
    @Example
    void cycleNoiseHasItsDeviation() {
        Pulsing noisy = new Pulsing(100, 100, 0f, 0f, 0.01f, 0f, 0f);
        PulsedDevice cells =
                new PulsedDevice(noisy, Rounding.NEAREST, 1f, 10_000, RandomStream.of(1, 1), ExponentialCurve::of);
        for (int train : new int[] {1, 4, 16}) {
            double[] ends = new double[10_000];
            for (int cell = 0; cell < ends.length; cell++) {
                float end = cells.write(0f, train * 0.02f, cell, RandomStream.of(2, train), new Pulses());
                ends[cell] = (end - train * 0.02) / (0.02 * Math.sqrt(train));
            }
            NormalTests.check(ends);
        }
    }

    /** Labels and ends of ranges differ from cell to cell by their deviations. */
    @Example
    void rangesVaryFromCellToCell() {
        Pulsing varied = new Pulsing(100, 100, 1f, -1f, 0f, 0f, 0.05f);
        PulsedDevice cells =
                new PulsedDevice(varied, Rounding.NEAREST, 1f, 10_000, RandomStream.of(4, 4), ExponentialCurve::of);
        double[] upper = new double[10_000];
        double[] lower = new double[10_000];
        for (int cell = 0; cell < upper.length; cell++) {
            upper[cell] = (cells.load(100f, cell, RandomStream.of(1, 1)) - 1) / 0.05;
            lower[cell] = (cells.load(-100f, cell, RandomStream.of(1, 1)) + 1) / 0.05;
        }
        NormalTests.check(upper);
        NormalTests.check(lower);
    }
}
