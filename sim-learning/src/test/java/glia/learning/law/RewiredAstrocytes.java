package glia.learning.law;

import glia.chip.datapath.DeltaVecMemory;
import glia.chip.datapath.Slope;
import glia.chip.plasticity.AstrocyteBehaviour;
import glia.chip.plasticity.Astrocytes;
import glia.chip.plasticity.LayerSite;
import glia.chip.plasticity.ProbedSample;
import glia.core.archive.Archive;
import java.util.List;
import java.util.Optional;

/**
 * Astrocytes whose memories are seen.
 *
 * @param astrocytes what the rule has them for
 * @param wires what is told of each memory
 */
record RewiredAstrocytes(Astrocytes astrocytes, Wires wires) implements Astrocytes {
    @Override
    public Optional<AstrocyteBehaviour> behaviour(LayerSite site) {
        return astrocytes.behaviour(site).map(part -> new RewiredAstrocyte(part, site, wires));
    }

    @Override
    public String description() {
        return astrocytes.description();
    }

    @Override
    public Slope slope() {
        return astrocytes.slope();
    }

    @Override
    public boolean recallByLabel() {
        return astrocytes.recallByLabel();
    }

    @Override
    public boolean recallByRunnerUp() {
        return astrocytes.recallByRunnerUp();
    }

    @Override
    public boolean learnFromError() {
        return astrocytes.learnFromError();
    }

    @Override
    public boolean learnByLabel() {
        return astrocytes.learnByLabel();
    }

    @Override
    public boolean probe(LayerSite site) {
        return astrocytes.probe(site);
    }

    @Override
    public int probedSamples(int classes) {
        return astrocytes.probedSamples(classes);
    }

    @Override
    public boolean probeTrainingSamples() {
        return astrocytes.probeTrainingSamples();
    }

    @Override
    public int probedNeurons(LayerSite site) {
        return astrocytes.probedNeurons(site);
    }

    @Override
    public int probedNeuron(LayerSite site, long sample, int number) {
        return astrocytes.probedNeuron(site, sample, number);
    }

    @Override
    public boolean in(LayerSite site) {
        return astrocytes.in(site);
    }

    @Override
    public boolean tellSlopes(LayerSite site) {
        return astrocytes.tellSlopes(site);
    }

    /** A part of an astrocyte. */
    record RewiredAstrocyte(AstrocyteBehaviour part, LayerSite site, Wires wires) implements AstrocyteBehaviour {
        @Override
        public void state(Archive archive) {
            part.state(archive);
        }

        @Override
        public void recall(DeltaVecMemory memory, float[] error, int label, int runnerUp, float[] recalled) {
            part.recall(memory, error, label, runnerUp, recalled);
        }

        @Override
        public void initialise(DeltaVecMemory memory) {
            part.initialise(memory);
            wires.made(site, memory);
        }

        @Override
        public Work recallWork(int classes, int neurons) {
            return part.recallWork(classes, neurons);
        }

        @Override
        public void learn(List<ProbedSample> samples, DeltaVecMemory memory) {
            part.learn(samples, memory);
        }

        @Override
        public Work learnWork(int samples, int classes, int probedNeurons) {
            return part.learnWork(samples, classes, probedNeurons);
        }
    }
}
