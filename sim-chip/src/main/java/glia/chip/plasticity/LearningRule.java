package glia.chip.plasticity;

import glia.chip.message.Phase;
import java.util.List;
import java.util.Optional;

/** A learning rule is a kit: one part for each kind of block, the wires it asks for, and the order of phases for a sample. */
public interface LearningRule {
    /** The part for a tile of a layer; asked for each tile. */
    SynapseBehaviour synapse(LayerSite site, TileSite tile);

    /** The part for the biases of a layer; a bias is a synapse whose input is 1. */
    SynapseBehaviour bias(LayerSite site);

    /** The part for a neuron unit that perturbs its neurons; none for other rules. */
    default Optional<NodeBehaviour> node(LayerSite site) {
        return Optional.empty();
    }

    /** What astrocytes do for the rule; none for rules without DeltaVecs. */
    default Astrocytes astrocytes() {
        return Astrocytes.NONE;
    }

    /** The part for the cost unit. */
    CostBehaviour cost();

    /** The phases of a training sample, counted from 0. */
    List<Phase> phases(long sample);

    /**
     * The kind of a phase that belongs to a perturbed pass, counted from 0 over the run: phases of one kind take the same messages and
     * counts. Other than 0 where layers take turns.
     */
    default int kind(Phase phase, long pass) {
        return 0;
    }

    /** Whether elements may stay as they are through a baseline pass, which cells perturbed in place cannot. */
    default boolean perturbsThroughBaselines() {
        return false;
    }

    /** How changes are integrated before they are committed; not at all, if empty. */
    default Optional<Integration> integration() {
        return Optional.empty();
    }

    /** Bits that the perturbation element of each synapse holds in a register; none for a value held in a capacitor. */
    default int elementBits() {
        return 0;
    }

    /** Bits of the registers of each synapse: those of its element, and words that integrate and that the optimizer keeps. */
    default long registerBits() {
        long words = integration().map(by -> 1 + by.optimizer().moments()).orElse(0);
        return elementBits() + Integer.SIZE * words;
    }

    /** Whether the output error goes back through the layers by transposed reads, so that every layer has its bias gradients. */
    default boolean backpropagates() {
        return false;
    }

    /** The share of its layer's largest |δ| that goes along with bias gradients as a threshold; none, if 0. */
    default float deltaThreshold() {
        return 0f;
    }

    /** Gradient components that a sample's phases form one by one, probes apart. */
    default long gradientComponents(long parameters, long neurons, long sample) {
        return 0;
    }

    /** Where the scale of the perturbation comes from. */
    default ScaleSource scaleSource() {
        return ScaleSource.NONE;
    }

    /** The scale where it is fixed. */
    default float fixedScale() {
        return 0f;
    }

    /** The scale s_l of a layer's perturbation from its own squared norm, where each layer makes its own. */
    default float layerScale(LayerSite site, float squaredNorm) {
        throw new IllegalStateException("this rule's layers do not make their own scale");
    }

    /** Whether the last layer is perturbed; if not, it takes the exact local rule from η·e. */
    default boolean perturbsLastLayer() {
        return true;
    }
}
