package glia.learning.rule;

import glia.chip.build.ChipConfig;
import glia.chip.build.NetworkShape;
import glia.chip.plasticity.LearningRule;
import glia.learning.law.Design;
import glia.learning.law.LawDesigns;
import glia.learning.law.RuleUnderTest;
import glia.learning.part.DeltaMgdParameters;
import glia.learning.part.Norm;
import glia.learning.reference.DeltaMgdReference;
import glia.learning.reference.ReferenceNetwork;
import glia.learning.reference.ReferenceRule;
import java.util.OptionalDouble;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random small chips with their rules. */
final class Designs {
    private Designs() {}

    /** δ-MGD in its two forms. */
    record Delta(DeltaMgdParameters parameters) implements RuleUnderTest {
        @Override
        public LearningRule rule(NetworkShape shape) {
            return new DeltaMgd(parameters);
        }

        @Override
        public ReferenceRule reference(ReferenceNetwork network, ChipConfig config) {
            return new DeltaMgdReference(parameters, network);
        }

        @Override
        public boolean fits(NetworkShape shape) {
            return OtherRules.recallFits(parameters.deltaVecs(), shape);
        }
    }

    /** Chips of any rule, half of them of δ-MGD. */
    static Arbitrary<Design> any() {
        return Arbitraries.oneOf(deltaMgd(), ofOtherRules());
    }

    /** Chips of δ-MGD. */
    static Arbitrary<Design> deltaMgd() {
        return LawDesigns.of(delta());
    }

    /** Rules, half of them δ-MGD. */
    static Arbitrary<RuleUnderTest> rules() {
        return Arbitraries.oneOf(delta(), OtherRules.any());
    }

    private static Arbitrary<RuleUnderTest> delta() {
        return parameters().map(Delta::new);
    }

    /** Chips of any rule but δ-MGD; some of their layers and tiles are wider than a word of 64 signs. */
    static Arbitrary<Design> ofOtherRules() {
        return Arbitraries.frequencyOf(
                Tuple.of(4, LawDesigns.of(OtherRules.any())), Tuple.of(1, LawDesigns.of(OtherRules.any(), 150, 100)));
    }

    private static Arbitrary<DeltaMgdParameters> parameters() {
        return Combinators.combine(
                        OtherRules.deltaVecs(),
                        Arbitraries.of(true, false),
                        Arbitraries.of(Norm.class),
                        Arbitraries.of(OptionalDouble.empty(), OptionalDouble.of(0.7)),
                        Arbitraries.integers().between(1, 3),
                        OtherRules.optimizers())
                .as((deltaVecs, exact, norm, gamma, period, optimizer) ->
                        new DeltaMgdParameters(deltaVecs, exact, norm, 0.03f, gamma, period, optimizer));
    }
}
