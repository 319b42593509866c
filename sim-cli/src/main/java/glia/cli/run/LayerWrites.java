package glia.cli.run;

import glia.chip.build.Floorplan;
import glia.chip.build.NetworkShape;
import glia.chip.plasticity.TileSite;
import glia.core.config.InputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How often the synapses of a layer were written, from its {@code layerN.writes.npy}, read twice row by row.
 *
 * @param layer number of the layer, from 1
 * @param total commits of all synapses
 * @param maximum commits of the synapse most often written
 * @param binWidth commits that a bin of the histogram spans
 * @param histogram synapses by bin, the first from 0 on
 * @param means mean commits by band of inputs and band of neurons; bands of one where they are few
 * @param worst commits of the synapse most often written, by tile
 */
public record LayerWrites(
        int layer,
        long total,
        int maximum,
        int binWidth,
        long[] histogram,
        double[][] means,
        Map<String, Integer> worst) {
    private static final int MOST_BINS = 40;
    private static final int MOST_ROWS = 56;
    private static final int MOST_COLUMNS = 80;

    /** Reads the layers of a run's folder; all together must have been written as often as the summary says. */
    public static List<LayerWrites> read(FinishedRun run, NetworkShape shape, Floorplan floorplan) {
        List<LayerWrites> all = new ArrayList<>();
        for (int layer = 0; layer < shape.layers(); layer++) {
            Path file = run.folder().resolve("layer" + (layer + 1) + ".writes.npy");
            NumpyInts counts = NumpyInts.open(file);
            if (counts.rows() != shape.inputs(layer) || counts.columns() != shape.neurons(layer)) {
                throw new InputException(file + ": is " + counts.rows() + " x " + counts.columns()
                        + "; the network expects " + shape.inputs(layer) + " x " + shape.neurons(layer));
            }
            all.add(of(layer + 1, counts, floorplan.tiles().get(layer)));
        }
        long total = all.stream().mapToLong(LayerWrites::total).sum();
        long expected = run.summary().at("/writes/commits/total").asLong();
        if (total != expected) {
            throw new InputException(run.folder() + ": layerN.writes.npy hold " + total + " commits; expected the "
                    + expected + " of summary.json");
        }
        return all;
    }

    private static LayerWrites of(int layer, NumpyInts counts, List<TileSite> tiles) {
        Map<String, Integer> worst = new LinkedHashMap<>();
        Sums sums = new Sums(counts);
        for (int input = 0; input < counts.rows(); input++) {
            int[] row = counts.row(input);
            sums.add(input, row);
            for (TileSite tile : tiles) {
                if (input >= tile.firstRow() && input < tile.firstRow() + tile.rows()) {
                    worst.merge(tile.name(), largest(row, tile), Math::max);
                }
            }
        }
        int width = sums.maximum / MOST_BINS + 1;
        long[] histogram = new long[sums.maximum / width + 1];
        for (int input = 0; input < counts.rows(); input++) {
            for (int count : counts.row(input)) {
                histogram[count / width]++;
            }
        }
        return new LayerWrites(layer, sums.total, sums.maximum, width, histogram, sums.means(), worst);
    }

    private static int largest(int[] row, TileSite tile) {
        int largest = 0;
        for (int j = tile.firstColumn(); j < tile.firstColumn() + tile.columns(); j++) {
            largest = Math.max(largest, row[j]);
        }
        return largest;
    }

    /** Sums by band while rows go by. */
    private static final class Sums {
        private final NumpyInts counts;
        private final long[][] bands;
        private final long[][] synapses;
        private long total;
        private int maximum;

        Sums(NumpyInts counts) {
            this.counts = counts;
            int rows = Math.min(MOST_ROWS, counts.rows());
            int columns = Math.min(MOST_COLUMNS, counts.columns());
            bands = new long[rows][columns];
            synapses = new long[rows][columns];
        }

        void add(int input, int[] row) {
            int band = (int) ((long) input * bands.length / counts.rows());
            for (int j = 0; j < row.length; j++) {
                if (row[j] < 0) {
                    throw new InputException(counts.file() + ": holds " + row[j] + "; expected counts of at least 0");
                }
                int column = (int) ((long) j * bands[band].length / row.length);
                bands[band][column] += row[j];
                synapses[band][column]++;
                total += row[j];
                maximum = Math.max(maximum, row[j]);
            }
        }

        double[][] means() {
            double[][] means = new double[bands.length][bands[0].length];
            for (int i = 0; i < means.length; i++) {
                for (int j = 0; j < means[i].length; j++) {
                    means[i][j] = (double) bands[i][j] / synapses[i][j];
                }
            }
            return means;
        }
    }
}
