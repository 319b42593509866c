package glia.chip.block;

import glia.chip.ChipAction;
import glia.chip.message.Broadcast;
import glia.chip.message.Commit;
import glia.chip.message.LearningRate;
import glia.chip.message.Phase;
import glia.chip.message.Probe;
import glia.chip.message.StartPhase;
import glia.chip.plasticity.Integration;
import glia.core.account.Resource;
import glia.core.archive.Archive;
import glia.core.event.OutPort;
import glia.core.event.Simulation;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Starts phases with one-word messages and finds their ends; hands the host's learning rate to the cost unit. */
public final class Sequencer {
    private final Simulation simulation;
    private final Resource resource;
    private final OutPort<Broadcast> bus;
    private final OutPort<LearningRate> rateWire;
    private final boolean integrates;
    private final Commit commit;
    private final LearningRate rate = new LearningRate(new float[1]);
    private final Map<Phase, StartPhase> starts = new EnumMap<>(Phase.class);
    private final Probe[][] probes;
    private final ProbePace pace;

    /**
     * Makes a sequencer for layers of some neurons.
     *
     * @param integration how registers integrate; where they do, commits bring the learning rate, else the cost unit has it
     * @param rateWire to the cost unit
     * @param pace of the probes of one step
     */
    public Sequencer(
            Simulation simulation,
            Resource resource,
            OutPort<Broadcast> bus,
            Optional<Integration> integration,
            OutPort<LearningRate> rateWire,
            int[] neurons,
            ProbePace pace) {
        this.simulation = simulation;
        this.resource = resource;
        this.bus = bus;
        this.pace = pace;
        this.rateWire = rateWire;
        integrates = integration.isPresent();
        commit = new Commit(
                new float[integration.map(by -> by.optimizer().words()).orElse(0)]);
        for (Phase phase : Phase.values()) {
            starts.put(phase, new StartPhase(phase));
        }
        probes = new Probe[neurons.length][];
        for (int layer = 0; layer < neurons.length; layer++) {
            probes[layer] = new Probe[neurons[layer]];
            for (int neuron = 0; neuron < neurons[layer]; neuron++) {
                probes[layer][neuron] = new Probe(layer, neuron);
            }
        }
    }

    /** Sets the learning rate that goes to the cost unit with the next baseline pass. */
    public void setRate(float learningRate) {
        rate.value()[0] = learningRate;
    }

    /** The words of the next commit, to be filled in by the host. */
    public float[] commitWords() {
        return commit.rates();
    }

    /** The control word of a phase. */
    public Broadcast start(Phase phase) {
        if (phase == Phase.COMMIT) {
            return commit;
        }
        StartPhase start = starts.get(phase);
        if (start == null) {
            throw new IllegalStateException("no control word for phase " + phase);
        }
        return start;
    }

    /** The control word of a probe. */
    public Probe probe(int layer, int neuron) {
        return probes[layer][neuron];
    }

    /** Number of layers. */
    public int layers() {
        return probes.length;
    }

    /** Runs what control words start; answers the cycle at which the chip is quiet again and the sequencer knows it. */
    public long run(List<? extends Broadcast> controls) {
        for (int i = 0; i < controls.size(); i++) {
            send(controls.get(i), i);
        }
        long quietCycle = simulation.runUntilQuiet();
        resource.perform(ChipAction.BARRIER, 1, quietCycle);
        return simulation.runUntilQuiet();
    }

    private void send(Broadcast control, int number) {
        if (number > 0 && control instanceof Probe) {
            bus.send(control, simulation.nowCycle() + pace.offset(number));
            return;
        }
        if (control.topic() == StartPhase.topic(Phase.BASELINE) && !integrates) {
            rateWire.send(rate, resource.perform(ChipAction.FETCH_WORD, 1, simulation.nowCycle()));
        }
        boolean commits = control.topic() == StartPhase.topic(Phase.COMMIT);
        bus.send(
                control,
                commits
                        ? resource.perform(ChipAction.FETCH_WORD, control.words(), simulation.nowCycle())
                        : simulation.nowCycle());
    }

    /** Saves or loads the learning rate and the words of the last commit. */
    public void state(Archive archive) {
        archive.at(rate.value());
        archive.at(commit.rates());
    }
}
