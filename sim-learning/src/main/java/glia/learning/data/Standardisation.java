package glia.learning.data;

import java.util.Arrays;

/** How values are shifted and scaled before learning: always by figures of the training set, applied to both sets. */
public enum Standardisation {
    /** Values as they were read; pixels are then {@code p / 255f}. */
    NONE,
    /** Divided by the largest absolute value, so that values lie in -1 to 1 and zeros stay zeros. */
    UNIT,
    /** Shifted by the mean and divided by the standard deviation of all values together. */
    SCALAR,
    /** As SCALAR, but each feature (each place in the input) by its own mean and standard deviation. */
    FEATURE;

    /** Pixel values 0 to 255 as floats 0 to 1, each divided by 255. */
    public static float[] pixels(byte[] from, int offset, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (from[offset + i] & 0xFF) / 255f;
        }
        return values;
    }

    /** Both sets, standardised by the training set. */
    public TrainAndTest apply(TrainAndTest data) {
        if (this == NONE) {
            return data;
        }
        Scale[] scales = scales(data.train());
        return new TrainAndTest(applied(scales, data.train()), applied(scales, data.test()));
    }

    /** The scale of each feature. */
    private Scale[] scales(Dataset train) {
        Scale[] scales = new Scale[train.inputSize()];
        switch (this) {
            case NONE -> Arrays.fill(scales, new Scale(0, 1));
            case UNIT -> Arrays.fill(scales, new Scale(0, divisor(largest(train))));
            case SCALAR -> Arrays.fill(scales, moments(train, 0, train.inputSize()));
            case FEATURE -> Arrays.setAll(scales, feature -> moments(train, feature, feature + 1));
        }
        return scales;
    }

    private static Dataset applied(Scale[] scales, Dataset data) {
        float[][] inputs = new float[data.size()][scales.length];
        int[] labels = new int[data.size()];
        for (int i = 0; i < inputs.length; i++) {
            float[] from = data.input(i);
            labels[i] = data.label(i);
            for (int j = 0; j < scales.length; j++) {
                inputs[i][j] = (float) ((from[j] - scales[j].mean) / scales[j].deviation);
            }
        }
        return new Dataset(data.name(), inputs, labels, data.classes());
    }

    private static double largest(Dataset data) {
        float largest = 0;
        for (int i = 0; i < data.size(); i++) {
            for (float value : data.input(i)) {
                largest = Math.max(largest, Math.abs(value));
            }
        }
        return largest;
    }

    /** Mean and standard deviation of some features together, summed sample by sample in double. */
    private static Scale moments(Dataset data, int from, int to) {
        double count = (double) data.size() * (to - from);
        double sum = 0;
        for (int i = 0; i < data.size(); i++) {
            float[] input = data.input(i);
            for (int j = from; j < to; j++) {
                sum += input[j];
            }
        }
        double mean = sum / count;
        double squares = 0;
        for (int i = 0; i < data.size(); i++) {
            float[] input = data.input(i);
            for (int j = from; j < to; j++) {
                squares += (input[j] - mean) * (input[j] - mean);
            }
        }
        return new Scale(mean, divisor(Math.sqrt(squares / count)));
    }

    /** Values that are all the same are left unscaled. */
    private static double divisor(double spread) {
        return spread == 0 ? 1 : spread;
    }

    private record Scale(double mean, double deviation) {}
}
