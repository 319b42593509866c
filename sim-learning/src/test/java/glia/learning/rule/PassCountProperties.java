package glia.learning.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glia.chip.build.Chip;
import glia.chip.build.NetworkShape;
import glia.learning.law.Design;
import glia.learning.law.LawDesigns;
import glia.learning.law.RuleUnderTest;
import glia.learning.part.DeltaVecParameters;
import glia.learning.part.DeltaVecSource;
import glia.learning.part.Periods;
import glia.learning.part.PerturbationPattern;
import glia.learning.part.Recall;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Forward passes and gradient components of a run, by formulas of the rule's numbers and the network's sizes alone. */
class PassCountProperties {
    private static final int SAMPLES = 7;

    /** Forward passes and gradient components. */
    private record Counts(long passes, long components, long strict) {}

    @Provide
    Arbitrary<Design> designs() {
        return LawDesigns.of(Designs.rules());
    }

    @Property(tries = 500)
    void passesAndGradientComponentsAreThoseOfTheFormulas(@ForAll("designs") Design design) {
        Chip chip = design.trained(SAMPLES);
        Counts counted = new Counts(chip.forwardPasses(), chip.gradientComponents(), chip.gradientComponentsStrict());
        assertEquals(expected(design.underTest(), design.shape()), counted);
    }

    private static Counts expected(RuleUnderTest rule, NetworkShape shape) {
        if (rule instanceof Designs.Delta delta) {
            boolean exact = delta.parameters().exactLastLayer();
            return deltaVecs(delta.parameters().deltaVecs(), exact, shape);
        }
        if (rule instanceof OtherRules.Hebbian hebbian) {
            long exact = SAMPLES * shape.biases();
            return hebbian.parameters()
                    .deltaVecs()
                    .map(of -> deltaVecs(of, false, shape))
                    .orElse(new Counts(2L * SAMPLES, exact, exact));
        }
        if (rule instanceof OtherRules.Descent) {
            return same(SAMPLES, SAMPLES * shape.parameters());
        }
        if (rule instanceof OtherRules.Aligned aligned) {
            long baselines = baselines(aligned.parameters().periods());
            return same(passes(aligned.parameters().periods()), baselines * shape.parameters());
        }
        if (rule instanceof OtherRules.Node node) {
            return same(passes(node.parameters().periods()), 0);
        }
        OtherRules.Undirected undirected = (OtherRules.Undirected) rule;
        Periods periods = undirected.parameters().periods();
        boolean sequential = undirected.parameters().pattern() == PerturbationPattern.SEQUENTIAL;
        return same(passes(periods), sequential ? (long) SAMPLES * periods.sample() : 0);
    }

    private static Counts same(long passes, long components) {
        return new Counts(passes, components, components);
    }

    private static long passes(Periods periods) {
        return (long) SAMPLES * periods.sample() + baselines(periods);
    }

    /** One at each change of the sample and at each commit: passes that the one period divides, or the other. */
    private static long baselines(Periods periods) {
        long passes = (long) SAMPLES * periods.sample();
        return SAMPLES + ceil(passes, periods.update()) - ceil(passes, leastCommonMultiple(periods));
    }

    private static long ceil(long passes, long period) {
        return (passes + period - 1) / period;
    }

    private static long leastCommonMultiple(Periods periods) {
        long multiple = periods.sample();
        while (multiple % periods.update() != 0) {
            multiple += periods.sample();
        }
        return multiple;
    }

    private static Counts deltaVecs(DeltaVecParameters numbers, boolean exactLast, NetworkShape shape) {
        boolean lastIsProbed = !exactLast || numbers.recall() == Recall.ERROR;
        long probed = lastIsProbed ? shape.classes() : 0;
        for (int layer = 0; layer < shape.layers() - 1; layer++) {
            boolean sparse = numbers.source() == DeltaVecSource.SPARSE;
            probed += sparse ? Math.min(numbers.probes(), shape.neurons(layer)) : shape.neurons(layer);
        }
        long shown = switch (numbers.source()) {
            case EXEMPLARS -> shape.classes();
            case CURRENT_BATCH -> numbers.period();
            case SPARSE -> 1;
        };
        long refreshes = numbers.recall().isRandom() ? 0 : ceil(SAMPLES, numbers.period());
        long components = refreshes * shown * probed;
        boolean error = exactLast || !numbers.recall().usesLabel();
        return new Counts(
                2L * SAMPLES + refreshes * shown * (1 + probed),
                components,
                components + (error ? (long) SAMPLES * shape.classes() : 0));
    }
}
