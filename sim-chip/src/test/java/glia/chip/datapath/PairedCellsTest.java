package glia.chip.datapath;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glia.chip.device.CellScheme;
import glia.chip.device.Defects;
import glia.chip.device.DeviceParameters;
import glia.chip.device.Devices;
import glia.chip.device.Drift;
import glia.chip.device.LayerDevice;
import glia.chip.device.MeasuredCurve;
import glia.chip.device.PulseProgramming;
import glia.chip.device.Pulsing;
import glia.chip.device.Rounding;
import net.jqwik.api.Example;

/** Pairs of cells that take 100 pulses up and down a straight line, conductances 0 to 1, and what drifts of them. */
class PairedCellsTest {
    private static LayerDevice device(boolean pairs, Drift drift) {
        Pulsing line = new Pulsing(100, 100, 0f, 0f, 0f, 0f, 0f);
        DeviceParameters cells = new DeviceParameters(Devices.PULSED, 1f, 2, Rounding.NEAREST, line, Defects.NONE, 1);
        return LayerDevice.of(
                cells.with(new CellScheme(MeasuredCurve.NONE, PulseProgramming.BLIND, pairs, drift)), 0, 1, 2);
    }

    private static SynapseArray array(boolean pairs, Drift drift) {
        return new SynapseArray(1, 2, device(pairs, drift));
    }

    private static void write(SynapseArray array, float... changes) {
        array.startWrite();
        array.addRankOne(1f, new float[] {1f}, changes);
    }

    private static void assertCounts(SynapseArray array, int up, int down, int commits, int raises) {
        WriteCounter writes = array.writes();
        writes.settle();
        assertEquals(up, writes.raisingPulses(0)[0], "up");
        assertEquals(down, writes.loweringPulses(0)[0], "down");
        assertEquals(commits, writes.commits(0)[0], "commits");
        assertEquals(raises, writes.potentiations(0)[0], "raises");
    }

    @Example
    void bothDirectionsPotentiateACell() {
        SynapseArray array = array(true, Drift.NONE);
        array.load(0, 0, 0.25f);
        array.load(0, 1, -0.5f);
        assertArrayEquals(new float[] {0.25f, -0.5f}, array.weights(0), 1e-3f);
        write(array, 0.2f, 0.1f);
        assertArrayEquals(new float[] {0.45f, -0.4f}, array.weights(0), 2e-3f);
        write(array, -0.3f, 0f);
        assertArrayEquals(new float[] {0.15f, -0.4f}, array.weights(0), 2e-3f);
        assertCounts(array, 20, 30, 2, 1);
        assertEquals(3, array.writes().cellReads());
    }

    /** At 0.9 and 0.3 both are emptied by 100 pulses each, and 60 pulses write the difference. */
    @Example
    void aFullPairIsRefreshed() {
        SynapseArray array = array(true, Drift.NONE);
        array.load(0, 0, 0.8f);
        write(array, -0.3f, 0f);
        assertCounts(array, 0, 30, 1, 0);
        write(array, 0.11f, 0f);
        assertArrayEquals(new float[] {0.61f, 0f}, array.weights(0), 0.01f);
        assertCounts(array, 11 + 100 + 61, 30 + 100, 2, 1);
        assertEquals(1 + 2, array.writes().cellReads());
        write(array, 0.2f, 0f);
        assertArrayEquals(new float[] {0.81f, 0f}, array.weights(0), 0.01f);
        assertCounts(array, 11 + 100 + 61 + 20, 30 + 100, 3, 2);
    }

    @Example
    void aLayerOfPairsHasTwiceTheCells() {
        assertTrue(array(true, Drift.NONE).pairs());
        assertFalse(array(false, Drift.NONE).pairs());
    }

    /** Halved by every sample; a write starts anew, and what was not written goes on. */
    @Example
    void conductancesDriftFromTheirLastWriteOn() {
        Drift halving = new Drift(Drift.Form.EXPONENTIAL, 0, 1, 1 / Math.log(2));
        for (boolean pairs : new boolean[] {false, true}) {
            SynapseArray array = array(pairs, halving);
            array.load(0, 0, 0.8f);
            array.load(0, 1, 0.4f);
            array.startSample(1);
            assertArrayEquals(new float[] {0.4f, 0.2f}, array.weights(0), 1e-3f);
            array.startSample(2);
            write(array, 0.3f, 0f);
            assertArrayEquals(new float[] {0.5f, 0.1f}, array.weights(0), 1e-2f);
            array.startSample(3);
            assertArrayEquals(new float[] {0.25f, 0.05f}, array.weights(0), 1e-2f);
            array.startSample(3);
            assertArrayEquals(new float[] {0.25f, 0.05f}, array.weights(0), 1e-2f);
            assertEquals(0.25f, array.multiply(new float[] {1f}, 0)[0], 1e-2f);
            array.startSample(4);
            assertEquals(0.125f, array.multiply(new float[] {1f}, 0)[0], 1e-2f, "sums of the sample before are gone");
        }
    }
}
