package glia.cli.run;

import glia.chip.build.NetworkShape;
import glia.chip.build.Parameters;
import glia.core.config.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Weights, biases and write counts of a network in a folder: {@code layerN.weights.npy} and so on, N from 1. */
public final class StoredParameters {
    private static final List<String> KINDS =
            List.of("weights", "biases", "writes", "potentiations", "toggles", "raisingPulses", "loweringPulses");

    private StoredParameters() {}

    /** Writes all of a chip's parameters and counts. */
    static void write(Path folder, NetworkShape shape, Parameters parameters) throws IOException {
        for (int layer = 0; layer < shape.layers(); layer++) {
            write(folder.resolve("layer" + (layer + 1)).toString(), shape, parameters, layer);
        }
    }

    private static void write(String name, NetworkShape shape, Parameters parameters, int layer) throws IOException {
        int inputs = shape.inputs(layer);
        int neurons = shape.neurons(layer);
        NumpyFile.writeFloats(Path.of(name + ".weights.npy"), inputs, neurons, i -> parameters.weights(layer, i));
        NumpyFile.writeFloats(Path.of(name + ".biases.npy"), 1, neurons, i -> parameters.biases(layer));
        NumpyFile.writeInts(Path.of(name + ".writes.npy"), inputs, neurons, i -> parameters.commits(layer, i));
        NumpyFile.writeInts(
                Path.of(name + ".potentiations.npy"), inputs, neurons, i -> parameters.potentiations(layer, i));
        NumpyFile.writeInts(Path.of(name + ".toggles.npy"), inputs, neurons, i -> parameters.toggles(layer, i));
        NumpyFile.writeInts(
                Path.of(name + ".raisingPulses.npy"), inputs, neurons, i -> parameters.raisingPulses(layer, i));
        NumpyFile.writeInts(
                Path.of(name + ".loweringPulses.npy"), inputs, neurons, i -> parameters.loweringPulses(layer, i));
    }

    /** Copies all parameters and counts of a network from one folder to another. */
    public static void copy(Path from, Path to, NetworkShape shape) throws IOException {
        for (int layer = 1; layer <= shape.layers(); layer++) {
            for (String kind : KINDS) {
                String name = "layer" + layer + "." + kind + ".npy";
                if (!Files.isRegularFile(from.resolve(name))) {
                    throw new InputException(from.resolve(name) + ": is not there; expected the matrix of a run");
                }
                Files.copy(from.resolve(name), to.resolve(name));
            }
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
