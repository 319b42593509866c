package glia.chip.device;

import glia.core.random.RandomStream;

/**
 * The cells of a layer and their draws: those of cells, of loading, and of each write.
 *
 * @param cells the cells
 * @param neurons synapses of a row
 * @param draws what the draws of loading and of writes are drawn from
 * @param range the layer's range, a weight
 * @param scheme how the cells are used
 */
public record LayerDevice(SynapticDevice cells, int neurons, RandomStream draws, float range, CellScheme scheme) {
    /** Ideal cells of any number. */
    public static final LayerDevice IDEAL =
            new LayerDevice(new IdealDevice(), 0, new RandomStream(0), 1f, CellScheme.PLAIN);

    private static final long STREAM = 20;
    private static final long CELLS = -1;
    private static final long LOADING = -2;

    /** The cells of a layer, counted from 0. */
    public static LayerDevice of(DeviceParameters parameters, int layer, int inputs, int neurons) {
        RandomStream draws = RandomStream.of(parameters.seed(), STREAM).sub(layer);
        CellScheme scheme = parameters.scheme();
        int count = Math.multiplyExact(Math.multiplyExact(inputs, neurons), scheme.pairs() ? 2 : 1);
        SynapticDevice cells = parameters.device().create(parameters, inputs, count, draws.sub(CELLS));
        return new LayerDevice(cells, neurons, draws, parameters.rangeOf(inputs), scheme);
    }

    /** Whether every cell stores the float sum of what it stored and what it is asked, and keeps it. */
    public boolean storesSums() {
        return cells.storesSums() && scheme.equals(CellScheme.PLAIN);
    }

    /** The number of a synapse: that of its cell where it has one. */
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
