package glia.cli.run;

import glia.chip.build.NetworkShape;
import glia.chip.build.Parameters;
import glia.core.config.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Weights, biases and write counts of a network in a folder: {@code layerN.weights.npy} and so on, N from 1. */
public final class StoredParameters {
    private StoredParameters() {}

    /** Writes all of a chip's parameters and counts. */
    static void write(Path folder, NetworkShape shape, Parameters parameters) throws IOException {
        for (int layer = 0; layer < shape.layers(); layer++) {
            String name = "layer" + (layer + 1);
            NumpyFile.write(folder.resolve(name + ".weights.npy"), parameters.weights(layer));
            NumpyFile.write(folder.resolve(name + ".biases.npy"), new float[][] {parameters.biases(layer)});
            NumpyFile.write(folder.resolve(name + ".writes.npy"), parameters.commits(layer));
            NumpyFile.write(folder.resolve(name + ".potentiations.npy"), parameters.potentiations(layer));
            NumpyFile.write(folder.resolve(name + ".toggles.npy"), parameters.toggles(layer));
        }
    }

    /** Loads weights and biases into a chip; every matrix must fit the network. */
    public static void load(Path folder, NetworkShape shape, Parameters parameters) {
        if (!Files.isDirectory(folder)) {
            throw new InputException(folder + ": is no folder; expected one with layer1.weights.npy and so on");
        }
        for (int layer = 0; layer < shape.layers(); layer++) {
            Path weights = folder.resolve("layer" + (layer + 1) + ".weights.npy");
            Path biases = folder.resolve("layer" + (layer + 1) + ".biases.npy");
            parameters.loadWeights(layer, matrix(weights, shape.inputs(layer), shape.neurons(layer)));
            parameters.loadBiases(layer, matrix(biases, 1, shape.neurons(layer))[0]);
        }
    }

    private static float[][] matrix(Path file, int rows, int columns) {
        float[][] matrix = NumpyFile.readFloats(file);
        if (matrix.length != rows || matrix[0].length != columns) {
            throw new InputException(file + ": is " + matrix.length + " x "
                    + (matrix.length == 0 ? 0 : matrix[0].length) + "; the network expects " + rows + " x " + columns);
        }
        for (float[] row : matrix) {
            for (float value : row) {
                if (!Float.isFinite(value)) {
                    throw new InputException(file + ": holds " + value + "; expected finite numbers");
                }
            }
        }
        return matrix;
    }
}
