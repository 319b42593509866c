package glia.learning.rule;

import glia.chip.build.ChipConfig;
import glia.chip.build.NetworkShape;
import glia.chip.datapath.Optimizer;
import glia.chip.datapath.Slope;
import glia.chip.plasticity.LearningRule;
import glia.learning.law.RuleUnderTest;
import glia.learning.part.AlignedMgdParameters;
import glia.learning.part.BackpropagationParameters;
import glia.learning.part.DeltaVecParameters;
import glia.learning.part.DeltaVecSource;
import glia.learning.part.HebbianMgdParameters;
import glia.learning.part.NodePerturbationParameters;
import glia.learning.part.Periods;
import glia.learning.part.PerturbationPattern;
import glia.learning.part.Recall;
import glia.learning.part.UndirectedMgdParameters;
import glia.learning.reference.AlignedMgdReference;
import glia.learning.reference.BackpropagationReference;
import glia.learning.reference.HebbianMgdReference;
import glia.learning.reference.NodePerturbationReference;
import glia.learning.reference.ReferenceNetwork;
import glia.learning.reference.ReferenceRule;
import glia.learning.reference.UndirectedMgdReference;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random rules without DeltaVecs, each in its two forms. */
final class OtherRules {
    private OtherRules() {}

    record Undirected(UndirectedMgdParameters parameters) implements RuleUnderTest {
        @Override
        public LearningRule rule(NetworkShape shape) {
            return new UndirectedMgd(parameters, shape.parameters(), shape.layers());
        }

        @Override
        public ReferenceRule reference(ReferenceNetwork network, ChipConfig config) {
            return new UndirectedMgdReference(parameters, network);
        }

        @Override
        public boolean fits(NetworkShape shape) {
            return parameters.pattern() != PerturbationPattern.SINUSOID || shape.parameters() <= 4096;
        }
    }

    record Node(NodePerturbationParameters parameters) implements RuleUnderTest {
        @Override
        public LearningRule rule(NetworkShape shape) {
            return new NodePerturbation(parameters);
        }

        @Override
        public ReferenceRule reference(ReferenceNetwork network, ChipConfig config) {
            return new NodePerturbationReference(parameters, network);
        }
    }

    record Descent(BackpropagationParameters parameters) implements RuleUnderTest {
        @Override
        public LearningRule rule(NetworkShape shape) {
            return new Backpropagation(parameters);
        }

        @Override
        public ReferenceRule reference(ReferenceNetwork network, ChipConfig config) {
            return new BackpropagationReference(parameters, network, config.tileColumns());
        }
    }

    record Aligned(AlignedMgdParameters parameters) implements RuleUnderTest {
        @Override
        public LearningRule rule(NetworkShape shape) {
            return new AlignedMgd(parameters);
        }

        @Override
        public ReferenceRule reference(ReferenceNetwork network, ChipConfig config) {
            return new AlignedMgdReference(parameters, network, config.tileColumns());
        }
    }

    record Hebbian(HebbianMgdParameters parameters) implements RuleUnderTest {
        @Override
        public LearningRule rule(NetworkShape shape) {
            return new HebbianMgd(parameters);
        }

        @Override
        public ReferenceRule reference(ReferenceNetwork network, ChipConfig config) {
            return new HebbianMgdReference(parameters, network, config.tileColumns());
        }

        @Override
        public boolean fits(NetworkShape shape) {
            return parameters.deltaVecs().map(of -> recallFits(of, shape)).orElse(true);
        }
    }

    /** A single class has no runner-up. */
    static boolean recallFits(DeltaVecParameters numbers, NetworkShape shape) {
        return numbers.recall() != Recall.RUNNER_UP || shape.classes() > 1;
    }

    static Arbitrary<RuleUnderTest> any() {
        return Arbitraries.oneOf(undirected(), undirected(), node(), descent(), aligned(), hebbian());
    }

    private static Arbitrary<Periods> periods() {
        Arbitrary<Integer> period = Arbitraries.integers().between(1, 4);
        return Combinators.combine(period, period, period).as(Periods::new);
    }

    /** Half of them plain, so that changes are direct where the update period is 1. */
    static Arbitrary<Optimizer> optimizers() {
        Arbitrary<Optimizer> any = Combinators.combine(
                        Arbitraries.of(Optimizer.Kind.class), Arbitraries.of(true, false), Arbitraries.of(0f, 0.01f))
                .as((kind, corrected, decay) -> new Optimizer(kind, 0.9f, 0.99f, 1e-6f, corrected, decay));
        return Arbitraries.oneOf(Arbitraries.just(Optimizer.PLAIN), any);
    }

    private static Arbitrary<Long> seeds() {
        return Arbitraries.longs().between(0, 1L << 40).dontShrink();
    }

    private static Arbitrary<RuleUnderTest> undirected() {
        return Combinators.combine(
                        Arbitraries.of(PerturbationPattern.class),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        periods(),
                        optimizers(),
                        seeds())
                .as((pattern, inTurn, gamma, periods, optimizer, seed) -> new Undirected(new UndirectedMgdParameters(
                        pattern,
                        inTurn && pattern == PerturbationPattern.BERNOULLI,
                        0.03f,
                        gamma,
                        periods,
                        optimizer,
                        seed)));
    }

    private static Arbitrary<RuleUnderTest> node() {
        return Combinators.combine(periods(), optimizers(), seeds())
                .as((periods, optimizer, seed) ->
                        new Node(new NodePerturbationParameters(0.03f, periods, optimizer, seed)));
    }

    private static Arbitrary<RuleUnderTest> descent() {
        return Combinators.combine(
                        Arbitraries.of(true, false), Arbitraries.integers().between(1, 4), optimizers())
                .as((signs, period, optimizer) -> new Descent(new BackpropagationParameters(signs, period, optimizer)));
    }

    private static Arbitrary<RuleUnderTest> aligned() {
        return Combinators.combine(Arbitraries.of(0f, 0.5f, 1f), periods(), optimizers(), seeds())
                .as((agreement, periods, optimizer, seed) -> new Aligned(new AlignedMgdParameters(
                        agreement, 0.03f, new Periods(periods.sample(), 1, periods.update()), optimizer, seed)));
    }

    /** A threshold of 1 is the activation of biases, and the largest δ itself. */
    private static Arbitrary<RuleUnderTest> hebbian() {
        Arbitrary<Optional<DeltaVecParameters>> sources = Arbitraries.oneOf(
                Arbitraries.just(Optional.empty()),
                Arbitraries.just(Optional.of(DeltaVecParameters.measuredForEachSample(0.01f))),
                deltaVecs().map(Optional::of));
        return Combinators.combine(
                        sources,
                        Arbitraries.of(true, false),
                        Arbitraries.of(0f, 0.2f, 1f),
                        Arbitraries.of(0f, 0.3f, 1f),
                        Arbitraries.integers().between(1, 4),
                        optimizers())
                .as((source, ternary, activation, delta, period, optimizer) -> new Hebbian(
                        new HebbianMgdParameters(source, ternary, activation, delta, 0.03f, period, optimizer)));
    }

    /** What is probed, learned and recalled, without regard to an update period. */
    static Arbitrary<DeltaVecParameters> deltaVecs() {
        return Combinators.combine(
                        Arbitraries.of(Recall.class),
                        Arbitraries.of(Slope.class),
                        Arbitraries.of(DeltaVecSource.class),
                        Arbitraries.longs().between(1, 5),
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.of(0f, 0.8f))
                .as((recall, slope, source, period, probes, memory) ->
                        new DeltaVecParameters(recall, slope, source, period, probes, memory, 0.01f, 3, 0.3f, period));
    }
}
