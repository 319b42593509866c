package glia.learning.measure;

import glia.chip.build.Chip;
import glia.chip.datapath.DeltaVecMemory;
import glia.chip.message.Phase;
import glia.core.archive.Archive;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.LongFunction;

/**
 * How far DeltaVecs move at a refresh: the cosine of the memory of an astrocyte before and after, and the change |new - old| / |old|;
 * of classes x neurons words, which for recall by error are the map A. The first refresh has nothing to compare with. Layers whose
 * astrocyte holds nothing have no figure.
 */
public final class DriftMeasure implements Measure {
    private static final String COSINE = "deltaVecCosine";
    private static final String CHANGE = "deltaVecChange";

    private final Chip chip;
    private final List<Measurement> measurements = new ArrayList<>();
    private long sample;
    /** The memory of each layer after the last refresh, one array a layer; no layer before the first. */
    private List<double[]> before = List.of();

    /** Watches a chip. */
    public DriftMeasure(Chip chip) {
        this.chip = chip;
    }

    @Override
    public List<String> names() {
        return List.of(COSINE, CHANGE);
    }

    @Override
    public void onSample(Shown present) {
        sample = present.number();
    }

    @Override
    public void onPhase(Phase phase) {
        if (phase == Phase.LEARN) {
            List<double[]> after = memories();
            if (!before.isEmpty()) {
                measure(after);
            }
            before = after;
        }
    }

    private List<double[]> memories() {
        List<double[]> memories = new ArrayList<>();
        for (int layer = 0; layer < chip.shape().layers(); layer++) {
            memories.add(
                    chip.parameters().deltaVecs(layer).map(DriftMeasure::words).orElse(new double[0]));
        }
        return memories;
    }

    private static double[] words(DeltaVecMemory memory) {
        double[] words = new double[memory.classes() * memory.neurons()];
        Arrays.setAll(words, i -> memory.row(i / memory.neurons())[i % memory.neurons()]);
        return words;
    }

    private void measure(List<double[]> after) {
        int layers = after.size();
        double[] cosines = new double[layers];
        double[] changes = new double[layers];
        Agreement.Sums allWords = new Agreement.Sums();
        Agreement.Sums allChanges = new Agreement.Sums();
        for (int layer = 0; layer < layers; layer++) {
            double[] old = before.get(layer);
            double[] now = after.get(layer);
            double[] moved = new double[old.length];
            Arrays.setAll(moved, i -> now[i] - old[i]);
            cosines[layer] = Agreement.of(now, old).cosine();
            changes[layer] = Agreement.of(moved, old).normRatio();
            allWords.add(now, old);
            allChanges.add(moved, old);
        }
        measurements.add(new Measurement(sample, COSINE, allWords.agreement().cosine(), cosines));
        measurements.add(new Measurement(sample, CHANGE, allChanges.agreement().normRatio(), changes));
    }

    @Override
    public List<Measurement> measurements() {
        return Collections.unmodifiableList(measurements);
    }

    @Override
    public void state(Archive archive, LongFunction<Shown> samples) {
        Measurement.state(archive, measurements);
        sample = archive.at(sample);
        boolean refreshed = archive.at(!before.isEmpty());
        // the memories are still those of the last refresh
        before = refreshed ? memories() : List.of();
    }
}
