package glia.chip.block;

import glia.chip.message.Probe;
import glia.chip.plasticity.Astrocytes;
import glia.chip.plasticity.LayerSite;
import glia.chip.plasticity.ProbedSample;
import glia.core.archive.Archive;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;

/** What an astrocyte is told by probes, one sample of a refresh after the other. */
final class ProbeBuffer {
    private final List<ProbedSample> samples = new ArrayList<>();
    private int present = -1;
    private final Queue<Probe> probes = new ArrayDeque<>();
    private boolean probing;

    /** Makes room for the probes of a layer. */
    ProbeBuffer(LayerSite site, Astrocytes astrocytes) {
        for (int k = 0; astrocytes.probe(site) && k < astrocytes.probedSamples(site.classes()); k++) {
            samples.add(new ProbedSample(site.neurons(), astrocytes.probedNeurons(site), site.classes()));
        }
    }

    /** Starts with the next sample. */
    void start() {
        present = (present + 1) % samples.size();
        samples.get(present).start();
        probing = true;
    }

    /** The refresh is over. */
    void end() {
        probing = false;
    }

    /** Whether samples are being probed. */
    boolean probing() {
        return probing;
    }

    /** The sample that is probed. */
    ProbedSample present() {
        return samples.get(present);
    }

    /** All samples of the refresh. */
    List<ProbedSample> samples() {
        return Collections.unmodifiableList(samples);
    }

    /** A probe has started. */
    void expect(Probe probe) {
        probes.add(probe);
    }

    /** The neuron of the probe that came first. */
    int takeNeuron() {
        return probes.remove().neuron();
    }

    /** Saves or loads what was told. */
    void state(Archive archive) {
        Archive.expectRest(probes.isEmpty(), "an astrocyte's buffer of probes");
        present = archive.at(present);
        probing = archive.at(probing);
        samples.forEach(sample -> sample.state(archive));
    }
}
