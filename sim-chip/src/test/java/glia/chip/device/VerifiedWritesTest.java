package glia.chip.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glia.core.random.RandomStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;

class VerifiedWritesTest {
    private static SynapticDevice cells(Defects defects, PulseProgramming programming) {
        Pulsing line = new Pulsing(1000, 1000, 0f, 0f, 0f, 0f, 0f);
        return LayerDevice.of(
                        new DeviceParameters(Devices.PULSED, 1f, 2, Rounding.NEAREST, line, defects, 1)
                                .with(new CellScheme(MeasuredCurve.NONE, programming, false, Drift.NONE)),
                        0,
                        1,
                        100)
                .cells();
    }

    private static Defects noisy(float deviation) {
        return new Defects(Defects.Stuck.NONE, deviation, 0f, 0f);
    }

    /** With attempts enough, every change of noisy cells is within the tolerance (and float) of what was asked. */
    @Property(tries = 300)
    void changesEndWithinTheTolerance(
            @ForAll @FloatRange(min = -0.4f, max = 0.4f) float stored,
            @ForAll @FloatRange(min = 0.01f, max = 0.5f) float change,
            @ForAll @IntRange(max = 99) int cell) {
        SynapticDevice cells = cells(noisy(0.1f), new PulseProgramming(0.002f, 1000, 0f));
        Pulses pulses = new Pulses();
        float up = cells.write(stored, change, cell, RandomStream.of(cell, 1), pulses);
        assertEquals(stored + change, up, 0.0041f);
        assertTrue(pulses.reads() >= 2);
    }

    /** A read before, and one after each train. */
    @Example
    void readsAreCounted() {
        Pulses pulses = new Pulses();
        cells(Defects.NONE, new PulseProgramming(0.01f, 10, 0f)).write(0f, 0.5f, 0, RandomStream.of(1, 1), pulses);
        assertEquals(2, pulses.reads());
        assertEquals(250, pulses.raising());
        pulses.clear();
        Defects stuck = new Defects(new Defects.Stuck(0f, 1f, 0f, 0f), 0f, 0f, 0f);
        cells(stuck, new PulseProgramming(0.01f, 7, 0f)).write(-1f, 0.5f, 0, RandomStream.of(1, 1), pulses);
        assertEquals(8, pulses.reads());
        assertEquals(7 * 250, pulses.raising());
        pulses.clear();
        cells(Defects.NONE, new PulseProgramming(0.01f, 10, 0f)).write(0f, 0.0001f, 0, RandomStream.of(1, 1), pulses);
        assertEquals(0, pulses.reads(), "nothing to write");
    }

    /** What is aimed at lies within the range, so that a full cell takes one train. */
    @Example
    void aFullCellIsNotTriedAgain() {
        Pulses pulses = new Pulses();
        cells(Defects.NONE, new PulseProgramming(0.001f, 10, 0f)).write(1f, 0.5f, 0, RandomStream.of(1, 1), pulses);
        assertEquals(250, pulses.all());
    }

    /** The value that a noisy read takes for the target is missed by the noise of two reads: σR√2 at a train of no noise. */
    @Example
    void readsHaveTheirNoise() {
        SynapticDevice cells = cells(Defects.NONE, new PulseProgramming(0f, 2, 0.01f));
        double squares = 0;
        for (int write = 0; write < 2000; write++) {
            float end = cells.write(0f, 0.2f, 3, RandomStream.of(write, 1), new Pulses());
            squares += (end - 0.2) * (end - 0.2);
        }
        assertEquals(0.01 * Math.sqrt(2), Math.sqrt(squares / 2000), 0.001);
    }

    /** Weights that are loaded are verified too. */
    @Example
    void loadingIsVerified() {
        SynapticDevice cells = cells(noisy(0.1f), new PulseProgramming(0.002f, 1000, 0f));
        for (int cell = 0; cell < 100; cell++) {
            assertEquals(0.6f, cells.load(0.6f, cell, RandomStream.of(3, 3)), 0.0041f);
        }
    }
}
