package glia.cli.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The enumeration of all sign vectors against the closed forms, exact. */
class LinearCostProperties {
    @Property(tries = 100)
    void enumerationHasNoBiasTheCovarianceOfEquation16AndTheLengthOfTheClosedForm(
            @ForAll @Size(min = 1, max = 4) List<@IntRange(min = -9, max = 9) Integer> drawn,
            @ForAll @IntRange(min = 1, max = 3) int updatePeriod) {
        int[] gradient = drawn.stream().mapToInt(Integer::intValue).toArray();
        gradient[0] = gradient[0] == 0 ? 1 : gradient[0];
        LinearCost cost = new LinearCost(gradient, updatePeriod);
        assertEquals(0, cost.bias());
        assertEquals(0, cost.covarianceError());
        assertEquals(GradientAngle.squaredLength(gradient.length, updatePeriod), cost.squaredLength(), 1e-12);
    }
}
