package glia.chip.build;

import glia.chip.block.AstrocyteUnit;
import glia.chip.block.SynapseTile;
import glia.chip.datapath.DeltaVecMemory;
import glia.chip.datapath.WriteCounter;
import glia.chip.device.LayerDevice;
import glia.chip.plasticity.TileSite;
import glia.core.archive.Archive;
import glia.core.trace.Fingerprint;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.IntFunction;

/** The weights and biases of a chip as whole matrices, how often each was written, and what learning keeps of them. */
public final class Parameters {
    private final NetworkShape shape;
    private final List<Chip.Layer> layers;
    private final List<LayerDevice> devices;
    private final boolean countsPulses;

    /** Makes a view of some layers and the devices of each, whose cells may count their own pulses. */
    Parameters(NetworkShape shape, List<Chip.Layer> layers, List<LayerDevice> devices, boolean countsPulses) {
        this.shape = shape;
        this.layers = layers;
        this.devices = devices;
        this.countsPulses = countsPulses;
    }

    /** Moves all cells on to a sample. */
    void startSample(long sample) {
        for (Chip.Layer layer : layers) {
            layer.tiles().forEach(tile -> tile.array().startSample(sample));
        }
    }

    /** Has all cells as they are when a sample starts, with no change that waits. */
    void readyAt(long sample) {
        startSample(sample);
        for (Chip.Layer layer : layers) {
            layer.tiles().forEach(tile -> tile.array().writePending());
        }
    }

    /**
     * Sets the weights of a layer before a run; not a write.
     *
     * @param weights inputs x neurons
     */
    public void loadWeights(int layer, float[][] weights) {
        for (int input = 0; input < shape.inputs(layer); input++) {
            loadWeights(layer, input, weights[input]);
        }
    }

    /** Sets the weights from one input to all neurons of a layer before a run; not a write. */
    public void loadWeights(int layer, int input, float[] weights) {
        for (SynapseTile tile : tilesOf(layer, input)) {
            TileSite site = tile.site();
            for (int j = 0; j < site.columns(); j++) {
                tile.array().load(input - site.firstRow(), j, weights[site.firstColumn() + j] + 0f);
            }
        }
    }

    /** The tiles that hold an input of a layer; the first tile has as many inputs as all but those of the last segment. */
    private List<SynapseTile> tilesOf(int layer, int input) {
        List<SynapseTile> tiles = layers.get(layer).tiles();
        int tileRows = tiles.get(0).site().rows();
        int segments = (shape.inputs(layer) - 1) / tileRows + 1;
        int columnTiles = tiles.size() / segments;
        int first = input / tileRows * columnTiles;
        return tiles.subList(first, first + columnTiles);
    }

    /** Sets the biases of a layer before a run; not a write. */
    public void loadBiases(int layer, float[] biases) {
        for (int j = 0; j < biases.length; j++) {
            layers.get(layer).neurons().biases().load(j, biases[j] + 0f);
        }
    }

    /** The weights of a layer, inputs x neurons. */
    public float[][] weights(int layer) {
        float[][] weights = new float[shape.inputs(layer)][];
        Arrays.setAll(weights, input -> weights(layer, input));
        return weights;
    }

    /** The weights from one input to all neurons of a layer. */
    public float[] weights(int layer, int input) {
        float[] weights = new float[shape.neurons(layer)];
        for (SynapseTile tile : tilesOf(layer, input)) {
            TileSite site = tile.site();
            float[] row = tile.array().weights(input - site.firstRow());
            System.arraycopy(row, 0, weights, site.firstColumn(), row.length);
        }
        return weights;
    }

    /** The biases of a layer. */
    public float[] biases(int layer) {
        return layers.get(layer).neurons().biases().values();
    }

    /**
     * What the registers of the synapses of one input integrated since the last commit: the sum of the changes asked for, which is
     * minus the integral G of the estimates; of a rule that integrates.
     */
    public float[] integral(int layer, int input) {
        float[] integral = new float[shape.neurons(layer)];
        for (SynapseTile tile : tilesOf(layer, input)) {
            TileSite site = tile.site();
            float[] row = tile.array().integral(input - site.firstRow());
            System.arraycopy(row, 0, integral, site.firstColumn(), row.length);
        }
        return integral;
    }

    /** As {@link #integral}, of the biases of a layer. */
    public float[] biasIntegral(int layer) {
        return layers.get(layer).neurons().biases().integral();
    }

    /** The DeltaVecs of a layer, if it has an astrocyte: its memory itself, to be read, or loaded before a run. */
    public Optional<DeltaVecMemory> deltaVecs(int layer) {
        return layers.get(layer).astrocyte().map(AstrocyteUnit::memory);
    }

    /** Weight commits of each synapse of a layer, inputs x neurons; up to the last {@link Chip#ledger}. */
    public int[][] commits(int layer) {
        return counts(layer, input -> commits(layer, input));
    }

    /** Weight commits of the synapses of one input; up to the last {@link Chip#ledger}. */
    public int[] commits(int layer, int input) {
        return counts(layer, input, WriteCounter::commits);
    }

    /** Weight commits that raised the weight, inputs x neurons; up to the last {@link Chip#ledger}. */
    public int[][] potentiations(int layer) {
        return counts(layer, input -> potentiations(layer, input));
    }

    /** Weight commits of one input that raised the weight; up to the last {@link Chip#ledger}. */
    public int[] potentiations(int layer, int input) {
        return counts(layer, input, WriteCounter::potentiations);
    }

    /** Pulses that raised the weight, inputs x neurons; up to the last {@link Chip#ledger}. */
    public int[][] raisingPulses(int layer) {
        return counts(layer, input -> raisingPulses(layer, input));
    }

    /** Pulses that lowered the weight, inputs x neurons; up to the last {@link Chip#ledger}. */
    public int[][] loweringPulses(int layer) {
        return counts(layer, input -> loweringPulses(layer, input));
    }

    /** Pulses on the synapses of one input that raised the weight; up to the last {@link Chip#ledger}. */
    public int[] raisingPulses(int layer, int input) {
        return counts(layer, input, WriteCounter::raisingPulses);
    }

    /** Pulses on the synapses of one input that lowered the weight; up to the last {@link Chip#ledger}. */
    public int[] loweringPulses(int layer, int input) {
        return counts(layer, input, WriteCounter::loweringPulses);
    }

    /** Pulses on the synapses of each column of a tile of a layer, tiles in the order of the floorplan; up to the last {@link Chip#ledger}. */
    public long[] columnPulses(int layer, int tile) {
        SynapseTile counted = layers.get(layer).tiles().get(tile);
        WriteCounter writes = counted.array().writes();
        long[] pulses = new long[counted.site().columns()];
        for (int row = 0; row < counted.site().rows(); row++) {
            add(countsPulses ? writes.raisingPulses(row) : writes.commits(row), pulses);
            if (countsPulses) {
                add(writes.loweringPulses(row), pulses);
            }
        }
        return pulses;
    }

    private static void add(int[] counts, long[] sums) {
        for (int j = 0; j < sums.length; j++) {
            sums[j] += counts[j];
        }
    }

    /** Reads of single cells that writes to a tile of a layer took. */
    public long cellReads(int layer, int tile) {
        return layers.get(layer).tiles().get(tile).array().writes().cellReads();
    }

    /** How many cells of a layer are worn out. */
    public long wornCells(int layer) {
        return devices.get(layer).cells().wornCells();
    }

    /** Perturbation toggles, inputs x neurons; up to the last {@link Chip#ledger}. */
    public int[][] toggles(int layer) {
        return counts(layer, input -> toggles(layer, input));
    }

    /** Perturbation toggles of one input; up to the last {@link Chip#ledger}. */
    public int[] toggles(int layer, int input) {
        return counts(layer, input, WriteCounter::toggles);
    }

    /** The write counts of a layer's biases, one row; up to the last {@link Chip#ledger}. */
    public WriteCounter biasWrites(int layer) {
        return layers.get(layer).neurons().biases().writes();
    }

    private int[][] counts(int layer, IntFunction<int[]> ofInput) {
        int[][] counts = new int[shape.inputs(layer)][];
        Arrays.setAll(counts, ofInput);
        return counts;
    }

    private int[] counts(int layer, int input, BiFunction<WriteCounter, Integer, int[]> kind) {
        int[] counts = new int[shape.neurons(layer)];
        for (SynapseTile tile : tilesOf(layer, input)) {
            TileSite site = tile.site();
            int[] row = kind.apply(tile.array().writes(), input - site.firstRow());
            System.arraycopy(row, 0, counts, site.firstColumn(), row.length);
        }
        return counts;
    }

    /** Takes weights, biases and write counts into a fingerprint; independent of the tiling. */
    public void addTo(Fingerprint fingerprint) {
        for (int layer = 0; layer < shape.layers(); layer++) {
            int inputs = shape.inputs(layer);
            for (int input = 0; input < inputs; input++) {
                fingerprint.add(weights(layer, input));
            }
            fingerprint.add(biases(layer));
            for (int input = 0; input < inputs; input++) {
                fingerprint.add(commits(layer, input));
            }
            for (int input = 0; input < inputs; input++) {
                fingerprint.add(potentiations(layer, input));
            }
            for (int input = 0; input < inputs; input++) {
                fingerprint.add(toggles(layer, input));
            }
            for (int input = 0; countsPulses && input < inputs; input++) {
                fingerprint.add(raisingPulses(layer, input));
                fingerprint.add(loweringPulses(layer, input));
            }
            fingerprint.add(biasWrites(layer).commits(0));
        }
    }

    /** Saves or loads what the devices of each layer keep beside what each cell stores. */
    void devicesState(Archive archive) {
        archive.part("devices");
        devices.forEach(device -> device.cells().state(archive));
    }
}
