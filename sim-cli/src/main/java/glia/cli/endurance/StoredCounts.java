package glia.cli.endurance;

import glia.chip.build.NetworkShape;
import glia.cli.run.NumpyInts;
import glia.core.config.InputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The write counts in the folder of a run; rows are read when they are asked for, so that large networks need little memory. */
public final class StoredCounts implements WriteCounts {
    private final NetworkShape shape;
    private final Map<Kind, List<NumpyInts>> matrices = new EnumMap<>(Kind.class);

    /** Opens the matrices of a folder; every one must fit the network. */
    public StoredCounts(Path folder, NetworkShape shape) {
        this.shape = shape;
        for (Kind kind : Kind.values()) {
            List<NumpyInts> ofLayers = new ArrayList<>();
            for (int layer = 0; layer < shape.layers(); layer++) {
                ofLayers.add(matrix(folder.resolve(kind.file(layer)), shape.inputs(layer), shape.neurons(layer)));
            }
            matrices.put(kind, ofLayers);
        }
    }

    private static NumpyInts matrix(Path file, int rows, int columns) {
        NumpyInts matrix = NumpyInts.open(file);
        if (matrix.rows() != rows || matrix.columns() != columns) {
            throw new InputException(file + ": is " + matrix.rows() + " x " + matrix.columns()
                    + "; the network expects " + rows + " x " + columns);
        }
        return matrix;
    }

    @Override
    public NetworkShape shape() {
        return shape;
    }

    @Override
    public int[] of(Kind kind, int layer, int input) {
        NumpyInts matrix = matrices.getOrDefault(kind, List.of()).get(layer);
        int[] counts = matrix.row(input);
        for (int count : counts) {
            if (count < 0) {
                throw new InputException(matrix.file() + ": holds " + count + "; expected counts of at least 0");
            }
        }
        return counts;
    }
}
