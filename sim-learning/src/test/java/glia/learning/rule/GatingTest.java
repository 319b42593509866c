package glia.learning.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glia.chip.ChipAction;
import glia.chip.block.SynapseTile;
import glia.chip.build.Chip;
import glia.chip.build.ChipBuilder;
import glia.chip.build.ChipConfig;
import glia.chip.build.NetworkShape;
import glia.chip.build.ReplayObstacle;
import glia.chip.datapath.ActivationFunction;
import glia.chip.datapath.Converters;
import glia.chip.datapath.CostFunction;
import glia.chip.datapath.FixedPoint;
import glia.chip.datapath.Optimizer;
import glia.chip.datapath.Periphery;
import glia.chip.datapath.Slope;
import glia.chip.plasticity.LearningRule;
import glia.core.account.ActionLedger;
import glia.core.trace.Fingerprint;
import glia.learning.law.Design;
import glia.learning.part.BackpropagationParameters;
import glia.learning.part.DeltaMgdParameters;
import glia.learning.part.DeltaVecParameters;
import glia.learning.part.DeltaVecSource;
import glia.learning.part.Norm;
import glia.learning.part.Periods;
import glia.learning.part.PerturbationPattern;
import glia.learning.part.Recall;
import glia.learning.part.UndirectedMgdParameters;
import glia.learning.train.Trainer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Circuits that leave out what is zero: then counts or cycles depend on data, weights never. */
class GatingTest {
    private static final int INPUTS = 5;
    private static final int CLASSES = 3;
    private static final int SAMPLES = 4;
    /** Passes of the one refresh: for each class a baseline and a probe a neuron. */
    private static final int PROBE_PASSES = CLASSES * (1 + CLASSES);

    /** Two of five inputs are not 0. */
    private static final float[] INPUT = {0f, 0.5f, 0f, -0.25f, 0f};

    private static final int NON_ZERO = 2;

    private static Chip trained(boolean zeroGating, boolean skipIdleRows) {
        return trained(zeroGating, skipIdleRows, delta());
    }

    private static LearningRule delta() {
        DeltaMgdParameters parameters = new DeltaMgdParameters(
                new DeltaVecParameters(
                        Recall.ERROR, Slope.EXACT, DeltaVecSource.EXEMPLARS, 100, 0, 0f, 0.01f, 3, 0.3f, 0),
                false,
                Norm.GLOBAL,
                0.03f,
                OptionalDouble.empty(),
                1,
                Optimizer.PLAIN);
        return new DeltaMgd(parameters);
    }

    private static Chip trained(boolean zeroGating, boolean skipIdleRows, LearningRule rule) {
        return trained(zeroGating, skipIdleRows, rule, List.of(INPUTS, CLASSES));
    }

    private static Chip trained(boolean zeroGating, boolean skipIdleRows, LearningRule rule, List<Integer> sizes) {
        return trained(Periphery.EXACT, new SynapseTile.Options(zeroGating, skipIdleRows), rule, sizes);
    }

    private static Chip trained(
            Periphery periphery, SynapseTile.Options options, LearningRule rule, List<Integer> sizes) {
        ChipConfig plain = Design.config(INPUTS, CLASSES, 1);
        ChipConfig config = new ChipConfig(
                plain.tileRows(),
                plain.tileColumns(),
                plain.maximumTiles(),
                plain.clockHertz(),
                plain.device(),
                plain.noise(),
                options,
                plain.lanes(),
                plain.wires(),
                plain.bus());
        NetworkShape shape = new NetworkShape(sizes, ActivationFunction.TANH, CostFunction.CROSS_ENTROPY);
        Chip chip = ChipBuilder.build(shape, config.withPeriphery(periphery), Design.technology(1), rule);
        Trainer.initialise(chip, 1);
        for (int sample = 0; sample < SAMPLES; sample++) {
            chip.learn(INPUT, sample % CLASSES, 0.1f, label -> INPUT);
        }
        chip.ledger();
        return chip;
    }

    private static String print(Chip chip) {
        Fingerprint fingerprint = new Fingerprint();
        chip.parameters().addTo(fingerprint);
        return fingerprint.toString();
    }

    @Test
    void withoutGatingAllOccupiedSynapsesCount() {
        ActionLedger ledger = trained(false, false).ledger();
        int passes = 2 * SAMPLES + PROBE_PASSES;
        assertEquals(passes * INPUTS * CLASSES, ledger.total(ChipAction.MULTIPLY_ACCUMULATE));
        assertEquals(passes * INPUTS, ledger.total(ChipAction.DAC_CONVERSION));
        assertEquals(SAMPLES * INPUTS * CLASSES, ledger.total(ChipAction.READ_PERTURBATION));
        assertEquals(SAMPLES * INPUTS, ledger.total(ChipAction.WRITE_ROW));
        assertEquals(SAMPLES * NON_ZERO * CLASSES, ledger.total(ChipAction.WRITE_SYNAPSE));
    }

    @Test
    void zeroGatingCountsTheRowsThatAreDriven() {
        Chip chip = trained(true, false);
        ActionLedger ledger = chip.ledger();
        int passes = 2 * SAMPLES + PROBE_PASSES;
        assertEquals(passes * NON_ZERO * CLASSES, ledger.total(ChipAction.MULTIPLY_ACCUMULATE));
        assertEquals(passes * NON_ZERO, ledger.total(ChipAction.DAC_CONVERSION));
        assertEquals(SAMPLES * NON_ZERO * CLASSES, ledger.total(ChipAction.READ_PERTURBATION));
        assertEquals(SAMPLES * (NON_ZERO + 1) * CLASSES + CLASSES * CLASSES, ledger.total(ChipAction.SET_PERTURBATION));
        assertEquals(0, chip.replayedSteps());
        assertEquals(Optional.of(ReplayObstacle.ZERO_GATING), chip.replayObstacle());
        assertEquals(print(trained(false, false)), print(chip));
    }

    /** Rows of input 0 in no plane; all others in each, whatever their bits. */
    @Test
    void zeroGatingCountsTheRowsThatAreDrivenInEveryBitPlane() {
        FixedPoint none = FixedPoint.exact(1f);
        Converters serial = new Converters(new FixedPoint(16, 2f), none, true);
        Periphery periphery = new Periphery(serial, none, none, none);
        Chip chip = trained(periphery, new SynapseTile.Options(true, false), delta(), List.of(INPUTS, CLASSES));
        int passes = 2 * SAMPLES + PROBE_PASSES;
        assertEquals(16 * passes * NON_ZERO, chip.ledger().total(ChipAction.DAC_CONVERSION));
        assertEquals(16 * SAMPLES * NON_ZERO * CLASSES, chip.ledger().total(ChipAction.READ_PERTURBATION));
    }

    @Test
    void skippingIdleRowsSpendsSlotsOnWrittenRowsOnly() {
        Chip chip = trained(false, true);
        assertEquals(SAMPLES * NON_ZERO, chip.ledger().total(ChipAction.WRITE_ROW));
        assertEquals(0, chip.replayedSteps());
        assertEquals(Optional.of(ReplayObstacle.SKIPPED_ROWS), chip.replayObstacle());
        assertTrue(chip.cycles() < trained(false, false).cycles());
        assertEquals(print(trained(false, false)), print(chip));
    }

    private static LearningRule undirected(PerturbationPattern pattern) {
        UndirectedMgdParameters parameters =
                new UndirectedMgdParameters(pattern, false, 0.03f, false, new Periods(1, 1, 1), Optimizer.PLAIN, 1);
        return new UndirectedMgd(parameters, (INPUTS + 1) * CLASSES, 1);
    }

    /** Elements of signs are driven in all rows, whatever the input; of one parameter after the other in its row alone. */
    @Test
    void zeroGatingDrivesTheRowsOfTheElementsNotThoseOfTheInput() {
        ActionLedger signs =
                trained(true, false, undirected(PerturbationPattern.BERNOULLI)).ledger();
        assertEquals(SAMPLES * (INPUTS + 1) * CLASSES, signs.total(ChipAction.SET_PERTURBATION));
        assertEquals(SAMPLES * NON_ZERO * CLASSES, signs.total(ChipAction.READ_PERTURBATION));
        ActionLedger one =
                trained(true, false, undirected(PerturbationPattern.SEQUENTIAL)).ledger();
        assertEquals(SAMPLES * (1 + 1) * CLASSES, one.total(ChipAction.SET_PERTURBATION));
    }

    /**
     * Signs change all rows; commits change those whose inputs were not 0. Of one parameter after the other, the first three are of an
     * input that is 0, so that the cost stays and nothing is written; the fourth is of the next input.
     */
    @Test
    void skippingIdleRowsSpendsSlotsOnTheRowsThatEachWriteChanges() {
        assertEquals(SAMPLES * INPUTS, rowsWritten(undirected(PerturbationPattern.BERNOULLI)));
        assertEquals(1, rowsWritten(undirected(PerturbationPattern.SEQUENTIAL)));
        int period = 2;
        assertEquals(
                SAMPLES / period * NON_ZERO,
                rowsWritten(new Backpropagation(new BackpropagationParameters(false, period, Optimizer.PLAIN))));
    }

    private static long rowsWritten(LearningRule rule) {
        return trained(false, true, rule).ledger().total(ChipAction.WRITE_ROW);
    }

    /** The first layer has a moment from its turn on, the second one from its own a sample later, and a moment is committed each time. */
    @Test
    void skippingIdleRowsSpendsSlotsOnTheRowsOfEachCommitAlsoOutOfTurn() {
        Optimizer momentum = new Optimizer(Optimizer.Kind.MOMENTUM, 0.9f, 0f, 0f, false, 0f);
        int parameters = (INPUTS + 1) * CLASSES + (CLASSES + 1) * CLASSES;
        LearningRule rule = new UndirectedMgd(
                new UndirectedMgdParameters(
                        PerturbationPattern.BERNOULLI, true, 0.03f, false, new Periods(1, 1, 1), momentum, 1),
                parameters,
                2);
        Chip chip = trained(false, true, rule, List.of(INPUTS, CLASSES, CLASSES));
        assertEquals(SAMPLES * INPUTS + (SAMPLES - 1) * CLASSES, chip.ledger().total(ChipAction.WRITE_ROW));
    }
}
