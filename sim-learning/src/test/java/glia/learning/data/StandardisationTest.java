package glia.learning.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class StandardisationTest {
    private final TrainAndTest data =
            new TrainAndTest(set(new float[] {0, 5}, new float[] {4, 5}), set(new float[] {8, 6}));

    @Test
    void noneChangesNothing() {
        expect(Standardisation.NONE, new float[] {0, 5}, new float[] {8, 6});
    }

    @Test
    void unitDividesByTheLargestOfTheTrainingSet() {
        expect(Standardisation.UNIT, new float[] {0, 1}, new float[] {1.6f, 1.2f});
    }

    @Test
    void scalarUsesAllValuesOfTheTrainingSetTogether() {
        double deviation = Math.sqrt((3.5 * 3.5 + 0.5 * 0.5 + 2 * 1.5 * 1.5) / 4);
        expect(
                Standardisation.SCALAR,
                new float[] {(float) (-3.5 / deviation), (float) (1.5 / deviation)},
                new float[] {(float) (4.5 / deviation), (float) (2.5 / deviation)});
    }

    @Test
    void featureUsesEachPlaceAloneAndLeavesConstantPlacesUnscaled() {
        expect(Standardisation.FEATURE, new float[] {-1, 0}, new float[] {3, 1});
    }

    @Test
    void pixelsAreDividedAsFloats() {
        byte[] bytes = {9, 0, 1, (byte) 254, (byte) 255};
        assertArrayEquals(new float[] {0, 1f / 255f, 254f / 255f, 1}, Standardisation.pixels(bytes, 1, 4));
    }

    private void expect(Standardisation standardisation, float[] firstTrain, float[] firstTest) {
        TrainAndTest result = standardisation.apply(data);
        assertArrayEquals(firstTrain, result.train().input(0));
        assertArrayEquals(firstTest, result.test().input(0));
        assertEquals(1, result.test().label(0));
        assertEquals("toy", result.train().name());
    }

    private static Dataset set(float[]... inputs) {
        int[] labels = new int[inputs.length];
        labels[inputs.length - 1] = 1;
        return new Dataset("toy", inputs, labels, 2);
    }
}
