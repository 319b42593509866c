package glia.learning.law;

import glia.chip.build.ChipConfig;
import glia.chip.build.Floorplan;
import glia.chip.build.NetworkShape;
import glia.chip.build.Technology;
import glia.chip.datapath.ActivationFunction;
import glia.chip.datapath.CostFunction;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random networks, chips, timings and samples, and whole {@link Design}s made of them. */
public final class LawDesigns {
    private static final int WIDEST = 9;
    private static final int LARGEST_TILE = 6;
    /** A law is tried on hundreds of chips; a chip of thousands of tiles takes minutes. */
    private static final long MOST_TILES = 400;

    private LawDesigns() {}

    /** Networks of one to three layers, two to four classes, any activation and any cost; no layer is wider than asked. */
    public static Arbitrary<NetworkShape> networks(int widest) {
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

    /** Networks of one layer whose cost is linear in their weights and biases, which are 2 or more, up to a number. */
    public static Arbitrary<NetworkShape> linearNetworks(int mostParameters) {
        Arbitrary<Integer> neurons = Arbitraries.integers().between(1, Math.max(1, mostParameters / 2));
        return neurons.flatMap(outputs -> Arbitraries.integers()
                .between(1, mostParameters / outputs - 1)
                .map(inputs ->
                        new NetworkShape(List.of(inputs, outputs), ActivationFunction.IDENTITY, CostFunction.LINEAR)));
    }

    /** Structures of a chip: rows and columns of a tile up to a number; lanes, links, bus and its arbiter. */
    public static Arbitrary<ChipConfig> chips(int largestTile) {
        Arbitrary<Integer> side = Arbitraries.integers().between(1, largestTile);
        return Combinators.combine(side, side, seeds()).as(Design::config);
    }

    /** Technologies in which every action takes a time of its own. */
    public static Arbitrary<Technology> timings() {
        return seeds().map(Design::technology);
    }

    /** Samples for a network, between -1 and 1. */
    public static Arbitrary<SampleStream> samples(NetworkShape shape) {
        return seeds().map(seed -> SampleStream.of(seed, shape));
    }

    /** Designs of some rules with layers of up to 9 neurons and tiles of up to 6 x 6, 400 of them at most. */
    public static Arbitrary<Design> of(Arbitrary<? extends RuleUnderTest> rules) {
        return of(rules, WIDEST, LARGEST_TILE);
    }

    /** Designs of some rules, with the widest layer and the largest side of a tile. */
    public static Arbitrary<Design> of(Arbitrary<? extends RuleUnderTest> rules, int widest, int largestTile) {
        return designs(networks(widest), rules, largestTile, false);
    }

    /**
     * Designs of some rules whose cost is linear, with inputs of -2, -1, 1 and 2. If the numbers of a rule are powers of two, all its
     * arithmetic is exact from weights of 0 on.
     *
     * @param mostParameters most weights and biases, at least 2; a law that enumerates sign vectors takes 2 to the power of it
     */
    public static Arbitrary<Design> linear(Arbitrary<? extends RuleUnderTest> rules, int mostParameters) {
        return designs(linearNetworks(mostParameters), rules, LARGEST_TILE, true);
    }

    private static Arbitrary<Design> designs(
            Arbitrary<NetworkShape> networks,
            Arbitrary<? extends RuleUnderTest> rules,
            int largestTile,
            boolean wholeInputs) {
        return Combinators.combine(networks, rules, chips(largestTile), timings(), seeds())
                .as((shape, rule, config, technology, seed) -> new Design(
                        shape,
                        config,
                        technology,
                        rule,
                        new SampleStream(seed, shape.inputs(0), shape.classes(), wholeInputs)))
                .filter(design -> design.underTest().fits(design.shape()) && tiles(design) <= MOST_TILES)
                .withoutEdgeCases();
    }

    private static long tiles(Design design) {
        ChipConfig config = design.config();
        return Floorplan.tilesNeeded(design.shape(), config.tileRows(), config.tileColumns());
    }

    /** A smaller seed is no simpler one. */
    private static Arbitrary<Long> seeds() {
        return Arbitraries.longs().between(0, 1L << 40).dontShrink();
    }
}
