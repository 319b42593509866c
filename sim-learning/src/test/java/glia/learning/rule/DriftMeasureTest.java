package glia.learning.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glia.chip.build.Chip;
import glia.chip.datapath.ActivationFunction;
import glia.chip.datapath.DeltaVecMemory;
import glia.chip.datapath.Optimizer;
import glia.chip.datapath.Slope;
import glia.chip.message.Phase;
import glia.learning.law.Design;
import glia.learning.measure.DriftMeasure;
import glia.learning.measure.Measurement;
import glia.learning.part.DeltaMgdParameters;
import glia.learning.part.DeltaVecParameters;
import glia.learning.part.DeltaVecSource;
import glia.learning.part.Norm;
import glia.learning.part.Recall;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class DriftMeasureTest {
    private static Design design(Recall recall, boolean exactLastLayer) {
        DeltaMgdParameters parameters = new DeltaMgdParameters(
                new DeltaVecParameters(recall, Slope.EXACT, DeltaVecSource.EXEMPLARS, 3, 0, 0.5f, 0.01f, 3, 0.3f, 0),
                exactLastLayer,
                Norm.GLOBAL,
                0.03f,
                OptionalDouble.empty(),
                1,
                Optimizer.PLAIN);
        return Watching.design(new Designs.Delta(parameters), 4, ActivationFunction.TANH, 6, 5, 4, 3);
    }

    /** The memory of a layer, class by class. */
    private static List<Float> words(Chip chip, int layer) {
        List<Float> words = new ArrayList<>();
        DeltaVecMemory memory = chip.parameters().deltaVecs(layer).orElseThrow();
        assertEquals(chip.shape().neurons(layer), memory.neurons());
        for (int label = 0; label < memory.classes(); label++) {
            for (float word : memory.row(label)) {
                words.add(word);
            }
        }
        return words;
    }

    private static double cosine(List<Float> one, List<Float> other) {
        return product(one, other) / Math.sqrt(product(one, one) * product(other, other));
    }

    private static double product(List<Float> one, List<Float> other) {
        double sum = 0;
        for (int i = 0; i < one.size(); i++) {
            sum += (double) one.get(i) * other.get(i);
        }
        return sum;
    }

    /** |b - a| / |a| from the sides of the triangle. */
    private static double change(List<Float> before, List<Float> after) {
        double old = product(before, before);
        return Math.sqrt(product(after, after) - 2 * product(after, before) + old) / Math.sqrt(old);
    }

    /** Four refreshes, at samples 0, 3, 6 and 9; what the memories held after each tells the angles between them. */
    @Test
    void refreshesAreComparedWithTheOnesBefore() {
        for (Recall recall : List.of(Recall.ERROR, Recall.EXPECTED)) {
            Design design = design(recall, false);
            Chip chip = design.chip();
            List<List<List<Float>>> kept = new ArrayList<>();
            chip.addPhaseListener((phase, start, end) -> {
                if (phase == Phase.LEARN) {
                    kept.add(List.of(words(chip, 0), words(chip, 1), words(chip, 2)));
                }
            });
            DriftMeasure measure = new DriftMeasure(chip);
            Watching.watch(design, chip, List.of(measure), 11, sample -> 0.1f);
            List<Measurement> cosines = Watching.named("deltaVecCosine", measure.measurements());
            List<Measurement> changes = Watching.named("deltaVecChange", measure.measurements());
            assertEquals(4, kept.size());
            assertEquals(
                    List.of(3L, 6L, 9L),
                    cosines.stream().map(Measurement::sample).toList());
            assertEquals(
                    List.of(3L, 6L, 9L),
                    changes.stream().map(Measurement::sample).toList());
            for (int k = 0; k < 3; k++) {
                List<Float> allBefore =
                        kept.get(k).stream().flatMap(List::stream).toList();
                List<Float> allAfter =
                        kept.get(k + 1).stream().flatMap(List::stream).toList();
                assertEquals(cosine(allBefore, allAfter), cosines.get(k).all(), 1e-12);
                assertEquals(change(allBefore, allAfter), changes.get(k).all(), 1e-9);
                for (int layer = 0; layer < 3; layer++) {
                    List<Float> before = kept.get(k).get(layer);
                    List<Float> after = kept.get(k + 1).get(layer);
                    assertEquals(cosine(before, after), cosines.get(k).layers()[layer], 1e-12);
                    assertEquals(change(before, after), changes.get(k).layers()[layer], 1e-9);
                    assertTrue(change(before, after) > 1e-3, "nothing moves");
                }
            }
        }
    }

    @Test
    void aLayerWithoutDeltaVecsHasNoFigure() {
        Design design = design(Recall.LABEL, true);
        List<Measurement> found = Watching.watched(design, DriftMeasure::new, 4, sample -> 0.01f);
        assertEquals(2, found.size());
        for (Measurement each : found) {
            assertEquals(Double.NaN, each.layers()[2]);
            assertTrue(Double.isFinite(each.all()) && Double.isFinite(each.layers()[1]), each.name());
        }
    }
}
