package glia.learning.measure;

import glia.core.archive.Archive;
import java.util.Arrays;
import java.util.List;

/**
 * One figure at one sample. NaN where it is not defined; infinite where a number of passes was not reached.
 *
 * @param sample number of the training sample, from 0
 * @param name what was measured
 * @param all over all layers
 * @param layers by layer
 */
public record Measurement(long sample, String name, double all, double[] layers) {
    /** Saves all, or loads them. */
    static void state(Archive archive, List<Measurement> all) {
        int count = archive.at(all.size());
        for (int i = 0; i < count; i++) {
            if (archive.isLoading()) {
                all.add(new Measurement(0, "", 0, new double[0]).state(archive));
            } else {
                all.get(i).state(archive);
            }
        }
    }

    private Measurement state(Archive archive) {
        long number = archive.at(sample);
        String measured = archive.at(name);
        double figure = archive.at(all);
        double[] figures = Arrays.copyOf(layers, archive.at(layers.length));
        archive.at(figures);
        return new Measurement(number, measured, figure, figures);
    }
}
