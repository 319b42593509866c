package glia.chip.device;

import glia.core.random.RandomStream;

/**
 * The cells of a layer and their draws: those of cells, of loading, and of each write.
 *
 * @param cells the cells
 * @param neurons cells of a row
 * @param draws what the draws of loading and of writes are drawn from
 */
public record LayerDevice(SynapticDevice cells, int neurons, RandomStream draws) {
    /** Ideal cells of any number. */
    public static final LayerDevice IDEAL = new LayerDevice(new IdealDevice(), 0, new RandomStream(0));

    private static final long STREAM = 20;
    private static final long CELLS = -1;
    private static final long LOADING = -2;

    /** The cells of a layer, counted from 0. */
    public static LayerDevice of(DeviceParameters parameters, int layer, int inputs, int neurons) {
        RandomStream draws = RandomStream.of(parameters.seed(), STREAM).sub(layer);
        SynapticDevice cells = parameters.device().create(parameters, inputs, neurons, draws.sub(CELLS));
        return new LayerDevice(cells, neurons, draws);
    }

    /** The number of a cell. */
    public int cell(int row, int column) {
        return row * neurons + column;
    }

    /** The draws of loading. */
    public RandomStream loading() {
        return draws.sub(LOADING);
    }

    /** The draws of a write of the layer, counted from 0. */
    public RandomStream writing(long number) {
        return draws.sub(number);
    }
}
