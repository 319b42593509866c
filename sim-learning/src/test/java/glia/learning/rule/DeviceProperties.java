package glia.learning.rule;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glia.chip.ChipAction;
import glia.chip.build.Chip;
import glia.chip.datapath.Noise;
import glia.chip.device.CellScheme;
import glia.chip.device.Defects;
import glia.chip.device.DeviceParameters;
import glia.chip.device.Devices;
import glia.chip.device.Drift;
import glia.chip.device.MeasuredCurve;
import glia.chip.device.PulseProgramming;
import glia.chip.device.Pulsing;
import glia.chip.device.Rounding;
import glia.chip.device.WearOut;
import glia.learning.law.Design;
import glia.learning.law.RuleLaws;
import glia.learning.reference.ReferenceRule;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Laws of every rule on every device, with every defect. */
class DeviceProperties {
    private static final int SAMPLES = 7;

    /** Up with a flat piece and from above the bottom, down to it. */
    private static final MeasuredCurve CURVE = new MeasuredCurve(
            List.of(point(3, 1.5f), point(10, 4f), point(20, 4f), point(25, 9f)),
            List.of(point(0, 9.5f), point(1, 3f), point(40, 1f)));

    private static MeasuredCurve.Point point(int pulse, float conductance) {
        return new MeasuredCurve.Point(pulse, conductance);
    }

    @Provide
    Arbitrary<Design> designs() {
        return Combinators.combine(Designs.any(), devices(), noise())
                .as((design, device, noise) -> design.with(device).with(noise));
    }

    private static Arbitrary<Noise> noise() {
        return Combinators.combine(Arbitraries.of(0f, 0.1f), Arbitraries.of(0f, 0.02f), Arbitraries.longs())
                .as(Noise::new);
    }

    @Provide
    Arbitrary<DeviceParameters> devices() {
        return Combinators.combine(
                        Arbitraries.of(Devices.class),
                        Arbitraries.of(0.5f, 2f, 4f),
                        Arbitraries.of(2, 3, 16, 256),
                        Arbitraries.of(Rounding.class),
                        pulsing(),
                        defects(),
                        Arbitraries.longs().between(0, 1000))
                .as((device, range, states, rounding, pulsing, defects, seed) ->
                        new DeviceParameters(device, range, states, rounding, pulsing, defects, seed))
                .flatMap(device -> schemes(device.device()).map(device::with));
    }

    private static Arbitrary<CellScheme> schemes(Devices device) {
        MeasuredCurve curve = device == Devices.MEASURED ? CURVE : MeasuredCurve.NONE;
        return Combinators.combine(programming(), Arbitraries.of(false, true), drift())
                .as((programming, pairs, drift) ->
                        new CellScheme(curve, programming, pairs && device != Devices.IDEAL, drift));
    }

    private static Arbitrary<PulseProgramming> programming() {
        Arbitrary<PulseProgramming> verified = Combinators.combine(
                        Arbitraries.of(0f, 0.003f, 0.05f), Arbitraries.of(1, 2, 5), Arbitraries.of(0f, 0.02f))
                .as(PulseProgramming::new);
        return Arbitraries.oneOf(Arbitraries.just(PulseProgramming.BLIND), verified);
    }

    private static Arbitrary<Drift> drift() {
        return Arbitraries.of(
                Drift.NONE,
                new Drift(Drift.Form.POWER, 0.05, 0.3, 1),
                new Drift(Drift.Form.POWER, 1.5, 2, 1),
                new Drift(Drift.Form.EXPONENTIAL, 0, 1, 30));
    }

    private static Arbitrary<Pulsing> pulsing() {
        Arbitrary<Integer> states = Arbitraries.of(1, 20, 97, 1000);
        Arbitrary<Float> labels = Arbitraries.of(0f, 2.4f, -4.88f, 9f);
        return Combinators.combine(
                        states,
                        states,
                        labels,
                        labels,
                        Arbitraries.of(0f, 0.035f),
                        Arbitraries.of(0f, 0.5f),
                        Arbitraries.of(0f, 0.1f))
                .as(Pulsing::new);
    }

    private static Arbitrary<Defects> defects() {
        Arbitrary<Defects.Stuck> stuck = Arbitraries.of(
                Defects.Stuck.NONE,
                new Defects.Stuck(0.1f, 0.1f, 0.1f, 0.3f),
                new Defects.Stuck(0f, 0.3f, 0f, 0f),
                new Defects.Stuck(0f, 0f, 0.4f, 0f));
        return Combinators.combine(
                        stuck, Arbitraries.of(0f, 0.5f), Arbitraries.of(0f, 0.2f), Arbitraries.of(0f, 0.3f), wearOut())
                .as(Defects::new);
    }

    /** As often none as one by which cells wear out in a few samples. */
    private static Arbitrary<WearOut> wearOut() {
        Arbitrary<WearOut> worn = Combinators.combine(
                        Arbitraries.of(1.0, 2.5, 4.0, 30.0), Arbitraries.of(0f, 1f), Arbitraries.of(WearOut.End.class))
                .as(WearOut::new);
        return Arbitraries.oneOf(Arbitraries.just(WearOut.NONE), worn);
    }

    @Property(tries = 500)
    void simulatedEqualsReferenceToTheBit(@ForAll("designs") Design design) {
        RuleLaws.simulatedEqualsReference(design, SAMPLES);
    }

    @Property(tries = 150)
    void timingLinksBusAndTileColumnsMoveNoDraw(@ForAll("designs") Design design, @ForAll("designs") Design other) {
        RuleLaws.tilingAndTimingChangeNothing(
                design,
                other.with(design.config().device()).with(design.config().noise()),
                SAMPLES);
    }

    /** Stuck cells, mismatch and read noise are seen by the evaluation. */
    @Property(tries = 200)
    void evaluationReadsWhatTheReferenceReads(@ForAll("designs") Design design) {
        Chip chip = design.trained(3);
        ReferenceRule reference = design.reference();
        for (long sample = 0; sample < 3; sample++) {
            design.learn(reference, sample);
        }
        List<float[]> inputs = List.of(design.input(50), design.input(51), design.input(52));
        float[][] outputs = chip.evaluator(3).outputs(inputs, 7);
        for (int i = 0; i < 3; i++) {
            assertArrayEquals(reference.network().infer(inputs.get(i), 7 + i), outputs[i]);
        }
    }

    /** Energy of writes is that of pulses. */
    @Property(tries = 100)
    void theLedgerHoldsEveryPulse(@ForAll("designs") Design design) {
        Chip chip = design.trained(SAMPLES);
        long pulses = 0;
        for (int layer = 0; layer < chip.shape().layers(); layer++) {
            pulses += sum(chip.parameters().raisingPulses(layer))
                    + sum(chip.parameters().loweringPulses(layer));
        }
        long noted = chip.ledger().entries().stream()
                .filter(entry -> entry.action().equals(ChipAction.WRITE_SYNAPSE.name()))
                .mapToLong(entry -> entry.count())
                .sum();
        assertEquals(noted, pulses);
    }

    private static long sum(int[][] counts) {
        return Arrays.stream(counts).flatMapToInt(Arrays::stream).asLongStream().sum();
    }

    /** A cell is worn iff it took its endurance, which is the median for all of them here; then it has a weight of its end. */
    @Property(tries = 200)
    void wornCellsAreThoseThatTookTheirEndurance(
            @ForAll("designs") Design any, @ForAll @IntRange(min = 1, max = 5) int endurance) {
        DeviceParameters device = any.config().device();
        Defects defects = new Defects(Defects.Stuck.NONE, 0f, 0f, 0f, new WearOut(endurance, 0f, WearOut.End.ON));
        Design design = any.with(new DeviceParameters(
                device.device(),
                device.range(),
                device.states(),
                device.rounding(),
                device.pulsing(),
                defects,
                device.seed(),
                new CellScheme(device.scheme().curve(), PulseProgramming.BLIND, false, Drift.NONE)));
        Chip chip = design.trained(SAMPLES);
        for (int layer = 0; layer < chip.shape().layers(); layer++) {
            float end = design.config().device().rangeOf(chip.shape().inputs(layer));
            long worn = 0;
            for (int input = 0; input < chip.shape().inputs(layer); input++) {
                int[] raising = chip.parameters().raisingPulses(layer, input);
                int[] lowering = chip.parameters().loweringPulses(layer, input);
                float[] weights = chip.parameters().weights(layer, input);
                for (int j = 0; j < weights.length; j++) {
                    boolean past = raising[j] + lowering[j] >= endurance;
                    worn += past ? 1 : 0;
                    assertTrue(!past || weights[j] == end, weights[j] + " is not " + end);
                }
            }
            assertEquals(worn, chip.parameters().wornCells(layer));
        }
    }

    @Property(tries = 100, maxDiscardRatio = 50)
    void noWeightOfALimitedCellIsBeyondItsRange(@ForAll("designs") Design design) {
        DeviceParameters device = design.config().device();
        Defects defects = device.defects();
        Assume.that(device.device() != Devices.IDEAL && defects.gainMismatch() == 0f && defects.offsetMismatch() == 0f);
        Assume.that(device.pulsing().rangeVariation() == 0f);
        Chip chip = design.trained(SAMPLES);
        for (int layer = 0; layer < chip.shape().layers(); layer++) {
            double range = device.range() / Math.sqrt(chip.shape().inputs(layer)) * 1.00001;
            for (float[] row : chip.parameters().weights(layer)) {
                for (float weight : row) {
                    assertTrue(Math.abs(weight) <= range, weight + " beyond " + range);
                }
            }
        }
    }
}
