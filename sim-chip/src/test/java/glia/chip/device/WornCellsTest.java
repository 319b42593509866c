package glia.chip.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glia.core.random.RandomStream;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Cells of a layer of 100 inputs, with a range of -0.4 to 0.4. */
class WornCellsTest {
    private static final int CELLS = 20_000;
    private static final RandomStream DRAWS = RandomStream.of(1, 1);

    private static SynapticDevice cells(Devices device, Defects.Stuck stuck, WearOut wearOut) {
        Pulsing pulsing = new Pulsing(100, 100, 0f, 0f, 0f, 0f, 0f);
        Defects defects = new Defects(stuck, 0f, 0f, 0f, wearOut);
        DeviceParameters parameters = new DeviceParameters(device, 4f, 5, Rounding.NEAREST, pulsing, defects, 11);
        return LayerDevice.of(parameters, 0, 100, CELLS / 100).cells();
    }

    private static float write(SynapticDevice cells, float stored, float change) {
        return cells.write(stored, change, 3, DRAWS, new Pulses());
    }

    @Example
    void theWriteThatReachesTheEnduranceIsTheLast() {
        SynapticDevice cells = cells(Devices.IDEAL, Defects.Stuck.NONE, new WearOut(3, 0f, WearOut.End.LAST));
        assertFalse(cells.storesSums());
        assertEquals(1f, write(cells, 0f, 1f));
        assertEquals(3f, write(cells, 1f, 2f));
        assertEquals(0, cells.wornCells());
        assertEquals(2f, write(cells, 3f, -1f));
        assertEquals(1, cells.wornCells());
        Pulses pulses = new Pulses();
        assertEquals(2f, cells.write(2f, 5f, 3, DRAWS, pulses));
        assertEquals(1, pulses.raising());
        assertEquals(1, cells.wornCells());
        assertEquals(9f, cells.write(2f, 7f, 4, DRAWS, pulses));
    }

    @Example
    void aWornCellIsStuckAtItsEnd() {
        for (Devices device : List.of(Devices.IDEAL, Devices.QUANTIZED, Devices.PULSED)) {
            SynapticDevice on = cells(device, Defects.Stuck.NONE, new WearOut(1, 0f, WearOut.End.ON));
            assertEquals(0.4f, write(on, 0f, -0.2f));
            assertEquals(0.4f, write(on, 0.4f, -0.2f));
            SynapticDevice off = cells(device, Defects.Stuck.NONE, new WearOut(1, 0f, WearOut.End.OFF));
            assertEquals(-0.4f, write(off, 0f, 0.2f));
            assertEquals(-0.4f, write(off, -0.4f, 0.2f));
        }
    }

    /** A quarter of the range is 25 pulses of 100. */
    @Example
    void everyPulseOfATrainCounts() {
        SynapticDevice cells = cells(Devices.PULSED, Defects.Stuck.NONE, new WearOut(26, 0f, WearOut.End.ON));
        write(cells, 0f, 0.2f);
        assertEquals(0, cells.wornCells());
        write(cells, 0f, -0.008f);
        assertEquals(1, cells.wornCells());
    }

    @Example
    void writesThatTakeNoPulseWearNothing() {
        SynapticDevice cells = cells(Devices.QUANTIZED, Defects.Stuck.NONE, new WearOut(1, 0f, WearOut.End.ON));
        assertEquals(0f, write(cells, 0f, 0.01f));
        assertEquals(0, cells.wornCells());
    }

    /** Stuck cells wear too, and go to the end of worn ones. */
    @Example
    void cellsStuckFromTheBeginningWearToo() {
        Defects.Stuck off = new Defects.Stuck(0f, 1f, 0f, 0f);
        SynapticDevice last = cells(Devices.IDEAL, off, new WearOut(1, 0f, WearOut.End.LAST));
        assertEquals(-0.4f, write(last, -0.4f, 1f));
        assertEquals(1, last.wornCells());
        assertEquals(0.4f, write(cells(Devices.IDEAL, off, new WearOut(1, 0f, WearOut.End.ON)), -0.4f, 1f));
    }

    @Property(tries = 20)
    void loadingAndReadingWearNothing(@ForAll float weight) {
        SynapticDevice cells = cells(Devices.IDEAL, Defects.Stuck.NONE, new WearOut(1, 0f, WearOut.End.ON));
        assertEquals(weight, cells.load(weight, 3, DRAWS));
        assertEquals(weight, cells.read(weight, 3));
        assertEquals(0, cells.wornCells());
    }

    /** ln(endurance / median) / spread is standard normal. */
    @Example
    void theDrawnEnduranceIsLognormal() {
        SynapticDevice cells = cells(Devices.IDEAL, Defects.Stuck.NONE, new WearOut(2000, 0.25f, WearOut.End.ON));
        double[] draws = new double[CELLS];
        for (int cell = 0; cell < CELLS; cell++) {
            int taken = lifetime(cells, cell);
            draws[cell] = StrictMath.log(taken / 2000.0) / 0.25;
        }
        NormalTests.check(draws);
        assertEquals(CELLS, cells.wornCells());
    }

    @Example
    void extremeDrawsStayWholeNumbersOfPulses() {
        assertEquals(1, new WearOut(1, 10f, WearOut.End.ON).pulses(-7f));
        assertEquals(1L << 62, new WearOut(1e18, 10f, WearOut.End.ON).pulses(7f));
        assertTrue(new WearOut(5, 0f, WearOut.End.ON).isOn());
        assertFalse(WearOut.NONE.isOn());
    }

    @Example
    void layersDrawTheirOwn() {
        WearOut wearOut = new WearOut(100, 1f, WearOut.End.ON);
        Defects defects = new Defects(Defects.Stuck.NONE, 0f, 0f, 0f, wearOut);
        DeviceParameters parameters = new DeviceParameters(
                Devices.IDEAL, 4f, 2, Rounding.NEAREST, DeviceParameters.IDEAL.pulsing(), defects, 11);
        SynapticDevice one = LayerDevice.of(parameters, 0, 10, 10).cells();
        SynapticDevice other = LayerDevice.of(parameters, 1, 10, 10).cells();
        int same = 0;
        for (int cell = 0; cell < 100; cell++) {
            same += lifetime(one, cell) == lifetime(other, cell) ? 1 : 0;
        }
        assertTrue(same < 20, same + " of 100");
    }

    private static int lifetime(SynapticDevice cells, int cell) {
        long before = cells.wornCells();
        int taken = 0;
        while (cells.wornCells() == before) {
            cells.write(0f, 1f, cell, DRAWS, new Pulses());
            taken++;
        }
        return taken;
    }
}
