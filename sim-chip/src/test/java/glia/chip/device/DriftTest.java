package glia.chip.device;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.Example;

class DriftTest {
    @Example
    void factorsAreThoseOfTheFormulas() {
        Drift power = new Drift(Drift.Form.POWER, 0.05, 20, 1);
        assertEquals(1f, power.factor(0));
        assertEquals(1f, power.factor(20));
        assertEquals(Math.pow(10, -0.05), power.factor(200), 1e-7);
        Drift relaxation = new Drift(Drift.Form.EXPONENTIAL, 0, 1, 40);
        assertEquals(Math.exp(-2.5), relaxation.factor(100), 1e-7);
        assertEquals(1f, Drift.NONE.factor(1000));
    }

    @Example
    void tabledFactorsAreTheSame() {
        Drift power = new Drift(Drift.Form.POWER, 0.05, 3, 1);
        Drift.Factors factors = new Drift.Factors(power);
        for (int age : new int[] {5, 0, 1000, 999, 3, 4}) {
            assertEquals(power.factor(age), factors.of(age));
        }
    }
}
