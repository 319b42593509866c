package glia.chip.build;

import glia.chip.ChipAction;
import glia.chip.block.ProbePace;
import glia.chip.interconnect.Interconnects;
import glia.chip.plasticity.LayerSite;
import glia.chip.plasticity.LearningRule;
import glia.chip.plasticity.TileSite;
import java.util.Optional;

/** How long probes take, and how closely they can follow each other. */
class ProbeDurations extends PassDurations {
    ProbeDurations(Floorplan floorplan, ChipConfig config, Technology technology, LearningRule rule) {
        super(floorplan, config, technology, rule);
    }

    /**
     * How closely passes of probes follow each other where phases overlap; empty, if each waits for the one before: where probes are
     * none, messages may wait on shared links, a cycle depends on data, or a unit may be taken for longer than its action.
     */
    static Optional<ProbePace> pace(Floorplan floorplan, ChipConfig config, Technology technology, LearningRule rule) {
        String privateWires = Interconnects.names().get(Interconnects.POINT_TO_POINT.ordinal());
        boolean pipelined = config.schedule().overlaps()
                && config.wires().kind().equals(privateWires)
                && ReplayObstacle.of(config, technology).isEmpty()
                && floorplan.layers().stream().anyMatch(rule.astrocytes()::probe);
        return pipelined
                ? Optional.of(new ProbeDurations(floorplan, config, technology, rule).pace())
                : Optional.empty();
    }

    private ProbePace pace() {
        long beat = Math.max(1 + beat(), broadcastInterval());
        return new ProbePace(fetch(1) + beat, beat);
    }

    /**
     * No two passes ever meet: between them any message is heard before it is made anew, every unit is free again, and slopes are
     * told before the first probe comes back.
     */
    private long beat() {
        long beat = 0;
        for (LayerSite layer : floorplan().layers()) {
            TileSite tile = largest(layer.layer());
            long summed = hop(tile.rows()) + multiply(tile, false) + hop(tile.columns());
            long sent = layer.isLast()
                    ? hop(classes())
                    : hop(largest(layer.layer() + 1).rows());
            beat = Math.max(beat, summed + activate(layer) + Math.max(sent, sideOf(layer, true, false)));
            beat = Math.max(beat, activate(layer) + neurons(ChipAction.SET_PERTURBATION, 1));
            if (rule().astrocytes().probe(layer)) {
                beat = Math.max(beat, hop(classes()) + evaluate() + told(layer, measures(layer)));
            }
        }
        return beat;
    }

    /** The first tile of a layer: those at the other edges may be cut short. */
    private TileSite largest(int layer) {
        return floorplan().tiles().get(layer).get(0);
    }

    /** All probes of a refresh, the passes of a sample's right behind each other. */
    final long probe(ProbePace pace) {
        int probes = 0;
        long last = 0;
        for (LayerSite layer : floorplan().layers()) {
            if (rule().astrocytes().probe(layer)) {
                probes += rule().astrocytes().probedNeurons(layer);
                last = probed(layer, measures(layer));
            }
        }
        return rule().astrocytes().probedSamples(classes()) * (pace.offset(probes) + step(last));
    }

    /** All probes of a refresh, each in a step of its own. */
    final long probe() {
        long cycles = 0;
        long baseline = step(Math.max(fetch(1) + hop(1), pass(fetch(1), true, false, false)));
        for (LayerSite layer : floorplan().layers()) {
            if (rule().astrocytes().probe(layer)) {
                int plain = rule().astrocytes().probedNeurons(layer) - (measures(layer) ? 1 : 0);
                cycles += plain * step(probed(layer, false));
                cycles += measures(layer) ? step(probed(layer, true)) : 0;
            }
        }
        return rule().astrocytes().probedSamples(classes()) * (baseline + cycles);
    }

    private long probed(LayerSite layer, boolean tellsError) {
        long stored = pass(0, false, false, false) + told(layer, tellsError);
        return Math.max(stored, neurons(ChipAction.SET_PERTURBATION, 1));
    }

    /** Whether the last probe of a layer has its error told to the other astrocytes. */
    private boolean measures(LayerSite layer) {
        return layer.isLast() && rule().astrocytes().learnFromError();
    }

    /** From the cost of a probe to its place in the astrocyte. */
    private long told(LayerSite layer, boolean tellsError) {
        long told =
                duration(BlockKind.COST, ChipAction.ADD, 1) + duration(BlockKind.COST, ChipAction.DIVIDE, 1) + hop(1);
        long divided = rule().astrocytes().tellSlopes(layer) ? astrocyte(ChipAction.DIVIDE, 1) : 0;
        long stored = told + divided + astrocyte(ChipAction.STORE_WORD, 1);
        if (tellsError) {
            stored += Math.max(
                    astrocyte(ChipAction.STORE_WORD, classes()),
                    floorplan().layers().size() > 1 ? hop(classes()) + astrocyte(ChipAction.STORE_WORD, classes()) : 0);
        }
        return stored;
    }
}
