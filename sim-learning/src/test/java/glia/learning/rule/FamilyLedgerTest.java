package glia.learning.rule;

import static glia.chip.ChipAction.ADC_CONVERSION;
import static glia.chip.ChipAction.COMPARE;
import static glia.chip.ChipAction.DAC_CONVERSION;
import static glia.chip.ChipAction.DIGITAL_MULTIPLY_ACCUMULATE;
import static glia.chip.ChipAction.DIVIDE;
import static glia.chip.ChipAction.DRAW_SIGN;
import static glia.chip.ChipAction.EVALUATE_SLOPE;
import static glia.chip.ChipAction.FETCH_WORD;
import static glia.chip.ChipAction.LOAD_WORD;
import static glia.chip.ChipAction.MULTIPLY_ACCUMULATE;
import static glia.chip.ChipAction.READ_DELTAVEC;
import static glia.chip.ChipAction.SET_PERTURBATION;
import static glia.chip.ChipAction.STORE_WORD;
import static glia.chip.ChipAction.WRITE_BIAS;
import static glia.chip.ChipAction.WRITE_DELTAVEC;
import static glia.chip.ChipAction.WRITE_ROW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import glia.chip.ChipAction;
import glia.chip.build.BlockKind;
import glia.chip.build.Chip;
import glia.chip.build.ChipBuilder;
import glia.chip.build.Footprint;
import glia.chip.build.NetworkShape;
import glia.chip.datapath.ActivationFunction;
import glia.chip.datapath.CostFunction;
import glia.chip.datapath.Optimizer;
import glia.chip.plasticity.HostSamples;
import glia.chip.plasticity.LearningRule;
import glia.core.account.ActionLedger;
import glia.learning.law.Design;
import glia.learning.part.AlignedMgdParameters;
import glia.learning.part.BackpropagationParameters;
import glia.learning.part.DeltaVecParameters;
import glia.learning.part.HebbianMgdParameters;
import glia.learning.part.NodePerturbationParameters;
import glia.learning.part.Periods;
import glia.learning.part.PerturbationPattern;
import glia.learning.part.UndirectedMgdParameters;
import glia.learning.train.Trainer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What the rules without DeltaVecs count, added up by hand: one layer of 2 inputs and 3 neurons (6 synapses, 3 biases), or 2, 3 and
 * 2 of them (12 synapses, 5 biases); a tile a layer.
 */
class FamilyLedgerTest {
    private static final NetworkShape ONE =
            new NetworkShape(List.of(2, 3), ActivationFunction.TANH, CostFunction.CROSS_ENTROPY);
    private static final NetworkShape TWO =
            new NetworkShape(List.of(2, 3, 2), ActivationFunction.TANH, CostFunction.CROSS_ENTROPY);
    private static final Periods EACH = new Periods(1, 1, 1);
    private static final float[] INPUT = {0.5f, -0.25f};

    private static Chip chip(NetworkShape shape, LearningRule rule) {
        Chip chip = ChipBuilder.build(shape, Design.config(8, 8, 1), Design.technology(1), rule);
        Trainer.initialise(chip, 1);
        return chip;
    }

    private static ActionLedger learned(NetworkShape shape, LearningRule rule, int samples) {
        Chip chip = chip(shape, rule);
        for (int sample = 0; sample < samples; sample++) {
            chip.learn(INPUT, sample % 2, 0.1f, HostSamples.always(INPUT, sample % 2));
        }
        return chip.ledger();
    }

    private static void assertCounted(long expected, ActionLedger ledger, ChipAction action) {
        assertEquals(expected, ledger.total(action), action.name());
    }

    private static LearningRule undirected(PerturbationPattern pattern, Periods periods, Optimizer optimizer) {
        UndirectedMgdParameters parameters =
                new UndirectedMgdParameters(pattern, false, 0.03f, false, periods, optimizer, 1);
        return new UndirectedMgd(parameters, ONE.parameters(), ONE.layers());
    }

    /** Products: c in two, and c · ε once in the tile and once beside the biases. */
    @Test
    void drawnSignsAreDrawnOneASynapseAndChangedAtOnce() {
        for (PerturbationPattern pattern : PerturbationPattern.values()) {
            ActionLedger ledger = learned(ONE, undirected(pattern, EACH, Optimizer.PLAIN), 1);
            assertCounted(pattern == PerturbationPattern.SEQUENTIAL ? 0 : 9, ledger, DRAW_SIGN);
            assertCounted(9, ledger, SET_PERTURBATION);
            assertCounted(0, ledger, LOAD_WORD);
            assertCounted(2, ledger, STORE_WORD);
            assertCounted(2 + 2, ledger, DIGITAL_MULTIPLY_ACCUMULATE);
            assertCounted(0, ledger, DIVIDE);
            assertCounted(2, ledger, WRITE_ROW);
            assertCounted(3, ledger, WRITE_BIAS);
            assertCounted(2 + 1 + 1, ledger, FETCH_WORD);
        }
    }

    /** Two passes, each integrated by 9 parameters; then one commit with 3 words, 9 products and 2 divisions a parameter. */
    @Test
    void changesOfAnUpdatePeriodAreIntegratedAndCommittedByAdam() {
        Optimizer adam = new Optimizer(Optimizer.Kind.ADAM, 0.9f, 0.99f, 1e-6f, true, 0.01f);
        LearningRule rule = undirected(PerturbationPattern.BERNOULLI, new Periods(1, 2, 2), adam);
        ActionLedger ledger = learned(ONE, rule, 2);
        assertCounted(9, ledger, DRAW_SIGN);
        assertCounted(9, ledger, SET_PERTURBATION);
        assertCounted(2 * 9 + 3 * 9, ledger, LOAD_WORD);
        assertCounted(2 * (2 + 9) + 3 * 9, ledger, STORE_WORD);
        assertCounted(2 * (1 + 2 + 9) + 9 * 9, ledger, DIGITAL_MULTIPLY_ACCUMULATE);
        assertCounted(2 * 9, ledger, DIVIDE);
        assertCounted(2, ledger, WRITE_ROW);
        assertCounted(3, ledger, WRITE_BIAS);
        assertCounted(2 * (2 + 1) + 2, ledger, FETCH_WORD);
        long reads = 4 * 6;
        assertCounted(reads + 6, ledger, MULTIPLY_ACCUMULATE);
        assertCounted(4 * 2 + 2, ledger, DAC_CONVERSION);
        assertCounted(4 * 3 + 6, ledger, ADC_CONVERSION);
    }

    /** A sign a neuron, in one word to the tile; c · ε · a_i a row, and once beside the biases. */
    @Test
    void nodePerturbationDrawsASignANeuronAndSetsNoElementOfATile() {
        LearningRule rule = new NodePerturbation(new NodePerturbationParameters(0.03f, EACH, Optimizer.PLAIN, 1));
        ActionLedger ledger = learned(ONE, rule, 1);
        assertCounted(3, ledger, DRAW_SIGN);
        assertCounted(3, ledger, SET_PERTURBATION);
        assertCounted((2 + 3) + 3, ledger, LOAD_WORD);
        assertCounted(2 + 1, ledger, STORE_WORD);
        assertCounted(2 + 2 + 1, ledger, DIGITAL_MULTIPLY_ACCUMULATE);
    }

    /** Forward 12 synapses, backward the 6 of the last layer; slopes and products for the 3 hidden neurons. */
    @Test
    void backpropagationReadsAllLayersButTheFirstTransposed() {
        LearningRule rule = new Backpropagation(new BackpropagationParameters(false, 1, Optimizer.PLAIN));
        ActionLedger ledger = learned(TWO, rule, 1);
        assertCounted(12 + 6, ledger, MULTIPLY_ACCUMULATE);
        assertCounted((2 + 3) + 2, ledger, DAC_CONVERSION);
        assertCounted((3 + 2) + 3, ledger, ADC_CONVERSION);
        assertCounted(3, ledger, EVALUATE_SLOPE);
        assertCounted((2 + 3 + 3) + (3 + 2 + 2), ledger, LOAD_WORD);
        assertCounted((2 + 3) + (2 + 2 + 3), ledger, STORE_WORD);
        assertCounted(3 + (2 + 1) + (3 + 1), ledger, DIGITAL_MULTIPLY_ACCUMULATE);
        assertCounted(0, ledger, DRAW_SIGN);
        assertCounted(0, ledger, SET_PERTURBATION);
        assertCounted(5, ledger, WRITE_BIAS);
    }

    @Test
    void alignedSignsAreDrawnUnlessAllAgree() {
        for (float agreement : new float[] {0.5f, 1f}) {
            AlignedMgdParameters parameters = new AlignedMgdParameters(agreement, 0.03f, EACH, Optimizer.PLAIN, 1);
            ActionLedger ledger = learned(TWO, new AlignedMgd(parameters), 1);
            assertCounted(agreement == 1f ? 0 : 12 + 5, ledger, DRAW_SIGN);
            assertCounted((2 + 3 + 3) + (3 + 2 + 2), ledger, LOAD_WORD);
            assertCounted(3 + 2 + 4, ledger, DIGITAL_MULTIPLY_ACCUMULATE);
            assertCounted(12 + 5, ledger, SET_PERTURBATION);
        }
    }

    /** A threshold takes a comparison a neuron, a product and a word more in each message; values take products, signs none. */
    @Test
    void hebbianMgdFormsThresholdsAndProducts() {
        for (float threshold : new float[] {0f, 0.3f}) {
            for (boolean ternary : new boolean[] {true, false}) {
                ActionLedger ledger = learned(TWO, hebbian(Optional.empty(), ternary, threshold), 1);
                int more = threshold == 0f ? 0 : 1;
                assertCounted(more * (3 + 2), ledger, COMPARE);
                assertCounted((2 + 3) + (2 + 2 + 3) + more * 3, ledger, STORE_WORD);
                int products = ternary ? 0 : (3 + 3) + (2 + 2) + (2 + 3);
                assertCounted(3 + 2 + products + 4 + more * 2, ledger, DIGITAL_MULTIPLY_ACCUMULATE);
            }
        }
    }

    private static LearningRule hebbian(Optional<DeltaVecParameters> deltaVecs, boolean ternary, float threshold) {
        return new HebbianMgd(new HebbianMgdParameters(deltaVecs, ternary, 0f, threshold, 0.03f, 1, Optimizer.PLAIN));
    }

    /** A sample is probed with all 5 neurons; the rows of its class are written, and read; no norm is formed. */
    @Test
    void finiteDifferencesProbeEveryNeuronWithEverySample() {
        Optional<DeltaVecParameters> measured = Optional.of(DeltaVecParameters.measuredForEachSample(0.01f));
        ActionLedger ledger = learned(TWO, hebbian(measured, true, 0.3f), 2);
        assertCounted(2 * (1 + 5 + 2) * 12, ledger, MULTIPLY_ACCUMULATE);
        assertCounted(2 * 5, ledger, WRITE_DELTAVEC);
        assertCounted(2 * (5 + 5), ledger, READ_DELTAVEC);
        assertCounted(2 * 5, ledger, COMPARE);
        assertCounted(0, ledger, EVALUATE_SLOPE);
    }

    /** 97 bits: a sign, G, m and v. */
    @Test
    void registersAreMemoryOfWholeWordsABlock() {
        Optimizer adam = new Optimizer(Optimizer.Kind.ADAM, 0.9f, 0.99f, 1e-6f, true, 0f);
        assertRegisters(1, 1, 1, 1, undirected(PerturbationPattern.BERNOULLI, EACH, Optimizer.PLAIN));
        assertRegisters(32, 6, 3, 4, undirected(PerturbationPattern.SINUSOID, EACH, Optimizer.PLAIN));
        assertRegisters(97, 19, 10, 13, undirected(PerturbationPattern.WALSH, EACH, adam));
        assertRegisters(2, 1, 1, 1, new AlignedMgd(new AlignedMgdParameters(1f, 0.03f, EACH, Optimizer.PLAIN, 1)));
        assertRegisters(32, 6, 3, 4, new Backpropagation(new BackpropagationParameters(false, 2, Optimizer.PLAIN)));
        assertRegisters(0, 0, 0, 0, new Backpropagation(new BackpropagationParameters(true, 1, Optimizer.PLAIN)));
        assertRegisters(
                0, 0, 0, 0, new NodePerturbation(new NodePerturbationParameters(0.03f, EACH, Optimizer.PLAIN, 1)));
    }

    private static void assertRegisters(long bits, long tileWords, long neuronWords, long bytes, LearningRule rule) {
        Chip chip = chip(ONE, rule);
        assertEquals(bits, rule.registerBits());
        assertEquals(tileWords, words(chip, "layer1.tile0.0.registers"));
        assertEquals(neuronWords, words(chip, "layer1.neurons.registers"));
        assertEquals(bytes, Footprint.bytesOfRegisters(rule));
    }

    private static long words(Chip chip, String name) {
        return chip.staticBlocks().stream()
                .filter(block -> block.kind().equals(BlockKind.REGISTER.label()))
                .filter(block -> block.name().equals(name))
                .mapToLong(block -> block.units())
                .sum();
    }
}
