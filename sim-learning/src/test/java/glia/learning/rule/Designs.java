package glia.learning.rule;

import glia.chip.build.NetworkShape;
import glia.chip.datapath.ActivationFunction;
import glia.chip.datapath.CostFunction;
import glia.learning.part.DeltaMgdParameters;
import glia.learning.part.Norm;
import java.util.OptionalDouble;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random small chips with their rules. */
final class Designs {
    private Designs() {}

    /** Chips of any rule, half of them of δ-MGD. */
    static Arbitrary<Design> any() {
        return Arbitraries.oneOf(deltaMgd(), ofOtherRules());
    }

    /** Chips of δ-MGD. */
    static Arbitrary<Design> deltaMgd() {
        return of(parameters().map(Design.DeltaKit::new), 9, 6);
    }

    /** Chips of any rule but δ-MGD; some of their layers and tiles are wider than a word of 64 signs. */
    static Arbitrary<Design> ofOtherRules() {
        return Arbitraries.frequencyOf(
                Tuple.of(4, of(OtherRules.any(), 9, 6)), Tuple.of(1, of(OtherRules.any(), 150, 100)));
    }

    private static Arbitrary<Design> of(Arbitrary<? extends Design.Kit> kits, int widest, int largestTile) {
        Arbitrary<Long> seeds = Arbitraries.longs().between(0, 1L << 40);
        Arbitrary<Integer> tile = Arbitraries.integers().between(1, largestTile);
        return Combinators.combine(shapes(widest), kits, tile, tile, seeds)
                .as((shape, kit, rows, columns, seed) ->
                        new Design(shape, Design.config(rows, columns, seed), Design.technology(seed), kit, seed))
                .filter(design -> design.kit().fits(design.shape()))
                .withoutEdgeCases();
    }

    private static Arbitrary<NetworkShape> shapes(int widest) {
        return Combinators.combine(
                        Arbitraries.integers()
                                .between(1, widest)
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(3),
                        Arbitraries.integers().between(2, 4),
                        Arbitraries.of(ActivationFunction.class),
                        Arbitraries.of(CostFunction.class))
                .as((hidden, classes, activation, cost) -> {
                    hidden.add(classes);
                    return new NetworkShape(hidden, activation, cost);
                });
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
