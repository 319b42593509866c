package glia.chip.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glia.core.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;

/** Measured curves by hand, beside the exponential one, and their laws. */
class MeasuredCurveTest {
    private static final RandomStream DRAWS = RandomStream.of(1, 1);

    private static MeasuredCurve.Point point(int pulse, float conductance) {
        return new MeasuredCurve.Point(pulse, conductance);
    }

    private static SynapticDevice cells(MeasuredCurve curve) {
        Pulsing pulsing = new Pulsing(
                MeasuredCurve.pulses(curve.potentiation()),
                MeasuredCurve.pulses(curve.depression()),
                0f,
                0f,
                0f,
                0f,
                0f);
        return LayerDevice.of(
                        new DeviceParameters(Devices.MEASURED, 1f, 2, Rounding.NEAREST, pulsing, Defects.NONE, 1)
                                .with(new CellScheme(curve, PulseProgramming.BLIND, false, Drift.NONE)),
                        0,
                        1,
                        1)
                .cells();
    }

    private static float write(SynapticDevice cells, float stored, float change, int pulses) {
        Pulses taken = new Pulses();
        float written = cells.write(stored, change, 0, DRAWS, taken);
        assertEquals(pulses, taken.raising() - taken.lowering());
        return written;
    }

    /** Conductances 1 to 5 are the range -1 to 1; up 0, 2, 6 and 8 pulses lead to 1, 3, 3 and 5; down is a line of 4 pulses from 5 to 2. */
    @Example
    void cellsGoStraightFromPointToPoint() {
        SynapticDevice cells = cells(new MeasuredCurve(
                List.of(point(10, 1f), point(12, 3f), point(16, 3f), point(18, 5f)),
                List.of(point(0, 5f), point(4, 2f))));
        assertEquals(-0.5f, write(cells, -1f, 0.25f, 1));
        assertEquals(0f, write(cells, -1f, 0.5f, 2));
        assertEquals(0f, write(cells, -0.5f, 0.75f, 3), "into the flat piece");
        assertEquals(0.5f, write(cells, 0f, 0.25f, 1), "from its end");
        assertEquals(1f, write(cells, 0.75f, 0.5f, 2));
        assertEquals(1f, write(cells, 1f, 0.25f, 1));
        assertEquals(0.625f, write(cells, 1f, -0.5f, -1));
        assertEquals(-0.5f, write(cells, 0f, -1f, -2));
        assertEquals(-0.75f, write(cells, -0.75f, -1f, -2), "below what the branch reaches");
        assertEquals(-1f, cells.load(-3f, 0, DRAWS));
    }

    /** A train up never lowers a cell and one down never raises it, and none leaves the range. */
    @Property
    void trainsGoTheirWay(
            @ForAll @FloatRange(min = -1, max = 1) float stored,
            @ForAll @FloatRange(min = 0, max = 1) float size,
            @ForAll @IntRange(max = 5) int flat) {
        MeasuredCurve curve = new MeasuredCurve(
                List.of(point(0, 0.5f), point(3, 2f), point(4 + flat, 2f), point(20, 8f)),
                List.of(point(0, 9f), point(3, 7f), point(10 + flat, 1f)));
        InterpolatedCurve.Branch[] branches = InterpolatedCurve.branches(curve);
        InterpolatedCurve cell = new InterpolatedCurve(-1f, 1f, branches[0], branches[1]);
        int train = 1 + (int) (size * 30);
        float up = cell.after(stored, train);
        float down = cell.after(stored, -train);
        assertTrue(up >= stored - 1e-6f && up <= 1f, stored + " up to " + up);
        assertTrue(down <= stored + 1e-6f && down >= -1f, stored + " down to " + down);
        assertTrue(cell.after(up, 40) >= up - 1e-6f);
    }

    /**
     * An exponential curve sampled at every second pulse gives that curve back. Between points h = 2 pulses apart a straight line misses
     * a curve by h²/8 of its second derivative, which is (Gmax - Gmin)/(A² (1 - e^(-N/A))) at most. A train misses by that at its start
     * and at its end, and its start's miss does not grow, because the curve flattens: twice that is the bound, 0.0005 of the range here.
     */
    @Example
    void aSampledExponentialCurveComesBack() {
        int states = 100;
        float label = 2.4f;
        ExponentialCurve exact =
                ExponentialCurve.of(-1f, 1f, new Pulsing(states, states, label, -label, 0f, 0f, 0f), label, -label);
        List<MeasuredCurve.Point> up = new ArrayList<>();
        List<MeasuredCurve.Point> down = new ArrayList<>();
        for (int n = 0; n <= states; n += 2) {
            up.add(point(n, n == 0 ? -1f : exact.after(-1f, n)));
            down.add(point(n, n == 0 ? 1f : exact.after(1f, -n)));
        }
        InterpolatedCurve.Branch[] branches = InterpolatedCurve.branches(new MeasuredCurve(up, down));
        InterpolatedCurve sampled = new InterpolatedCurve(-1f, 1f, branches[0], branches[1]);
        double a = 0.499181 * states;
        double bound = 2 * 2.0 * 2 / 8 * 2 / (a * a * (1 - Math.exp(-states / a)));
        double worst = 0;
        for (float stored = -1f; stored <= 1f; stored += 0.01f) {
            for (int train : new int[] {1, 3, 10, 77}) {
                worst = Math.max(worst, Math.abs(exact.after(stored, train) - sampled.after(stored, train)));
                worst = Math.max(worst, Math.abs(exact.after(stored, -train) - sampled.after(stored, -train)));
            }
        }
        assertTrue(worst < bound, worst + " of " + bound);
        assertTrue(worst > bound / 1000, "suspiciously good: " + worst);
    }
}
