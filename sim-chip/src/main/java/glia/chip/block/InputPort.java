package glia.chip.block;

import glia.chip.ChipAction;
import glia.chip.datapath.Numerics;
import glia.chip.message.Activations;
import glia.chip.message.BusListener;
import glia.chip.message.Pass;
import glia.chip.message.Phase;
import glia.chip.message.Probe;
import glia.chip.message.SquaredNorm;
import glia.chip.message.Target;
import glia.core.account.Resource;
import glia.core.archive.Archive;
import glia.core.event.OutPort;
import glia.core.event.Simulation;
import java.util.ArrayList;
import java.util.List;

/** Holds the sample being shown, fetched from outside the chip, and sends it to the first layer's tiles. */
public final class InputPort implements BusListener {
    private final Simulation simulation;
    private final Resource resource;
    private final float[] input;
    private final Target target = new Target(new int[1]);
    private final float[] squaredNorm = new float[1];
    private final SquaredNorm squaredNormMessage = new SquaredNorm(0, squaredNorm);
    private final ActivationSender tiles;
    private final List<OutPort<Target>> targetWires = new ArrayList<>();
    private final List<OutPort<Target>> astrocyteTargetWires = new ArrayList<>();
    private final List<OutPort<Target>> learningTargetWires = new ArrayList<>();
    private final List<OutPort<SquaredNorm>> squaredNormWires = new ArrayList<>();
    private long fetchedCycle;

    /** Makes a port for samples of some inputs. */
    public InputPort(Simulation simulation, Resource resource, int inputs) {
        this.simulation = simulation;
        this.resource = resource;
        this.input = new float[inputs];
        this.tiles = new ActivationSender(input, input);
    }

    /** Connects a tile that takes {@code count} inputs from {@code first} on. */
    public void connectTile(OutPort<Activations> wire, int first, int count) {
        tiles.connect(wire, first, count);
    }

    /** Connects the cost unit. */
    public void connectCostUnit(OutPort<Target> wire) {
        targetWires.add(wire);
    }

    /** Connects an astrocyte that recalls by label. */
    public void connectAstrocyte(OutPort<Target> wire) {
        astrocyteTargetWires.add(wire);
    }

    /** Connects an astrocyte that is told the class of each probed sample. */
    public void connectLearningAstrocyte(OutPort<Target> wire) {
        learningTargetWires.add(wire);
    }

    /** Connects the first layer's astrocyte, which needs the input's sum of squares. */
    public void connectSquaredNorm(OutPort<SquaredNorm> wire) {
        squaredNormWires.add(wire);
    }

    /** Puts the next sample where the port will fetch it from; outside the chip, free of cost. */
    public void offer(float[] sample, int label) {
        System.arraycopy(sample, 0, input, 0, input.length);
        target.value()[0] = label;
    }

    @Override
    public void onStartPhase(Phase phase) {
        switch (phase) {
            case BASELINE -> showBaseline();
            case PROBE -> {
                long ready = fetch(1);
                sendTarget(targetWires, ready);
                sendTarget(learningTargetWires, ready);
                tiles.send(Pass.PROBE_BASELINE, ready);
            }
            case PERTURBED -> tiles.send(Pass.PERTURBED, Math.max(simulation.nowCycle(), fetchedCycle));
            case INFER -> tiles.send(Pass.INFERENCE, fetch(0));
            default -> throw new IllegalStateException("the input port has no part in phase " + phase);
        }
    }

    @Override
    public void onProbe(Probe probe) {
        tiles.send(Pass.PROBE, Math.max(simulation.nowCycle(), fetchedCycle));
    }

    private void showBaseline() {
        long ready = fetch(1);
        sendTarget(targetWires, ready);
        sendTarget(astrocyteTargetWires, ready);
        tiles.send(Pass.BASELINE, ready);
        if (!squaredNormWires.isEmpty()) {
            squaredNorm[0] = Numerics.sumOfSquares(input);
            long done = resource.perform(ChipAction.DIGITAL_MULTIPLY_ACCUMULATE, input.length, ready);
            for (OutPort<SquaredNorm> wire : squaredNormWires) {
                wire.send(squaredNormMessage, done);
            }
        }
    }

    private long fetch(int labelWords) {
        fetchedCycle = resource.perform(ChipAction.FETCH_WORD, input.length + labelWords, simulation.nowCycle());
        return fetchedCycle;
    }

    private void sendTarget(List<OutPort<Target>> wires, long readyCycle) {
        for (OutPort<Target> wire : wires) {
            wire.send(target, readyCycle);
        }
    }

    /** Saves or loads the sample shown last. */
    public void state(Archive archive) {
        archive.at(input);
        archive.at(target.value());
        archive.at(squaredNorm);
        fetchedCycle = archive.at(fetchedCycle);
    }
}
