package glia.chip.device;

import glia.core.random.RandomStream;
import net.jqwik.api.Example;

/** Distributions of all draws of cells, at fixed seeds. */
class DrawTest {
    private static final int CELLS = 20_000;
    private static final Pulsing ANY = DeviceParameters.IDEAL.pulsing();

    private static SynapticDevice cells(Defects defects) {
        DeviceParameters parameters = new DeviceParameters(Devices.IDEAL, 4f, 2, Rounding.NEAREST, ANY, defects, 11);
        return LayerDevice.of(parameters, 0, 100, CELLS / 100).cells();
    }

    @Example
    void everyDrawIsUniformOrNormal() {
        RandomStream stream = RandomStream.of(3, 9);
        for (Draw draw : Draw.values()) {
            long[] counts = new long[64];
            double[] normals = new double[CELLS];
            for (int cell = 0; cell < CELLS; cell++) {
                counts[(int) (draw.uniform(stream, cell) * 64)]++;
                normals[cell] = draw.normal(stream, cell);
            }
            NormalTests.uniform(counts);
            NormalTests.check(normals);
        }
    }

    @Example
    void writeNoiseIsNormalOnEveryWrite() {
        SynapticDevice cells = cells(new Defects(Defects.Stuck.NONE, 0.5f, 0f, 0f));
        for (int write = 0; write < 3; write++) {
            double[] noise = new double[CELLS];
            for (int cell = 0; cell < CELLS; cell++) {
                float written = cells.write(0f, 2f, cell, RandomStream.of(write, 1), new Pulses());
                noise[cell] = (written / 2 - 1) / 0.5;
            }
            NormalTests.check(noise);
        }
    }

    @Example
    void gainsAndOffsetsAreNormal() {
        SynapticDevice cells = cells(new Defects(Defects.Stuck.NONE, 0f, 0.2f, 0.3f));
        double[] gains = new double[CELLS];
        double[] offsets = new double[CELLS];
        for (int cell = 0; cell < CELLS; cell++) {
            float offset = cells.read(0f, cell);
            offsets[cell] = offset / 0.03;
            gains[cell] = (cells.read(1f, cell) - offset - 1) / 0.2;
        }
        NormalTests.check(gains);
        NormalTests.check(offsets);
    }

    /** χ² over on, off, at a value and free, whose shares are made classes of a hundredth. */
    @Example
    void sharesOfStuckCellsAreThoseAskedFor() {
        SynapticDevice cells = cells(new Defects(new Defects.Stuck(0.25f, 0.25f, 0.25f, 0.5f), 0f, 0f, 0f));
        long[] counts = new long[4];
        for (int cell = 0; cell < CELLS; cell++) {
            float value = cells.load(0.1f, cell, RandomStream.of(1, 1));
            counts[value == 0.4f ? 0 : value == -0.4f ? 1 : value == 0.2f ? 2 : 3]++;
        }
        NormalTests.uniform(counts);
    }

    @Example
    void stochasticRoundingKeepsTheMean() {
        for (float exact : new float[] {0.25f, -0.25f, 3.75f}) {
            long[] counts = new long[4];
            for (int cell = 0; cell < CELLS; cell++) {
                int steps = Rounding.STOCHASTIC.steps(exact, cell, RandomStream.of(5, 5));
                boolean rare = Math.abs(steps - exact) > 0.5;
                counts[rare ? 0 : 1 + cell % 3]++;
            }
            NormalTests.uniform(counts);
        }
    }
}
