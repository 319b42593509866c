package glia.learning.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glia.core.random.RandomStream;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Laws of agreement, on vectors of Gaussian elements. */
class AgreementProperties {
    private static final double ROUNDING = 1e-12;

    private static double[] vector(long seed, int stream, int length) {
        double[] vector = new double[length];
        Arrays.setAll(vector, i -> RandomStream.of(seed, stream).gaussian(i));
        return vector;
    }

    private static double[] times(double factor, double[] vector) {
        return Arrays.stream(vector).map(value -> factor * value).toArray();
    }

    @Property
    void anglesAndSignsDoNotDependOnLengths(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 200) int length,
            @ForAll @IntRange(min = -20, max = 20) int power,
            @ForAll @IntRange(min = -20, max = 20) int otherPower) {
        double[] estimate = vector(seed, 1, length);
        double[] gradient = vector(seed, 2, length);
        Agreement agreement = Agreement.of(estimate, gradient);
        double factor = 3 * StrictMath.pow(10, power);
        double other = 7 * StrictMath.pow(10, otherPower);
        Agreement scaled = Agreement.of(times(factor, estimate), times(other, gradient));
        assertEquals(agreement.cosine(), scaled.cosine(), ROUNDING);
        assertEquals(agreement.signAgreement(), scaled.signAgreement());
        double ratio = agreement.normRatio() * factor / other;
        assertEquals(ratio, scaled.normRatio(), ROUNDING * ratio);
    }

    @Property
    void theOppositeEstimateHasTheOppositeAgreementAndTheSameLength(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 200) int length) {
        double[] gradient = vector(seed, 2, length);
        Agreement agreement = Agreement.of(vector(seed, 1, length), gradient);
        Agreement opposite = Agreement.of(times(-1, vector(seed, 1, length)), gradient);
        assertEquals(0 - agreement.cosine(), opposite.cosine());
        assertEquals(0 - agreement.signAgreement(), opposite.signAgreement());
        assertEquals(agreement.normRatio(), opposite.normRatio());
    }

    @Property
    void aVectorAgreesFullyWithItself(@ForAll long seed, @ForAll @IntRange(min = 1, max = 200) int length) {
        double[] vector = vector(seed, 1, length);
        Agreement agreement = Agreement.of(vector, vector);
        assertEquals(1, agreement.cosine(), ROUNDING);
        assertTrue(agreement.cosine() <= 1);
        assertEquals(1, agreement.signAgreement());
        assertEquals(1, agreement.normRatio());
    }

    @Property
    void partsAddUpToTheWhole(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 200) int length,
            @ForAll @IntRange(min = 0, max = 200) int cut) {
        double[] estimate = vector(seed, 1, length);
        double[] gradient = vector(seed, 2, length);
        int middle = cut % length;
        Agreement.Sums first = new Agreement.Sums();
        first.add(Arrays.copyOf(estimate, middle), Arrays.copyOf(gradient, middle));
        Agreement.Sums second = new Agreement.Sums();
        second.add(Arrays.copyOfRange(estimate, middle, length), Arrays.copyOfRange(gradient, middle, length));
        first.add(second);
        Agreement whole = Agreement.of(estimate, gradient);
        assertEquals(whole.cosine(), first.agreement().cosine(), ROUNDING);
        assertEquals(whole.signAgreement(), first.agreement().signAgreement());
        assertEquals(whole.normRatio(), first.agreement().normRatio(), ROUNDING * whole.normRatio());
    }
}
