package glia.learning.law;

import glia.chip.datapath.PerturbationElements;
import glia.chip.datapath.WeightChange;
import glia.chip.message.Phase;
import glia.chip.plasticity.Astrocytes;
import glia.chip.plasticity.CostBehaviour;
import glia.chip.plasticity.Integration;
import glia.chip.plasticity.LayerSite;
import glia.chip.plasticity.LearningRule;
import glia.chip.plasticity.NodeBehaviour;
import glia.chip.plasticity.ScaleSource;
import glia.chip.plasticity.SynapseBehaviour;
import glia.chip.plasticity.TileSite;
import glia.core.archive.Archive;
import java.util.List;
import java.util.Optional;

/**
 * A rule whose parts sit behind other wires, and cannot tell.
 *
 * @param rule the rule
 * @param wires what lies between its parts and the hardware
 */
record RewiredRule(LearningRule rule, Wires wires) implements LearningRule {
    @Override
    public SynapseBehaviour synapse(LayerSite site, TileSite tile) {
        return new RewiredSynapse(rule.synapse(site, tile), Place.of(site, tile), wires);
    }

    @Override
    public SynapseBehaviour bias(LayerSite site) {
        return new RewiredSynapse(rule.bias(site), Place.biases(site), wires);
    }

    @Override
    public Optional<NodeBehaviour> node(LayerSite site) {
        return rule.node(site).map(part -> new RewiredNode(part, wires));
    }

    @Override
    public Astrocytes astrocytes() {
        return new RewiredAstrocytes(rule.astrocytes(), wires);
    }

    @Override
    public CostBehaviour cost() {
        return new RewiredCost(rule.cost(), wires);
    }

    @Override
    public List<Phase> phases(long sample) {
        return rule.phases(sample);
    }

    @Override
    public int kind(Phase phase, long pass) {
        return rule.kind(phase, pass);
    }

    @Override
    public Optional<Integration> integration() {
        return rule.integration();
    }

    @Override
    public int elementBits() {
        return rule.elementBits();
    }

    @Override
    public long registerBits() {
        return rule.registerBits();
    }

    @Override
    public boolean perturbsThroughBaselines() {
        return rule.perturbsThroughBaselines();
    }

    @Override
    public boolean backpropagates() {
        return rule.backpropagates();
    }

    @Override
    public float deltaThreshold() {
        return rule.deltaThreshold();
    }

    @Override
    public long gradientComponents(long parameters, long neurons, long sample) {
        return rule.gradientComponents(parameters, neurons, sample);
    }

    @Override
    public ScaleSource scaleSource() {
        return rule.scaleSource();
    }

    @Override
    public float fixedScale() {
        return rule.fixedScale();
    }

    @Override
    public boolean perturbsLastLayer() {
        return rule.perturbsLastLayer();
    }

    @Override
    public float layerScale(LayerSite site, float squaredNorm) {
        return rule.layerScale(site, squaredNorm);
    }

    /** A part of a tile or of biases. */
    record RewiredSynapse(SynapseBehaviour part, Place place, Wires wires) implements SynapseBehaviour {
        @Override
        public void state(Archive archive) {
            part.state(archive);
        }

        @Override
        public boolean setsElements() {
            return part.setsElements();
        }

        @Override
        public boolean takesPart(long pass) {
            return part.takesPart(pass);
        }

        @Override
        public boolean keepsElements(long pass) {
            return part.keepsElements(pass);
        }

        @Override
        public void perturb(
                long pass, float[] activations, float[] deltas, float scale, PerturbationElements elements) {
            part.perturb(pass, activations, deltas, scale, wires.elements(place, elements));
        }

        @Override
        public Work perturbWork(int rows, int columns) {
            return part.perturbWork(rows, columns);
        }

        @Override
        public void onCostChange(float update, float[] activations, float[] deltas, float scale, WeightChange change) {
            part.onCostChange(update, activations, deltas, scale, change);
        }

        @Override
        public Work updateWork(int rows, int columns) {
            return part.updateWork(rows, columns);
        }

        @Override
        public void onErrorEstimate(float[] errors, float[] activations, WeightChange change) {
            part.onErrorEstimate(errors, activations, change);
        }
    }

    /** A part that perturbs neurons. */
    record RewiredNode(NodeBehaviour part, Wires wires) implements NodeBehaviour {
        @Override
        public void state(Archive archive) {
            part.state(archive);
        }

        @Override
        public void draw(long pass, float[] signs) {
            part.draw(pass, signs);
            wires.drawn(signs);
        }
    }

    /** A part of the cost unit. */
    record RewiredCost(CostBehaviour part, Wires wires) implements CostBehaviour {
        @Override
        public void state(Archive archive) {
            part.state(archive);
        }

        @Override
        public float scale(float squaredNorm) {
            float scale = part.scale(squaredNorm);
            wires.told(scale);
            return scale;
        }

        @Override
        public float update(float rate, float costChange, float baselineCost, float squaredNorm) {
            float update = part.update(rate, costChange, baselineCost, squaredNorm);
            wires.told(update);
            return update;
        }

        @Override
        public UpdateWork updateWork(int perturbedLayers) {
            return part.updateWork(perturbedLayers);
        }

        @Override
        public float probeStep() {
            return part.probeStep();
        }
    }
}
