package glia.chip.block;

import glia.chip.ChipAction;
import glia.chip.datapath.CostNoise;
import glia.chip.message.Probe;
import glia.chip.message.ProbeResult;
import glia.core.account.Resource;
import glia.core.archive.Archive;
import glia.core.event.OutPort;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** The cost unit's part in probes: tells the astrocyte of a probed layer by how much the cost changed for the step. */
final class ProbePart {
    private final Resource resource;
    private final CostNoise noise;
    private final float step;
    private final List<OutPort<ProbeResult>> wires = new ArrayList<>();
    private final ProbeResult result = new ProbeResult(new float[1]);
    private final Queue<Probe> probes = new ArrayDeque<>();

    /** A part of a unit, for probes with a step h. */
    ProbePart(Resource resource, CostNoise noise, float step) {
        this.resource = resource;
        this.noise = noise;
        this.step = step;
    }

    /** Connects the next layer's astrocyte; called in layer order. */
    void connect(OutPort<ProbeResult> wire) {
        wires.add(wire);
    }

    /** A probe has started. */
    void expect(Probe probe) {
        probes.add(probe);
    }

    /** Tells what the probe that came first changed the cost by. */
    void tell(float change, long evaluatedCycle) {
        result.value()[0] = noise.probe(change) / step;
        long evaluated = resource.perform(ChipAction.ADD, 1, evaluatedCycle);
        long done = resource.perform(ChipAction.DIVIDE, 1, evaluated);
        wires.get(probes.remove().layer()).send(result, done);
    }

    /** Saves or loads what the noise has drawn. */
    void state(Archive archive) {
        Archive.expectRest(probes.isEmpty(), "the cost unit's part in probes");
        noise.state(archive);
    }
}
