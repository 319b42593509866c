package glia.learning.rule;

import glia.chip.block.DivergenceException;
import glia.chip.build.Chip;
import glia.chip.build.NetworkShape;
import glia.chip.datapath.ActivationFunction;
import glia.chip.datapath.CostFunction;
import glia.learning.law.Design;
import glia.learning.law.RuleUnderTest;
import glia.learning.law.SampleStream;
import glia.learning.measure.Measure;
import glia.learning.measure.Measurement;
import glia.learning.measure.Shown;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;

/** Designs that are trained while measures watch. */
final class Watching {
    private Watching() {}

    /** A chip of some layers with tiles of 3 x 2, identity neurons, squared error and biases drawn as the samples are. */
    static Design design(RuleUnderTest rule, long seed, ActivationFunction activation, Integer... sizes) {
        NetworkShape shape = new NetworkShape(List.of(sizes), activation, CostFunction.MSE);
        return new Design(
                shape, Design.config(3, 2, seed), Design.technology(seed), rule, SampleStream.of(seed, shape));
    }

    /** Learns from some samples under a measure with a rate; answers what it measured. */
    static List<Measurement> watched(
            Design design, Function<Chip, Measure> measures, int samples, LongFunction<Float> rate) {
        Chip chip = design.chip();
        Measure measure = measures.apply(chip);
        watch(design, chip, List.of(measure), samples, rate);
        return measure.measurements();
    }

    /** As {@link #watched}, on a chip at hand, until a cost is not finite any more. */
    static void watch(Design design, Chip chip, List<Measure> measures, int samples, LongFunction<Float> rate) {
        measures.forEach(measure -> chip.addPhaseListener((phase, start, end) -> measure.onPhase(phase)));
        try {
            for (long sample = 0; sample < samples; sample++) {
                Shown shown = new Shown(
                        sample,
                        design.input(sample),
                        design.label(sample),
                        rate.apply(sample),
                        design.samples().host(sample));
                measures.forEach(measure -> measure.onSample(shown));
                chip.learn(shown.input(), shown.label(), shown.rate(), shown.host());
            }
        } catch (DivergenceException diverged) {
            return;
        }
    }

    /** The measurements of one name. */
    static List<Measurement> named(String name, List<Measurement> all) {
        return all.stream().filter(each -> each.name().equals(name)).toList();
    }
}
