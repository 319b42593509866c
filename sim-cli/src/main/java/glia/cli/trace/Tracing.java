package glia.cli.trace;

import glia.chip.build.Chip;
import glia.chip.build.NetworkShape;
import glia.chip.build.TraceTap;
import glia.chip.message.Phase;
import glia.core.trace.TraceEvent;
import glia.learning.measure.Measure;
import glia.learning.measure.Measurement;
import glia.learning.measure.Shown;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Traces the samples of a run that are asked for, and leaves the others alone. */
public final class Tracing implements Measure {
    private final TraceTap tap;
    private final Chip chip;
    private final TraceFiles files;
    private final List<Synapse> synapses = new ArrayList<>();
    private boolean open;

    /** A synapse whose updates are told. */
    private static final class Synapse {
        private final int layer;
        private final int input;
        private final int neuron;
        private float weight;

        Synapse(int layer, int input, int neuron) {
            this.layer = layer;
            this.input = input;
            this.neuron = neuron;
        }
    }

    /**
     * Traces a chip that was built around a tap.
     *
     * @param updates of how many synapses at most updates are told; every so many over all layers
     */
    public Tracing(TraceTap tap, Chip chip, TraceFiles files, long updates) {
        this.tap = tap;
        this.chip = chip;
        this.files = files;
        NetworkShape shape = chip.shape();
        long step = updates == 0 ? Long.MAX_VALUE : (shape.synapses() - 1) / updates + 1;
        long number = 0;
        for (int layer = 0; layer < shape.layers(); layer++) {
            long here = (long) shape.inputs(layer) * shape.neurons(layer);
            for (long synapse = (step - number % step) % step; synapse < here; synapse += step) {
                int neurons = shape.neurons(layer);
                synapses.add(new Synapse(layer, (int) (synapse / neurons), (int) (synapse % neurons)));
            }
            number += here;
        }
        chip.addPhaseListener(this::onPhase);
    }

    private void onPhase(Phase phase, long startCycle, long endCycle) {
        if (open) {
            files.accept(new TraceEvent.Phase(phase.ordinal(), startCycle, endCycle));
        }
    }

    @Override
    public void onSample(Shown sample) {
        end();
        if (files.wantsSample(sample.number(), chip.cycles())) {
            chip.ledger();
            synapses.forEach(synapse -> synapse.weight = weight(synapse));
            files.accept(new TraceEvent.Sample(sample.number(), chip.cycles()));
            tap.open(files);
            open = true;
        }
    }

    private float weight(Synapse synapse) {
        return chip.parameters().weights(synapse.layer, synapse.input)[synapse.neuron];
    }

    /** Ends the sample that is being told, if one is: its writes are counted, and its updates told. */
    private void end() {
        if (!open) {
            return;
        }
        chip.ledger();
        for (Synapse synapse : synapses) {
            float weight = weight(synapse);
            if (weight != synapse.weight) {
                files.accept(new TraceEvent.Update(
                        synapse.layer, synapse.input, synapse.neuron, chip.cycles(), synapse.weight, weight));
            }
        }
        tap.close();
        open = false;
    }

    /**
     * Ends the traces.
     *
     * @throws IOException if something could not be written
     */
    public void finish() throws IOException {
        end();
        files.close();
    }

    @Override
    public void onPhase(Phase phase) {}

    @Override
    public List<String> names() {
        return List.of();
    }

    @Override
    public List<Measurement> measurements() {
        return List.of();
    }
}
