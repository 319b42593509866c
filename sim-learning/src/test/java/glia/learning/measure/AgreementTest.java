package glia.learning.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class AgreementTest {
    private static final double[] ZEROS = {0, 0};

    @Test
    void aRightAngleIsNoAgreement() {
        assertEquals(new Agreement(0, 0, 2), Agreement.of(new double[] {2, 2}, new double[] {1, -1}));
    }

    @Test
    void threeFourFiveIsFourFifths() {
        Agreement agreement = Agreement.of(new double[] {3, 4}, new double[] {0, 10});
        assertEquals(new Agreement(0.8, 1, 0.5), agreement);
    }

    /** Of four elements with a gradient two agree, one does not, and one has no estimate; the fifth has no gradient. */
    @Test
    void signsCountWhereThereIsAGradient() {
        Agreement agreement = Agreement.of(new double[] {7, -1, 3, 0, 9}, new double[] {1, -5, -2, 4, 0});
        assertEquals(0.25, agreement.signAgreement());
    }

    @Test
    void anEstimateOfZeroHasNoAngle() {
        assertEquals(new Agreement(Double.NaN, 0, 0), Agreement.of(ZEROS, new double[] {1, -1}));
    }

    @Test
    void nothingIsDefinedBesideAGradientOfZero() {
        Agreement undefined = new Agreement(Double.NaN, Double.NaN, Double.NaN);
        assertEquals(undefined, Agreement.of(new double[] {1, -1}, ZEROS));
        assertEquals(undefined, Agreement.of(ZEROS, ZEROS));
        assertEquals(undefined, new Agreement.Sums().agreement());
    }

    @Test
    void arraysOfTwoLengthsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Agreement.of(ZEROS, new double[3]));
    }
}
