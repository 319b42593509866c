package glia.chip.build;

import glia.chip.block.CostUnit;
import glia.chip.block.InputPort;
import glia.chip.block.Schedule;
import glia.chip.block.SynapseTile;
import glia.chip.interconnect.BroadcastBus;
import glia.chip.message.Broadcast;
import glia.chip.message.BusListener;
import glia.chip.message.CostChange;
import glia.chip.message.PerturbationScale;
import glia.chip.message.Phase;
import glia.chip.message.Probe;
import glia.chip.message.StartPhase;
import glia.chip.plasticity.LearningRule;
import glia.chip.plasticity.ScaleSource;
import glia.core.event.InPort;
import glia.core.event.Simulation;
import java.util.List;

/** Who hears what on the broadcast bus. Where phases overlap, a block also hears the words that announce what it waits for. */
final class BusWiring {
    private final Simulation simulation;
    private final BroadcastBus bus;
    private final LearningRule rule;
    private final Schedule schedule;
    private final boolean pipelinesProbes;

    BusWiring(Simulation simulation, BroadcastBus bus, LearningRule rule, Schedule schedule, boolean pipelinesProbes) {
        this.simulation = simulation;
        this.bus = bus;
        this.rule = rule;
        this.schedule = schedule;
        this.pipelinesProbes = pipelinesProbes;
    }

    /** Connects the blocks of a layer, of some layers. */
    void listen(Chip.Layer layer, List<Chip.Layer> layers) {
        int number = layer.site().layer();
        String name = layer.site().name();
        InPort<Broadcast> neurons = port(name + ".neurons", layer.neurons());
        for (Chip.Layer probed : layers) {
            boolean own = probed.site().layer() == number;
            if (rule.astrocytes().probe(probed.site()) && (own || pipelinesProbes)) {
                bus.listen(Probe.topic(probed.site().layer()), neurons);
            }
        }
        listenToLearning(layer, neurons);
        for (SynapseTile tile : layer.tiles()) {
            listenToLearning(layer, port(tile.site().name(), tile));
        }
        layer.astrocyte().ifPresent(astrocyte -> {
            InPort<Broadcast> port = port(name + ".astrocyte", astrocyte);
            listen(Phase.PROBE, port);
            listen(Phase.LEARN, port);
            bus.listen(Probe.topic(number), port);
            if (rule.astrocytes().behaviour(layer.site()).isPresent()) {
                listen(Phase.RECALL, port);
                listenAhead(Phase.BASELINE, port);
            }
        });
    }

    private void listenToLearning(Chip.Layer layer, InPort<Broadcast> port) {
        if (rule.integration().isPresent()) {
            listen(Phase.COMMIT, port);
        }
        if (!layer.site().isLast() || rule.perturbsLastLayer()) {
            if (rule.scaleSource() == ScaleSource.COST_UNIT) {
                bus.listen(PerturbationScale.TOPIC, port);
                listenAhead(Phase.PERTURB, port);
            } else {
                listen(Phase.PERTURB, port);
            }
        }
        bus.listen(CostChange.TOPIC, port);
        listenAhead(Phase.BASELINE, port);
    }

    void listen(InputPort input, CostUnit cost, List<Chip.Layer> layers) {
        InPort<Broadcast> inputPort = port("input", input);
        for (Phase phase : List.of(Phase.PROBE, Phase.BASELINE, Phase.PERTURBED, Phase.INFER)) {
            listen(phase, inputPort);
        }
        InPort<Broadcast> costPort = port("cost", cost);
        listen(Phase.ERROR, costPort);
        listen(Phase.UPDATE, costPort);
        if (rule.scaleSource() == ScaleSource.COST_UNIT) {
            listen(Phase.PERTURB, costPort);
        }
        listenAhead(Phase.BASELINE, costPort);
        listenAhead(Phase.PERTURBED, costPort);
        for (Chip.Layer layer : layers) {
            if (rule.astrocytes().probe(layer.site())) {
                bus.listen(Probe.topic(layer.site().layer()), inputPort);
                bus.listen(Probe.topic(layer.site().layer()), costPort);
            }
        }
    }

    private void listen(Phase phase, InPort<Broadcast> port) {
        bus.listen(StartPhase.topic(phase), port);
    }

    /** Has a port hear what only blocks that wait must know. */
    private void listenAhead(Phase phase, InPort<Broadcast> port) {
        if (schedule.overlaps()) {
            listen(phase, port);
        }
    }

    private InPort<Broadcast> port(String name, BusListener listener) {
        return simulation.inPort(name + ".bus", message -> message.tell(listener));
    }
}
