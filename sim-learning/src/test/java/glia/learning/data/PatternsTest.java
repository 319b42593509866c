package glia.learning.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PatternsTest {
    @Test
    void aSampleDoesNotDependOnHowManyAreDrawn() {
        Dataset few = Patterns.generate(3, 5, 1).train();
        Dataset many = Patterns.generate(3, 50, 1).train();
        for (int i = 0; i < few.size(); i++) {
            assertArrayEquals(many.input(i), few.input(i));
            assertEquals(many.label(i), few.label(i));
        }
    }

    @Test
    void theClassIsWhetherBothPairsAreHighOnTheSameSide() {
        TrainAndTest data = Patterns.generate(1, 40, 40);
        for (Dataset set : new Dataset[] {data.train(), data.test()}) {
            assertEquals(20, set.indicesOf(0).length);
            for (int i = 0; i < set.size(); i++) {
                float[] input = set.input(i);
                boolean same = (input[1] > input[0]) == (input[3] > input[2]);
                assertEquals(same ? 1 : 0, set.label(i));
            }
        }
    }
}
