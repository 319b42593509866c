package glia.cli.figure;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

/** What holds for axes around any values. */
class AxisProperties {
    @Property
    void linearAxisHoldsItsValuesAndHasAFewRisingTicks(
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double one,
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double other) {
        check(Axis.around("x", DoubleStream.of(one, other)), one, other);
    }

    @Property
    void logarithmicAxisHoldsItsValuesAndHasAFewRisingTicks(
            @ForAll @DoubleRange(min = -6, max = 9) double onePower,
            @ForAll @DoubleRange(min = -6, max = 9) double otherPower) {
        double one = StrictMath.pow(10, onePower);
        double other = StrictMath.pow(10, otherPower);
        Axis axis = Axis.logAround("x", DoubleStream.of(one, other));
        if (Math.max(one, other) / Math.min(one, other) > 10) {
            check(axis, one, other);
        }
        assertTrue(axis.share(one) > 0 && axis.share(one) < 1, axis.toString());
    }

    private static void check(Axis axis, double... values) {
        for (double value : values) {
            assertTrue(axis.share(value) >= 0 && axis.share(value) <= 1, axis + " without " + value);
        }
        List<Double> ticks = axis.ticks();
        assertTrue(ticks.size() >= 1 && ticks.size() <= 14, axis + ": " + ticks);
        for (int i = 0; i < ticks.size(); i++) {
            assertTrue(axis.share(ticks.get(i)) >= -1e-6 && axis.share(ticks.get(i)) <= 1 + 1e-6, axis + ": " + ticks);
            assertTrue(i == 0 || ticks.get(i) > ticks.get(i - 1), axis + ": " + ticks);
        }
    }
}
