package glia.learning.measure;

import glia.chip.build.NetworkShape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How well an estimate agrees with a gradient, over all layers and layer by layer, biases included.
 *
 * @param all over all layers
 * @param layers by layer
 */
record NetworkAgreement(Agreement all, List<Agreement> layers) {
    /** An estimate of a gradient, row by row: one value a neuron. */
    interface Estimate {
        /** The estimates for the weights from one input of a layer. */
        double[] weights(int layer, int input);

        /** The estimates for the biases of a layer. */
        double[] biases(int layer);
    }

    static NetworkAgreement of(Estimate estimate, TrueGradient gradient, NetworkShape shape) {
        Agreement.Sums all = new Agreement.Sums();
        List<Agreement> layers = new ArrayList<>();
        for (int layer = 0; layer < shape.layers(); layer++) {
            Agreement.Sums sums = new Agreement.Sums();
            for (int input = 0; input < shape.inputs(layer); input++) {
                sums.add(estimate.weights(layer, input), gradient.weights()[layer][input]);
            }
            sums.add(estimate.biases(layer), gradient.biases()[layer]);
            layers.add(sums.agreement());
            all.add(sums);
        }
        return new NetworkAgreement(all.agreement(), layers);
    }

    /** One of its figures as measured at a sample. */
    Measurement measurement(long sample, String name, ToDoubleFunction<Agreement> figure) {
        return new Measurement(
                sample,
                name,
                figure.applyAsDouble(all),
                layers.stream().mapToDouble(figure).toArray());
    }
}
