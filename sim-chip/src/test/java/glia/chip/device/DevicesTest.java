package glia.chip.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glia.core.random.RandomStream;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class DevicesTest {
    private static final Pulsing LINEAR = new Pulsing(100, 50, 0f, 0f, 0f, 0f, 0f);
    private static final RandomStream DRAWS = RandomStream.of(1, 1);

    private static DeviceParameters parameters(Devices device, Rounding rounding, Defects defects) {
        MeasuredCurve line = new MeasuredCurve(
                List.of(new MeasuredCurve.Point(0, 1f), new MeasuredCurve.Point(100, 2f)),
                List.of(new MeasuredCurve.Point(0, 2f), new MeasuredCurve.Point(50, 1f)));
        return new DeviceParameters(device, 2f, 5, rounding, LINEAR, defects, 7)
                .with(new CellScheme(line, PulseProgramming.BLIND, false, Drift.NONE));
    }

    /** Four inputs: the range is -1 to 1. */
    private static SynapticDevice cells(Devices device, Rounding rounding, Defects defects) {
        return LayerDevice.of(parameters(device, rounding, defects), 0, 4, 3).cells();
    }

    @Example
    void everyNameMakesADevice() {
        List<String> names = Devices.names();
        assertEquals(Devices.values().length, new HashSet<>(names).size());
        for (String name : names) {
            assertEquals(name, names.get(Devices.named(name).ordinal()));
        }
        assertInstanceOf(
                IdealDevice.class,
                LayerDevice.of(DeviceParameters.IDEAL, 0, 1, 1).cells());
    }

    @Example
    void anUnknownNameIsRefusedWithTheNamesThereAre() {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> Devices.named("Ideal"));
        assertEquals("there is no device Ideal; there are " + Devices.names(), refusal.getMessage());
    }

    @Property
    void anIdealCellStoresWhatItIsAskedToByOnePulse(@ForAll float stored, @ForAll float change) {
        Pulses pulses = new Pulses();
        SynapticDevice ideal = cells(Devices.IDEAL, Rounding.NEAREST, Defects.NONE);
        assertTrue(ideal.storesSums());
        assertEquals(stored + change, ideal.write(stored, change, 0, DRAWS, pulses));
        assertEquals(stored, ideal.read(stored, 0));
        assertEquals(1, pulses.raising() + pulses.lowering());
        assertEquals(change > 0 ? 1 : 0, pulses.raising());
    }

    /** States at -1, -0.5, 0, 0.5 and 1. */
    @Example
    void aQuantizedCellGoesByWholeSteps() {
        SynapticDevice cells = cells(Devices.QUANTIZED, Rounding.NEAREST, Defects.NONE);
        assertEquals(0.5f, cells.load(0.3f, 0, DRAWS));
        assertEquals(1f, cells.load(9f, 0, DRAWS));
        assertEquals(-1f, cells.load(-9f, 0, DRAWS));
        assertWritten(cells, 0.5f, 0f, 0.25f, 1, 0);
        assertWritten(cells, 0f, 0f, 0.2499f, 0, 0);
        assertWritten(cells, -0.5f, 0f, -0.25f, 0, 1);
        assertWritten(cells, -0.5f, 0.5f, -1.1f, 0, 1);
        assertWritten(cells, 1f, 0.5f, 3f, 1, 0);
        // saturated: written, and worn, all the same
        assertWritten(cells, 1f, 1f, 0.5f, 1, 0);
        assertWritten(cells, -1f, -1f, -0.5f, 0, 1);
    }

    private static void assertWritten(
            SynapticDevice cells, float expected, float stored, float change, int raising, int lowering) {
        Pulses pulses = new Pulses();
        assertEquals(expected, cells.write(stored, change, 0, DRAWS, pulses));
        assertEquals(raising, pulses.raising());
        assertEquals(lowering, pulses.lowering());
    }

    /** With a straight line, a change by a quarter of the range takes a quarter of the pulses of its direction. */
    @Example
    void aPulsedCellTakesAsManyPulsesAsAStraightLineWould() {
        SynapticDevice cells = cells(Devices.PULSED, Rounding.NEAREST, Defects.NONE);
        Pulses pulses = new Pulses();
        assertEquals(0.5f, cells.write(0f, 0.5f, 0, DRAWS, pulses), 0.005f);
        assertEquals(25, pulses.raising());
        assertEquals(0, pulses.lowering());
        pulses.clear();
        assertEquals(-0.48f, cells.write(0f, -0.48f, 0, DRAWS, pulses), 0.005f);
        assertEquals(12, pulses.lowering());
        assertEquals(0, pulses.raising());
        assertWritten(cells, 0.25f, 0.25f, 0.0099f, 0, 0);
        assertWritten(cells, 1f, 0.9f, 50f, 100, 0);
        assertWritten(cells, -1f, -1f, -0.04f, 0, 1);
    }

    @Property
    void stochasticRoundingIsOneOfTheTwoWholeNumbersAround(
            @ForAll @FloatRange(min = -1000, max = 1000) float exact, @ForAll @LongRange(min = 0) long seed) {
        int steps = Rounding.STOCHASTIC.steps(exact, 3, RandomStream.of(seed, 2));
        assertTrue(steps == (int) Math.floor(exact) || steps == (int) Math.ceil(exact), steps + " of " + exact);
        assertEquals(Math.round(Math.abs(exact)), Math.abs(Rounding.NEAREST.steps(exact, 3, DRAWS)));
    }

    @Property
    void stuckCellsTakePulsesAndStay(@ForAll @IntRange(max = 11) int cell, @ForAll @FloatRange(min = 0.5f) float size) {
        for (Devices device : Devices.values()) {
            for (float value : new float[] {-1f, 0.5f, 1f}) {
                Defects defects = new Defects(new Defects.Stuck(0f, 0f, 1f, value), 0f, 0f, 0f);
                SynapticDevice cells = cells(device, Rounding.NEAREST, defects);
                Pulses pulses = new Pulses();
                assertEquals(value, cells.load(0.1f, cell, DRAWS));
                assertEquals(value, cells.write(value, -size, cell, DRAWS, pulses));
                assertTrue(pulses.lowering() > 0);
            }
        }
    }

    /** What was drawn for a cell does not depend on what the others do, and two layers differ. */
    @Example
    void cellsDifferAndLayersDiffer() {
        Defects defects = new Defects(Defects.Stuck.NONE, 0f, 0.2f, 0.1f);
        DeviceParameters parameters = parameters(Devices.IDEAL, Rounding.NEAREST, defects);
        SynapticDevice one = LayerDevice.of(parameters, 0, 4, 3).cells();
        SynapticDevice other = LayerDevice.of(parameters, 1, 4, 3).cells();
        HashSet<Float> read = new HashSet<>();
        for (int cell = 0; cell < 12; cell++) {
            read.add(one.read(1f, cell));
            read.add(other.read(1f, cell));
        }
        assertEquals(24, read.size());
    }
}
