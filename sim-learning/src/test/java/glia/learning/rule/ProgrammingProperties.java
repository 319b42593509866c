package glia.learning.rule;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glia.chip.ChipAction;
import glia.chip.build.Chip;
import glia.chip.build.Prediction;
import glia.chip.datapath.Noise;
import glia.chip.datapath.Optimizer;
import glia.chip.device.DeviceParameters;
import glia.chip.device.ElementParameters;
import glia.chip.device.Programming;
import glia.chip.device.Programming.Mode;
import glia.chip.device.Programming.Slot;
import glia.chip.message.Phase;
import glia.chip.plasticity.LayerSite;
import glia.chip.plasticity.LearningRule;
import glia.chip.plasticity.TileSite;
import glia.learning.law.Design;
import glia.learning.law.LawDesigns;
import glia.learning.law.RuleLaws;
import glia.learning.law.RuleUnderTest;
import glia.learning.part.Periods;
import glia.learning.part.PerturbationPattern;
import glia.learning.part.UndirectedMgdParameters;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of every rule however its synapses are perturbed and written, on every device. */
class ProgrammingProperties {
    private static final int SAMPLES = 7;

    @Provide
    Arbitrary<Design> designs() {
        Arbitrary<DeviceParameters> devices =
                Arbitraries.oneOf(Arbitraries.just(DeviceParameters.IDEAL), new DeviceProperties().devices());
        return Combinators.combine(Designs.any(), devices, programmings(Arbitraries.oneOf(inPlace(), limited())))
                .as((design, device, programming) -> design.with(device).with(programming))
                .filter(ProgrammingProperties::isPossible);
    }

    @Provide
    Arbitrary<Design> designsInPlace() {
        return Combinators.combine(
                        Designs.any(), Arbitraries.of(0f, 0.1f), programmings(inPlace()), Arbitraries.longs())
                .as((design, noise, programming, seed) ->
                        design.with(new Noise(noise, noise, seed)).with(programming))
                .filter(ProgrammingProperties::isPossible);
    }

    /** Cells cannot hold a perturbation through a baseline pass. */
    private static boolean isPossible(Design design) {
        return !design.config().programming().element().inPlace()
                || !design.rule().perturbsThroughBaselines();
    }

    private static Arbitrary<Programming> programmings(Arbitrary<ElementParameters> elements) {
        return Combinators.combine(elements, Arbitraries.of(Mode.class), Arbitraries.of(Slot.class))
                .as(Programming::new);
    }

    private static Arbitrary<ElementParameters> inPlace() {
        return Arbitraries.of(true, false).map(merged -> new ElementParameters(true, merged, 0, 0f, 0f, 0));
    }

    private static Arbitrary<ElementParameters> limited() {
        return Combinators.combine(
                        Arbitraries.of(0, 2, 3, 8),
                        Arbitraries.of(0.01f, 0.05f),
                        Arbitraries.of(0f, 0.2f),
                        Arbitraries.longs())
                .as((bits, fullScale, mismatch, seed) ->
                        new ElementParameters(false, false, bits, fullScale, mismatch, seed));
    }

    @Property(tries = 300)
    void simulatedEqualsReferenceToTheBit(@ForAll("designs") Design design) {
        RuleLaws.simulatedEqualsReference(design, SAMPLES);
    }

    @Property(tries = 100)
    void simulatedEqualsReferenceToTheBitOnIdealCells(@ForAll("designsInPlace") Design design) {
        RuleLaws.simulatedEqualsReference(design, SAMPLES);
    }

    /** Nor do the cells that are written at once, nor the lengths of their slots. */
    @Property(tries = 80)
    void timingLinksBusAndTileColumnsChangeNoWeightAndNoWrite(
            @ForAll("designs") Design design, @ForAll("designs") Design other) {
        Programming writes = other.config().programming();
        ElementParameters element = design.config().programming().element();
        RuleLaws.tilingAndTimingChangeNothing(
                design,
                other.with(design.config().device())
                        .with(design.config().noise())
                        .with(new Programming(element, writes.mode(), writes.slot())),
                SAMPLES);
    }

    @Property(tries = 40)
    void everyBlockLearnsFromItsOwnMessagesAlone(@ForAll("designsInPlace") Design design) {
        RuleLaws.everyBlockLearnsFromItsOwnMessagesAlone(design, SAMPLES);
    }

    @Property(tries = 80)
    void replayedRunsAreTheSimulatedOnes(@ForAll("designs") Design design) {
        Chip replaying = design.trained(SAMPLES);
        Chip simulating = design.chip();
        simulating.switchReplayOff();
        for (long sample = 0; sample < SAMPLES; sample++) {
            design.learns(simulating, sample);
        }
        assertEquals(simulating.ledger().entries(), replaying.ledger().entries());
        assertEquals(simulating.cycles(), replaying.cycles());
        boolean trains = design.config().programming().slot() == Slot.LONGEST
                && design.config().device().longestTrain() > 1;
        assertEquals(trains, replaying.replayObstacle().isPresent());
        for (int layer = 0; layer < design.shape().layers(); layer++) {
            assertArrayEquals(
                    simulating.parameters().weights(layer),
                    replaying.parameters().weights(layer));
        }
    }

    /** Of the first phase of each kind; where a perturbation stays for some passes, not every update restores. */
    @Property(tries = 40)
    void predictedCyclesAreTheSimulatedOnes(@ForAll("designs") Design drawn) {
        Assume.that(drawn.config().programming().slot() != Slot.LONGEST);
        Design design = drawn.withPrivateWires();
        Chip chip = design.chip();
        Map<Phase, Long> predicted = Prediction.of(design.shape(), design.config(), design.technology(), design.rule());
        Map<Phase, Long> simulated = new EnumMap<>(Phase.class);
        chip.addPhaseListener((phase, startCycle, endCycle) -> simulated.putIfAbsent(phase, endCycle - startCycle));
        for (long sample = 0; sample < SAMPLES; sample++) {
            Assume.that(design.learns(chip, sample));
        }
        chip.infer(design.input(0));
        assertEquals(predicted, simulated);
    }

    /** A write phase selects each row, column or cell once for each pulse of a slot; in place there is nothing else to perturb. */
    @Property(tries = 40)
    void theLedgerIsTheClosedFormOfTheWritePhases(@ForAll("designs") Design design) {
        Programming programming = design.config().programming();
        LearningRule rule = design.rule();
        Assume.that(programming.slot() != Slot.LONGEST && !inTurn(design));
        Chip chip = design.trained(SAMPLES);
        boolean integrates = rule.integration().isPresent();
        long commits = phases(rule, integrates ? Phase.COMMIT : Phase.UPDATE);
        long perturbs = programming.element().inPlace() ? phases(rule, Phase.PERTURB) : 0;
        long merged = programming.element().mergedRestore() ? commits : 0;
        long pulses =
                programming.slot() == Slot.FULL_TRAIN ? design.config().device().longestTrain() : 1;
        long lines = 0;
        long elements = 0;
        for (LayerSite layer : chip.floorplan().layers()) {
            boolean perturbed = !layer.isLast() || rule.perturbsLastLayer();
            for (TileSite tile : chip.floorplan().tiles().get(layer.layer())) {
                boolean set = perturbed && rule.synapse(layer, tile).setsElements();
                long writes = commits + (set && perturbs > 0 ? 2 * perturbs - merged : 0);
                lines += writes * pulses * lines(programming.mode(), tile);
                elements += set ? tile.synapses() : 0;
            }
        }
        long read = programming.element().inPlace() ? 0 : phases(rule, Phase.PERTURBED) * elements;
        assertEquals(lines, chip.ledger().total(ChipAction.WRITE_ROW));
        assertEquals(read, chip.ledger().total(ChipAction.READ_PERTURBATION));
        assertEquals(
                programming.element().inPlace() ? 0 : phases(rule, Phase.PERTURB) * elements,
                tiles(chip, ChipAction.SET_PERTURBATION));
    }

    private static long lines(Mode mode, TileSite tile) {
        return switch (mode) {
            case ROW, PARALLEL -> tile.rows();
            case COLUMN -> tile.columns();
            case CELL -> tile.synapses();
        };
    }

    private static boolean inTurn(Design design) {
        return design.underTest() instanceof OtherRules.Undirected undirected
                && undirected.parameters().layerByLayer();
    }

    private static long phases(LearningRule rule, Phase phase) {
        long times = 0;
        for (long sample = 0; sample < SAMPLES; sample++) {
            times += Collections.frequency(rule.phases(sample), phase);
        }
        return times;
    }

    private static long tiles(Chip chip, ChipAction action) {
        return chip.ledger().entries().stream()
                .filter(entry ->
                        entry.block().contains("tile") && entry.action().equals(action.name()))
                .mapToLong(entry -> entry.count())
                .sum();
    }

    /** Rules by independent signs, numbers powers of two, networks of one layer with a linear cost: no product is rounded. */
    @Provide
    Arbitrary<Design> exact() {
        Arbitrary<RuleUnderTest> rules = Combinators.combine(
                        Arbitraries.of(1, 2, 4), Arbitraries.of(0.5f, 0x1p-5f), Arbitraries.longs())
                .as((update, size, seed) -> new OtherRules.Undirected(new UndirectedMgdParameters(
                        PerturbationPattern.BERNOULLI,
                        false,
                        size,
                        false,
                        new Periods(1, 1, update),
                        Optimizer.PLAIN,
                        seed)));
        return LawDesigns.linear(rules, 12);
    }

    /** Of n passes with separate elements a synapse is written once at most, else 2n times more, or 2n times in all. */
    @Property(tries = 80)
    void inPlaceLearnsAsSeparateElementsDoWhereNothingIsRoundedAndWearsMore(
            @ForAll("exact") Design design, @ForAll boolean merged) {
        ElementParameters element = new ElementParameters(true, merged, 0, 0f, 0f, 0);
        Chip separate = committedOnce(design);
        Chip inPlace = committedOnce(design.with(new Programming(element, Mode.ROW, Slot.ONE_PULSE)));
        float[][] weights = separate.parameters().weights(0);
        assertArrayEquals(weights, inPlace.parameters().weights(0));
        float size = ((OtherRules.Undirected) design.underTest()).parameters().epsilon();
        int passes = updatePeriod(design);
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < weights[i].length; j++) {
                int once = separate.parameters().commits(0)[i][j];
                int often = inPlace.parameters().commits(0)[i][j];
                assertEquals(weights[i][j] == 0f ? 0 : 1, once);
                assertEquals(passes, separate.parameters().toggles(0)[i][j]);
                assertEquals(0, inPlace.parameters().toggles(0)[i][j]);
                // a merged write that takes back what it asks for is none
                int all = merged ? 2 * passes : 2 * passes + once;
                assertTrue(often == all || merged && often == all - 1 && Math.abs(weights[i][j]) == size);
            }
        }
    }

    private static int updatePeriod(Design design) {
        return design.rule().integration().map(by -> by.updatePeriod()).orElse(1);
    }

    /** A chip with weights of 0 that learned from a sample until its first commit. */
    private static Chip committedOnce(Design design) {
        Chip chip = design.chip();
        chip.parameters()
                .loadWeights(
                        0, new float[design.shape().inputs(0)][design.shape().neurons(0)]);
        chip.parameters().loadBiases(0, new float[design.shape().neurons(0)]);
        for (int pass = 0; pass < updatePeriod(design); pass++) {
            chip.learn(design.input(0), design.label(0), 1f, design.samples().host(pass));
        }
        chip.ledger();
        return chip;
    }

    /** Devices with trains of pulses, whose cells are written once a sample. */
    @Provide
    Arbitrary<Design> designsOfTrains() {
        Arbitrary<Design> direct = Designs.any()
                .filter(design -> design.rule().integration().isEmpty()
                        && Collections.frequency(design.rule().phases(0), Phase.UPDATE) == 1
                        && !inTurn(design));
        Arbitrary<DeviceParameters> devices =
                new DeviceProperties().devices().filter(device -> device.longestTrain() > 1);
        return Combinators.combine(direct, devices).as(Design::with);
    }

    /** A slot is as long as the longest train in it; an idle one is a pulse long. */
    @Property(tries = 100)
    void slotsLastAsLongAsTheirLongestTrains(@ForAll("designsOfTrains") Design drawn, @ForAll Mode mode) {
        Design design = drawn.with(new Programming(ElementParameters.IDEAL, mode, Slot.LONGEST));
        Chip chip = design.chip();
        design.learns(chip, 0);
        chip.ledger();
        long pulses = 0;
        for (LayerSite layer : chip.floorplan().layers()) {
            for (TileSite tile : chip.floorplan().tiles().get(layer.layer())) {
                pulses += pulses(chip, tile, mode);
            }
        }
        assertEquals(pulses, chip.ledger().total(ChipAction.WRITE_ROW));
    }

    /** After one write a cell's pulses are its train. */
    private static long pulses(Chip chip, TileSite tile, Mode mode) {
        Map<String, Long> longest = new TreeMap<>();
        for (int i = tile.firstRow(); i < tile.firstRow() + tile.rows(); i++) {
            for (int j = tile.firstColumn(); j < tile.firstColumn() + tile.columns(); j++) {
                long train = Math.max(
                        1,
                        chip.parameters().raisingPulses(tile.layer())[i][j]
                                + chip.parameters().loweringPulses(tile.layer())[i][j]);
                String slot = switch (mode) {
                    case ROW -> "row " + i;
                    case COLUMN -> "column " + j;
                    case CELL -> i + " " + j;
                    case PARALLEL -> "tile";
                };
                longest.merge(slot, train, Math::max);
            }
        }
        long sum = longest.values().stream().mapToLong(Long::longValue).sum();
        return mode == Mode.PARALLEL ? tile.rows() * sum : sum;
    }
}
