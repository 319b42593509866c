package glia.chip.build;

import glia.chip.block.InputPort;
import glia.chip.block.Sequencer;
import glia.chip.message.Phase;
import glia.chip.message.Probe;
import glia.chip.plasticity.Astrocytes;
import glia.chip.plasticity.HostSamples;
import glia.chip.plasticity.LayerSite;
import glia.core.archive.Archive;
import java.util.ArrayList;
import java.util.List;

/** Has the biases of a chip probed, for a refresh of the DeltaVecs, and counts what that takes. */
final class Prober {
    private final Astrocytes astrocytes;
    private final List<LayerSite> layers;
    private final InputPort input;
    private final StepRecorder steps;
    private final Sequencer sequencer;
    private final boolean pipelined;
    private long forwardPasses;
    private long gradientComponents;

    /** Makes the prober of a chip; its probes are pipelined through the layers, or each waits for the one before. */
    Prober(
            Astrocytes astrocytes,
            List<LayerSite> layers,
            InputPort input,
            Sequencer sequencer,
            StepRecorder steps,
            boolean pipelined) {
        this.astrocytes = astrocytes;
        this.layers = layers;
        this.input = input;
        this.sequencer = sequencer;
        this.steps = steps;
        this.pipelined = pipelined;
    }

    /** Probes with every sample of a refresh; {@code sample} is the number of the training sample at which it happens. */
    void probe(HostSamples host, long sample) {
        boolean training = astrocytes.probeTrainingSamples();
        int classes = layers.get(0).classes();
        for (int k = 0; k < astrocytes.probedSamples(classes); k++) {
            input.offer(training ? host.input(k) : host.exemplar(k), training ? host.label(k) : k);
            List<Probe> probes = probes(sample);
            if (pipelined) {
                steps.probes(probes);
            } else {
                steps.run(List.of(Phase.PROBE), 0);
                probes.forEach(probe -> steps.probe(probe, probe.neuron() == neurons(probe) - 1));
            }
            forwardPasses += 1L + probes.size();
            gradientComponents += probes.size();
        }
    }

    private int neurons(Probe probe) {
        return layers.get(probe.layer()).neurons();
    }

    /** The probes with one sample, layer by layer. */
    private List<Probe> probes(long sample) {
        List<Probe> probes = new ArrayList<>();
        for (LayerSite site : layers) {
            int probed = astrocytes.probe(site) ? astrocytes.probedNeurons(site) : 0;
            for (int i = 0; i < probed; i++) {
                probes.add(sequencer.probe(site.layer(), astrocytes.probedNeuron(site, sample, i)));
            }
        }
        return probes;
    }

    /** Passes so far. */
    long forwardPasses() {
        return forwardPasses;
    }

    /** Bias gradients measured so far. */
    long gradientComponents() {
        return gradientComponents;
    }

    /** Saves or loads the counts. */
    void state(Archive archive) {
        forwardPasses = archive.at(forwardPasses);
        gradientComponents = archive.at(gradientComponents);
    }
}
