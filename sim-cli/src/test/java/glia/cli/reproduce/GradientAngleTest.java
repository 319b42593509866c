package glia.cli.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glia.learning.measure.TrueGradient;
import org.junit.jupiter.api.Test;

/** The closed forms of the angle between estimate and gradient. */
class GradientAngleTest {
    @Test
    void convergenceTakesNineIterationsAParameter() {
        assertEquals(0.9025 / 0.0975, GradientAngle.PASSES_PER_PARAMETER, 1e-12);
        assertEquals(9.2564, GradientAngle.iterations(2), 1e-4);
    }

    @Test
    void cosineAfterThoseIterationsIsThatOfConvergence() {
        assertEquals(0.95, GradientAngle.cosine(1000, GradientAngle.iterations(1000)), 1e-12);
        assertEquals(0.1, GradientAngle.cosine(100, 1), 1e-12);
    }

    /** In one layer all neurons count alike: N neurons are as N weights would be. */
    @Test
    void nodesOfOneLayerCountAsParameters() {
        double[] deltas = {0.5, -1, 2};
        double[][] weights = new double[4][];
        for (int i = 0; i < weights.length; i++) {
            double a = i - 1.5;
            weights[i] = new double[] {a * deltas[0], a * deltas[1], a * deltas[2]};
        }
        TrueGradient gradient = new TrueGradient(new double[][][] {weights}, new double[][] {deltas});
        assertEquals(GradientAngle.iterations(3), GradientAngle.nodeIterations(gradient), 1e-9);
    }

    /** Two layers of one neuron: A is 5 and 2, δ is 1 and 3, so (5 + 2) · 10 - 23 over 23. */
    @Test
    void nodesOfSeveralLayersCountByWhatTheySee() {
        TrueGradient gradient = new TrueGradient(new double[][][] {{{2}}, {{3}}}, new double[][] {{1}, {3}});
        assertEquals(GradientAngle.PASSES_PER_PARAMETER * 47 / 23, GradientAngle.nodeIterations(gradient), 1e-9);
    }
}
