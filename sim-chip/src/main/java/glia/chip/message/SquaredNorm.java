package glia.chip.message;

/**
 * A sum of squares in one word: of activations, from below to an astrocyte; of a layer's perturbation direction, from an
 * astrocyte to the cost unit.
 *
 * @param layer the layer it belongs to, from 0
 * @param value one word
 */
public record SquaredNorm(int layer, float[] value) implements ChipMessage {
    @Override
    public int words() {
        return 1;
    }
}
