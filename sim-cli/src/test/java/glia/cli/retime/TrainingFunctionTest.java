package glia.cli.retime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glia.cli.scenario.Scenario;
import glia.cli.scenario.ScenarioKeys;
import glia.core.config.Key;
import glia.learning.train.LearningRules;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrainingFunctionTest {
    /** Keys of a preset and of a file: they give values to other keys, which are compared. */
    private static final Set<String> GIVING_OTHERS = Set.of("chip.device.preset", "chip.device.curve");

    /** A new key stands here, or says that it is of cost only and is drawn by the property. */
    private static final Set<String> TRAINED = Set.of(
            ("chip.tile.rows chip.tile.dacBits chip.tile.dacRange chip.tile.adcBits chip.tile.adcRange chip.tile.inputs"
                            + " chip.tile.activationBits chip.astrocyte.deltaVecBits chip.astrocyte.deltaVecRange"
                            + " chip.cost.noise chip.cost.bits chip.cost.range chip.device.kind chip.device.range"
                            + " chip.device.states chip.device.rounding chip.device.potentiationStates"
                            + " chip.device.depressionStates chip.device.potentiationLabel chip.device.depressionLabel"
                            + " chip.device.cycleNoise chip.device.labelVariation chip.device.rangeVariation"
                            + " chip.device.stuckOn chip.device.stuckOff chip.device.stuckAt chip.device.stuckValue"
                            + " chip.device.writeNoise chip.device.gainMismatch chip.device.offsetMismatch"
                            + " chip.device.readNoise chip.device.potentiationCurve chip.device.depressionCurve"
                            + " chip.device.programming chip.device.tolerance chip.device.attempts chip.device.signed"
                            + " chip.device.drift chip.device.driftExponent chip.device.driftStart"
                            + " chip.device.driftTime chip.device.sampleTime chip.device.endurance"
                            + " chip.device.enduranceSpread chip.device.wornAt chip.element.kind chip.element.restore"
                            + " chip.element.bits chip.element.fullScale chip.element.mismatch network.layers"
                            + " network.activation network.cost data.set data.dir data.label data.crop data.binarize"
                            + " data.train data.test data.seed data.standardise run.epochs run.seed run.evaluateEvery"
                            + " run.initialWeights measures.gradient measures.drift measures.iterations"
                            + " measures.iterationsLimit")
                    .split(" "));

    @ParameterizedTest
    @EnumSource
    void everyKeySaysWhetherTrainingDependsOnIt(LearningRules rule) {
        Set<String> trained = names(rule, true);
        trained.removeIf(key -> key.startsWith("learning."));
        assertEquals(new TreeSet<>(TRAINED), trained);
        Set<String> costOnly = names(rule, false);
        costOnly.removeAll(GIVING_OTHERS);
        assertEquals(new TreeSet<>(RandomScenarios.costKeys()), costOnly);
    }

    private static Set<String> names(LearningRules rule, boolean trained) {
        return ScenarioKeys.of(rule).stream()
                .filter(key -> key.trained() == trained)
                .map(Key::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static TrainingFunction of(String... sets) {
        return TrainingFunction.of(Scenario.load("tiny", List.of(sets)));
    }

    @Test
    void columnsOfTilesBelongToItWhereReadsAreTransposed() {
        assertEquals(List.of(), of().differing(of("chip.tile.columns=3")));
        TrainingFunction backward = of("learning.rule=backpropagation");
        assertEquals(
                List.of("chip.tile.columns"),
                backward.differing(of("learning.rule=backpropagation", "chip.tile.columns=3")));
    }

    @Test
    void namesTheKeysThatDifferInOrder() {
        TrainingFunction other = of("run.seed=2", "chip.clock=1GHz", "chip.tile.rows=3");
        assertEquals(List.of("chip.tile.rows", "run.seed"), of().differing(other));
        assertTrue(of().differing(of("learning.rule=node-perturbation")).contains("learning.recall"));
    }

    @Test
    void itsDigestIsThatOfTheKeysThatTrainingDependsOn() {
        assertEquals(
                of().digest(), of("chip.bus.width=8bit", "technology=sram-7nm").digest());
        assertNotEquals(of().digest(), of("learning.rate=0.2").digest());
    }

    @Test
    void aFolderIsTheSameWhereverItIsNamedFrom() {
        String whole = Path.of("weights").toAbsolutePath().toString();
        assertEquals(of("run.initialWeights=weights"), of("run.initialWeights=" + whole));
    }
}
