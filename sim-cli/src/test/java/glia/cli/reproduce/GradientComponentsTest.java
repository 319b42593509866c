package glia.cli.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glia.chip.build.NetworkShape;
import org.junit.jupiter.api.Test;

/** The published counts, exact. */
class GradientComponentsTest {
    @Test
    void countsAreThoseOfSectionIV() {
        NetworkShape mnist = GradientComponents.shape(784, 128);
        assertEquals(118_282, mnist.parameters());
        assertEquals(70_969_200_000L, GradientComponents.ofBackpropagation(mnist, 600_000));
        assertEquals(319_200, GradientComponents.ofDeltaMgd(mnist, 600_000));
        assertEquals(222_335, Math.round(GradientComponents.saving(mnist, 600_000)));
    }

    @Test
    void printedParameterCountOfTableTwoIsThatOfAnotherNetwork() {
        assertEquals(411_146, GradientComponents.shape(3072, 128).parameters());
        assertEquals(855_050, GradientComponents.shape(3072, 256).parameters());
        assertEquals(4.53e5, GradientComponents.saving(GradientComponents.shape(784, 1024), 600_000), 500);
        assertEquals(1.02e6, GradientComponents.saving(GradientComponents.shape(3072, 1024), 500_000), 5000);
    }

    /** A refresh at sample 0, and one each time 5000 more are done. */
    @Test
    void refreshesAreCountedFromTheFirstSample() {
        NetworkShape mnist = GradientComponents.shape(784, 128);
        assertEquals(2660, GradientComponents.ofDeltaMgd(mnist, 1));
        assertEquals(2660, GradientComponents.ofDeltaMgd(mnist, 5000));
        assertEquals(5320, GradientComponents.ofDeltaMgd(mnist, 5001));
    }
}
