package glia.chip.build;

import glia.chip.message.Phase;
import glia.chip.plasticity.HostSamples;
import glia.chip.plasticity.LayerSite;
import glia.chip.plasticity.LearningRule;
import glia.chip.plasticity.SynapseBehaviour;
import glia.chip.plasticity.TileSite;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Takes a chip through a training in time and counts alone. Every kind of step is simulated until its deliveries, cycles and counts
 * are known, from then on they follow without arithmetic. All deliveries are the same as in the training, in the same cycles, and so
 * are the counts that do not depend on data; writes depend on them, and are told. What the chip stores is of no meaning.
 */
public final class ChipTiming {
    private final Chip chip;
    private final LearningRule rule;
    private final SkippedSteps skipped;
    private final SynapseBehaviour[] behaviours;
    /** All 0, so that the samples that are simulated take little arithmetic. */
    private final float[] input;

    private long passes;

    /**
     * Takes charge of a chip that has learned nothing and stores nothing but 0.
     *
     * @param rule the rule that it learns by
     * @throws IllegalArgumentException if its cycles or counts depend on data
     */
    public ChipTiming(Chip chip, LearningRule rule) {
        Optional<ReplayObstacle> obstacle = chip.replayObstacle();
        if (obstacle.isPresent() || chip.samples() > 0) {
            throw new IllegalArgumentException("the chip cannot be timed without its data: "
                    + obstacle.map(ReplayObstacle::reason).orElse("it has learned already"));
        }
        this.chip = chip;
        this.rule = rule;
        skipped = new SkippedSteps(chip.recorder().simulation(), this::startAt);
        behaviours =
                chip.floorplan().layers().stream().flatMap(this::behaviours).toArray(SynapseBehaviour[]::new);
        input = new float[chip.shape().inputs(0)];
        chip.recorder().skip(skipped);
    }

    private Stream<SynapseBehaviour> behaviours(LayerSite site) {
        TileSite tile = chip.floorplan().tiles().get(site.layer()).get(0);
        return Stream.of(rule.bias(site), rule.synapse(site, tile));
    }

    private void startAt(long pass) {
        for (Chip.Layer layer : chip.blocks().layers()) {
            layer.tiles().forEach(tile -> tile.startAt(pass));
            layer.neurons().startAt(pass);
        }
    }

    /** Goes on until the chip has seen some samples. */
    public void learnUntil(long samples) {
        HostSamples host = HostSamples.always(input, 0);
        for (long sample = chip.samples(); sample < samples; sample++) {
            chip.learn(input, 0, 0f, host);
            passes += rule.phases(sample).stream()
                    .filter(phase -> phase == Phase.UPDATE)
                    .count();
            if (Arrays.stream(behaviours).noneMatch(each -> each.keepsElements(passes - 1))) {
                skipped.clean(passes);
            }
        }
    }

    /**
     * Says how often the cells of a tile were written so far.
     *
     * @param layer number of the layer, from 0
     * @param tile number of the tile in the order of the floorplan
     * @param pulses write pulses on all its cells
     * @param cellReads reads of single cells that writes took
     */
    public void tellWrites(int layer, int tile, long pulses, long cellReads) {
        chip.blocks().layers().get(layer).tiles().get(tile).tellWrites(pulses, cellReads);
    }
}
