package glia.learning.rule;

import glia.chip.datapath.Optimizer;
import glia.chip.message.Phase;
import glia.chip.plasticity.LearningRule;
import glia.learning.law.Design;
import glia.learning.law.LawDesigns;
import glia.learning.law.RuleLaws;
import glia.learning.law.RuleUnderTest;
import glia.learning.part.AlignedMgdParameters;
import glia.learning.part.BackpropagationParameters;
import glia.learning.part.NodePerturbationParameters;
import glia.learning.part.Periods;
import glia.learning.part.PerturbationPattern;
import glia.learning.part.UndirectedMgdParameters;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws of the kit, each for the rules it holds for. */
class LawProperties {
    private static final int SAMPLES = 8;

    @Provide
    Arbitrary<Design> small() {
        return LawDesigns.of(Designs.rules(), 4, 3);
    }

    @Property(tries = 100)
    void everyBlockLearnsFromItsOwnMessagesAlone(@ForAll("small") Design design) {
        RuleLaws.everyBlockLearnsFromItsOwnMessagesAlone(design, SAMPLES);
    }

    private static Arbitrary<Long> seeds() {
        return Arbitraries.longs().between(0, 1L << 40).dontShrink();
    }

    /** ε, a power of two. */
    private static Arbitrary<Float> sizes() {
        return Arbitraries.of(0.5f, 0x1p-5f, 4f);
    }

    private static Arbitrary<RuleUnderTest> bernoulli(int updatePeriod) {
        Periods periods = new Periods(1, 1, updatePeriod);
        return Combinators.combine(sizes(), Arbitraries.of(true, false), seeds())
                .as((size, inTurn, seed) -> undirected(PerturbationPattern.BERNOULLI, inTurn, size, periods, seed));
    }

    private static RuleUnderTest undirected(
            PerturbationPattern pattern, boolean inTurn, float size, Periods periods, long seed) {
        return new OtherRules.Undirected(
                new UndirectedMgdParameters(pattern, inTurn, size, false, periods, Optimizer.PLAIN, seed));
    }

    private static Arbitrary<RuleUnderTest> node(int updatePeriod) {
        Periods periods = new Periods(1, 1, updatePeriod);
        return Combinators.combine(sizes(), seeds())
                .as((size, seed) ->
                        new OtherRules.Node(new NodePerturbationParameters(size, periods, Optimizer.PLAIN, seed)));
    }

    /** Of signs that agree with the gradient no more often than not. */
    private static Arbitrary<RuleUnderTest> aligned(int updatePeriod) {
        Periods periods = new Periods(1, 1, updatePeriod);
        return Combinators.combine(sizes(), seeds())
                .as((size, seed) ->
                        new OtherRules.Aligned(new AlignedMgdParameters(0f, size, periods, Optimizer.PLAIN, seed)));
    }

    /** All combinations of up to six signs, or of two passes of up to four. */
    @Provide
    Arbitrary<Design> ofIndependentSigns() {
        return Arbitraries.oneOf(
                LawDesigns.linear(Arbitraries.oneOf(bernoulli(1), aligned(1)), 6),
                LawDesigns.linear(Arbitraries.oneOf(bernoulli(2), aligned(2)), 4));
    }

    @Provide
    Arbitrary<Design> ofIndependentNodes() {
        return Arbitraries.oneOf(LawDesigns.linear(node(1), 12), LawDesigns.linear(node(2), 8));
    }

    @Property(tries = 30)
    void meanOverAllSignsOfParametersIsTheGradient(@ForAll("ofIndependentSigns") Design design) {
        RuleLaws.meanOverAllSignsIsTheGradient(design);
    }

    @Property(tries = 50)
    void meanOverAllSignsOfNeuronsIsTheGradient(@ForAll("ofIndependentNodes") Design design) {
        RuleLaws.meanOverAllSignsIsTheGradient(design);
    }

    @Property(tries = 30)
    void secondMomentIsThatOfIndependentSignsOfParameters(@ForAll("ofIndependentSigns") Design design) {
        RuleLaws.secondMomentIsThatOfIndependentSigns(design);
    }

    @Property(tries = 50)
    void secondMomentIsThatOfIndependentSignsOfNeurons(@ForAll("ofIndependentNodes") Design design) {
        RuleLaws.secondMomentIsThatOfIndependentSigns(design);
    }

    @Property(tries = 30)
    void covarianceIsThatOfIndependentSigns(@ForAll("ofIndependentSigns") Design design) {
        RuleLaws.covarianceIsThatOfIndependentSigns(design);
    }

    @Provide
    Arbitrary<Design> ofWalshCodes() {
        return LawDesigns.linear(pattern(PerturbationPattern.WALSH), 40);
    }

    @Provide
    Arbitrary<Design> ofOneAfterTheOther() {
        return LawDesigns.linear(pattern(PerturbationPattern.SEQUENTIAL), 40);
    }

    private static Arbitrary<RuleUnderTest> pattern(PerturbationPattern pattern) {
        return sizes().map(size -> undirected(pattern, false, size, new Periods(1, 1, 1), 0));
    }

    @Property(tries = 50)
    void onePeriodOfWalshCodesAveragesToTheGradient(@ForAll("ofWalshCodes") Design design) {
        int length = 2 * Integer.highestOneBit((int) design.shape().parameters());
        RuleLaws.oneWholePeriodAveragesToTheGradient(design, length);
    }

    @Property(tries = 50)
    void oneParameterAfterTheOtherGivesTheGradient(@ForAll("ofOneAfterTheOther") Design design) {
        RuleLaws.oneWholePeriodAveragesToTheGradient(
                design, (int) design.shape().parameters());
    }

    @Provide
    Arbitrary<Design> ofBackpropagation() {
        Arbitrary<RuleUnderTest> rules = Arbitraries.of(1, 2, 4)
                .map(period -> new OtherRules.Descent(new BackpropagationParameters(false, period, Optimizer.PLAIN)));
        return LawDesigns.linear(rules, 40);
    }

    @Property(tries = 50)
    void oneUpdateOfBackpropagationIsTheGradient(@ForAll("ofBackpropagation") Design design) {
        RuleLaws.oneUpdateIsTheGradient(design);
    }

    /** The cost is 0 where all parameters are, so that a factor γ·C0 would keep all from learning. */
    @Provide
    Arbitrary<Design> linear() {
        return LawDesigns.linear(Designs.rules(), 40)
                .filter(design -> design.rule().phases(0).stream()
                                .filter(phase -> phase == Phase.PERTURBED)
                                .count()
                        == 1)
                .filter(LawProperties::learnsFromPerturbationsAlone)
                .filter(design -> !(design.underTest() instanceof Designs.Delta delta)
                        || delta.parameters().gamma().isEmpty());
    }

    private static boolean learnsFromPerturbationsAlone(Design design) {
        LearningRule rule = design.rule();
        return rule.phases(0).contains(Phase.PERTURBED)
                && rule.perturbsLastLayer()
                && rule.integration()
                        .filter(by -> by.optimizer().weightDecay() != 0f)
                        .isEmpty();
    }

    @Property(tries = 200)
    void flippingThePerturbationChangesNoUpdate(@ForAll("linear") Design design) {
        RuleLaws.flippingThePerturbationChangesNoUpdate(design, SAMPLES);
    }

    @Provide
    Arbitrary<Design> perturbing() {
        return LawDesigns.of(Designs.rules()).filter(LawProperties::learnsFromPerturbationsAlone);
    }

    @Property(tries = 200)
    void withoutPerturbationNothingIsWritten(@ForAll("perturbing") Design design) {
        RuleLaws.withoutPerturbationNothingIsWritten(design, SAMPLES);
    }
}
