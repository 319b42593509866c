package glia.learning.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glia.chip.build.ChipConfig;
import glia.chip.build.NetworkShape;
import glia.chip.datapath.ActivationFunction;
import glia.chip.datapath.CostFunction;
import glia.chip.datapath.DeltaVecMemory;
import glia.chip.datapath.Optimizer;
import glia.chip.datapath.Slope;
import glia.chip.plasticity.AstrocyteBehaviour;
import glia.chip.plasticity.Astrocytes;
import glia.chip.plasticity.CostBehaviour;
import glia.chip.plasticity.LayerSite;
import glia.chip.plasticity.LearningRule;
import glia.chip.plasticity.NodeBehaviour;
import glia.chip.plasticity.SynapseBehaviour;
import glia.learning.law.PlantedRule.Fault;
import glia.learning.part.DeltaMgdParameters;
import glia.learning.part.DeltaVecParameters;
import glia.learning.part.DeltaVecSource;
import glia.learning.part.Norm;
import glia.learning.part.Recall;
import glia.learning.reference.DeltaMgdReference;
import glia.learning.reference.ReferenceNetwork;
import glia.learning.reference.ReferenceRule;
import glia.learning.rule.DeltaMgd;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each law finds the fault that breaks it, and says what it found where. */
class RuleLawsTest {
    private static final int SAMPLES = 6;

    private static final Consumer<Design> REFERENCE =
            design -> assertEquals(SAMPLES, RuleLaws.simulatedEqualsReference(design, SAMPLES));
    private static final Consumer<Design> TILING = design -> RuleLaws.tilingAndTimingChangeNothing(
            design, design.with(Design.config(2, 3, 2), Design.technology(2)), SAMPLES);
    private static final Consumer<Design> LOCALITY =
            design -> RuleLaws.everyBlockLearnsFromItsOwnMessagesAlone(design, SAMPLES);
    private static final Consumer<Design> SILENCE =
            design -> RuleLaws.withoutPerturbationNothingIsWritten(design, SAMPLES);
    private static final Consumer<Design> FLIPPING =
            design -> RuleLaws.flippingThePerturbationChangesNoUpdate(design, SAMPLES);
    private static final Consumer<Design> MEAN = RuleLaws::meanOverAllSignsIsTheGradient;
    private static final Consumer<Design> MOMENT = RuleLaws::secondMomentIsThatOfIndependentSigns;
    private static final Consumer<Design> COVARIANCE = RuleLaws::covarianceIsThatOfIndependentSigns;
    private static final Consumer<Design> PERIOD = design -> RuleLaws.oneWholePeriodAveragesToTheGradient(design, 4);
    private static final Consumer<Design> UPDATE = RuleLaws::oneUpdateIsTheGradient;

    private static Design deep(Fault fault) {
        NetworkShape shape = new NetworkShape(List.of(5, 4, 3), ActivationFunction.TANH, CostFunction.CROSS_ENTROPY);
        return new Design(
                shape, Design.config(2, 2, 1), Design.technology(1), new PlantedRule(fault), SampleStream.of(1, shape));
    }

    private static Design linear(Fault fault) {
        NetworkShape shape = new NetworkShape(List.of(1, 2), ActivationFunction.IDENTITY, CostFunction.LINEAR);
        SampleStream samples = new SampleStream(3, 1, 2, true);
        return new Design(shape, Design.config(2, 2, 1), Design.technology(1), new PlantedRule(fault), samples);
    }

    @Test
    void theRuleWithoutAFaultKeepsItsLaws() {
        Stream.of(REFERENCE, TILING, LOCALITY, SILENCE).forEach(law -> law.accept(deep(Fault.NONE)));
        Stream.of(REFERENCE, TILING, LOCALITY, SILENCE, FLIPPING, MEAN, MOMENT, COVARIANCE)
                .forEach(law -> law.accept(linear(Fault.NONE)));
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                found(REFERENCE, deep(Fault.REFERENCE_WITH_OTHER_EPSILON), "layer 1, synapse (0, 0): simulated -0.43"),
                found(
                        REFERENCE,
                        deep(Fault.WRITES_OF_ZERO),
                        "commits of layer 1, synapse (0, 0): simulated 11, reference 5 after 6 samples"),
                found(TILING, deep(Fault.SIGNS_NUMBERED_BY_TILE), "layer 1, synapse (0, 0): on one chip -0.42"),
                found(
                        LOCALITY,
                        deep(Fault.UPDATES_COUNTED_BY_ALL_TILES),
                        "layer 1, synapse (0, 0): on the whole chip "),
                found(LOCALITY, deep(Fault.UPDATES_COUNTED_BY_ALL_NEURON_UNITS), "layer 1, bias 0: on the whole chip "),
                found(
                        LOCALITY,
                        deep(Fault.COST_UNIT_SEES_ACTIVATIONS),
                        "scale or update word 0: on the whole chip -0.11"),
                found(SILENCE, deep(Fault.OFFSET_OF_THE_COST), "update word: without a perturbation 0."),
                found(SILENCE, deep(Fault.DECAY), "layer 1, synapse (0, 0): before -0.41"),
                found(
                        SILENCE,
                        deep(Fault.WRITES_OF_ZERO),
                        "commits of layer 1, synapse (0, 0): before 0, without a perturbation 6 after 6 samples"),
                found(
                        FLIPPING,
                        linear(Fault.SIZE_OF_THE_COST_CHANGE),
                        "layer 1, synapse (0, 0): with the perturbation 0.04, with its opposite -0.04 after sample 2"),
                found(
                        FLIPPING,
                        linear(Fault.OFFSET_OF_THE_COST),
                        "layer 1, synapse (0, 0): with the perturbation 0.04, with its opposite -0.04 after sample 0"),
                found(
                        MEAN,
                        linear(Fault.DOUBLE_GAIN),
                        "layer 1, synapse (0, 0): the mean estimate over all 16 combinations of signs is -4.0; expected -2.0"),
                found(
                        MEAN,
                        linear(Fault.SIGNS_SHARED_BY_A_ROW),
                        "4 of 16 combinations of signs (4 parameters, passes an update: 1) appeared in 1600 updates"),
                found(
                        MEAN,
                        linear(Fault.SIZES_BY_ROW),
                        "layer 1, bias 0 is perturbed by 0.5 where the first pass perturbed layer 1, synapse (0, 0) by 0.25 in size"),
                found(
                        MOMENT,
                        linear(Fault.OFFSET_OF_THE_COST),
                        "the mean of |G|² over all 16 combinations of signs is 56.0; expected 40.0"),
                found(
                        COVARIANCE,
                        linear(Fault.OFFSET_OF_THE_COST),
                        "the covariance of the estimates of layer 1, synapse (0, 0) and layer 1, synapse (0, 0) over all 16 combinations of signs is"
                                + " 10.0; expected 6.0"),
                found(
                        COVARIANCE,
                        linear(Fault.BIASES_ALONE),
                        "2 of 4 parameters are perturbed; this law is for rules that perturb all"),
                found(
                        PERIOD,
                        linear(Fault.NONE),
                        "layer 1, synapse (0, 0): the estimates of 4 passes add up to -2.0; expected 4 (passes that perturb it) times the"
                                + " gradient, -2.0"),
                found(
                        UPDATE,
                        linear(Fault.NONE),
                        "layer 1, synapse (0, 0): the update is made of 0.0, the gradient is -2.0"));
    }

    private static Arguments found(Consumer<Design> law, Design design, String message) {
        return Arguments.of(design.underTest(), law, design, message);
    }

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource("faults")
    void eachFaultIsFoundAndNamed(RuleUnderTest rule, Consumer<Design> law, Design design, String message) {
        AssertionError said = assertThrows(AssertionError.class, () -> law.accept(design));
        assertTrue(said.getMessage().startsWith(message), said.getMessage());
    }

    /** An astrocyte that overhears the cost unit, over a wire that no chip has. */
    @Test
    void astrocytesThatKnowMoreThanTheyAreToldAreFound() {
        DeltaMgdParameters parameters = new DeltaMgdParameters(
                new DeltaVecParameters(
                        Recall.ERROR, Slope.EXACT, DeltaVecSource.EXEMPLARS, 2, 0, 0f, 0.01f, 3, 0.3f, 0),
                false,
                Norm.GLOBAL,
                0.03f,
                OptionalDouble.empty(),
                1,
                Optimizer.PLAIN);
        RuleUnderTest overhearing = new RuleUnderTest() {
            @Override
            public LearningRule rule(NetworkShape shape) {
                return new RewiredRule(new DeltaMgd(parameters), new Wires() {
                    private final List<DeltaVecMemory> memories = new ArrayList<>();

                    @Override
                    public void made(LayerSite layer, DeltaVecMemory memory) {
                        memories.add(memory);
                    }

                    @Override
                    public void told(float word) {
                        memories.get(1).row(2)[1] += word;
                    }
                });
            }

            @Override
            public ReferenceRule reference(ReferenceNetwork network, ChipConfig config) {
                return new DeltaMgdReference(parameters, network);
            }
        };
        Design plain = deep(Fault.NONE);
        Design design = new Design(plain.shape(), plain.config(), plain.technology(), overhearing, plain.samples());
        AssertionError said = assertThrows(AssertionError.class, () -> LOCALITY.accept(design));
        assertTrue(said.getMessage().startsWith("DeltaVec word ("), said.getMessage());
        assertTrue(said.getMessage().endsWith("in block layer2.astrocyte"), said.getMessage());
    }

    /** A cost unit whose reading has an offset is right on average, and only there. */
    @Test
    void anOffsetOfTheCostKeepsTheMean() {
        MEAN.accept(linear(Fault.OFFSET_OF_THE_COST));
    }

    @Test
    void lawsOfALinearCostRefuseOthers() {
        for (Consumer<Design> law : List.of(FLIPPING, MEAN, MOMENT, COVARIANCE, PERIOD, UPDATE)) {
            IllegalArgumentException said =
                    assertThrows(IllegalArgumentException.class, () -> law.accept(deep(Fault.NONE)));
            assertTrue(said.getMessage().endsWith("expected one layer and cost LINEAR"), said.getMessage());
        }
    }

    /** A method with a default that a wrapper does not pass on would be answered by the default. */
    @Test
    void rewiringPassesOnEveryMethodOfEveryPart() {
        passesOn(LearningRule.class, RewiredRule.class);
        passesOn(SynapseBehaviour.class, RewiredRule.RewiredSynapse.class);
        passesOn(NodeBehaviour.class, RewiredRule.RewiredNode.class);
        passesOn(CostBehaviour.class, RewiredRule.RewiredCost.class);
        passesOn(Astrocytes.class, RewiredAstrocytes.class);
        passesOn(AstrocyteBehaviour.class, RewiredAstrocytes.RewiredAstrocyte.class);
    }

    private static void passesOn(Class<?> part, Class<?> rewired) {
        for (Method method : part.getMethods()) {
            boolean passedOn = Arrays.stream(rewired.getDeclaredMethods())
                    .anyMatch(each -> each.getName().equals(method.getName())
                            && Arrays.equals(each.getParameterTypes(), method.getParameterTypes()));
            assertTrue(passedOn, rewired.getSimpleName() + " does not pass on " + method);
        }
    }
}
