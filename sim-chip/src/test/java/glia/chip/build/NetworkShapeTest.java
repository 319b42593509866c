package glia.chip.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import glia.chip.datapath.ActivationFunction;
import glia.chip.datapath.CostFunction;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkShapeTest {
    private static NetworkShape shape(Integer... sizes) {
        return new NetworkShape(List.of(sizes), ActivationFunction.TANH, CostFunction.MSE);
    }

    @Test
    void layersLieBetweenSizes() {
        NetworkShape shape = shape(784, 64, 10);
        assertEquals(2, shape.layers());
        assertEquals(784, shape.inputs(0));
        assertEquals(64, shape.neurons(0));
        assertEquals(64, shape.inputs(1));
        assertEquals(10, shape.neurons(1));
        assertEquals(10, shape.classes());
        assertEquals(784 * 64 + 64 * 10, shape.synapses());
        assertEquals(784 * 64 + 64 * 10 + 64 + 10, shape.parameters());
    }

    @Test
    void countsDoNotOverflow() {
        assertEquals(10_000_000_000L, shape(100_000, 100_000).synapses());
        assertEquals(10_000_100_000L, shape(100_000, 100_000).parameters());
    }

    @Test
    void refusesSizesOfNoNetwork() {
        assertEquals(
                "layer sizes are [5]; expected at least two, all positive",
                assertThrows(IllegalArgumentException.class, () -> shape(5)).getMessage());
        assertThrows(IllegalArgumentException.class, () -> shape(5, 0, 2));
        assertThrows(IllegalArgumentException.class, () -> shape());
    }

    @Test
    void sizesAreCopied() {
        List<Integer> sizes = new ArrayList<>(List.of(4, 2));
        NetworkShape shape = new NetworkShape(sizes, ActivationFunction.RELU, CostFunction.MSE);
        sizes.set(0, 9);
        assertEquals(4, shape.inputs(0));
    }
}
