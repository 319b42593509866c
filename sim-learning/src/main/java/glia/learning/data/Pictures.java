package glia.learning.data;

import java.util.function.UnaryOperator;

/** What is done to square pictures of one value a pixel, row by row. */
public final class Pictures {
    private Pictures() {}

    /**
     * The width and height of a set's pictures.
     *
     * @throws IllegalArgumentException if the number of values is no square
     */
    public static int side(Dataset pictures) {
        int side = (int) Math.sqrt(pictures.inputSize());
        if (side * side != pictures.inputSize()) {
            throw new IllegalArgumentException(
                    pictures.name() + " has inputs of " + pictures.inputSize() + " values; expected a square");
        }
        return side;
    }

    /**
     * The squares of some side in the middle; of an odd margin the smaller half is above and to the left.
     *
     * @throws IllegalArgumentException if the side is not positive or larger than that of the pictures
     */
    public static Dataset crop(Dataset pictures, int side) {
        int whole = side(pictures);
        if (side < 1 || side > whole) {
            throw new IllegalArgumentException("a crop of " + side + " pixels; expected 1 to " + whole);
        }
        int margin = (whole - side) / 2;
        return map(pictures, picture -> {
            float[] middle = new float[side * side];
            for (int row = 0; row < side; row++) {
                System.arraycopy(picture, (row + margin) * whole + margin, middle, row * side, side);
            }
            return middle;
        });
    }

    /** Values of one bit: 1 above a threshold, else 0. */
    public static Dataset binarize(Dataset data, float threshold) {
        return map(data, values -> {
            float[] bits = new float[values.length];
            for (int i = 0; i < bits.length; i++) {
                bits[i] = values[i] > threshold ? 1f : 0f;
            }
            return bits;
        });
    }

    private static Dataset map(Dataset data, UnaryOperator<float[]> change) {
        float[][] inputs = new float[data.size()][];
        int[] labels = new int[data.size()];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = change.apply(data.input(i));
            labels[i] = data.label(i);
        }
        return new Dataset(data.name(), inputs, labels, data.classes());
    }
}
