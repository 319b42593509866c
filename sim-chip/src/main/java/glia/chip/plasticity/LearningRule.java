package glia.chip.plasticity;

import glia.chip.datapath.Slope;
import glia.chip.message.Phase;
import java.util.List;
import java.util.Optional;

/** A learning rule is a kit: one part for each kind of block, the wires it asks for, and the order of phases for a sample. */
public interface LearningRule {
    /** The part for the tiles and for the biases of a layer; a bias is a synapse whose input is 1. */
    SynapseBehaviour synapse(LayerSite site);

    /** The part for a layer's astrocyte; none, if nothing is recalled for the layer. */
    Optional<AstrocyteBehaviour> astrocyte(LayerSite site);

    /** The part for the cost unit. */
    CostBehaviour cost();

    /** The phases of a training sample, counted from 0. */
    List<Phase> phases(long sample);

    /** How neuron units tell slopes to their astrocytes. */
    Slope slope();

    /** Where the scale of the perturbation comes from. */
    ScaleSource scaleSource();

    /** The scale where it is fixed. */
    float fixedScale();

    /** Whether the last layer is perturbed; if not, it takes the exact local rule from η·e. */
    boolean perturbsLastLayer();

    /** Whether astrocytes are told the label of each sample. */
    boolean recallsByLabel();

    /** Whether probes measure the output error that the other astrocytes need to learn. */
    boolean learnsFromError();

    /** Whether the neurons of a layer are probed. */
    default boolean probes(LayerSite site) {
        return !site.isLast() || perturbsLastLayer() || learnsFromError();
    }
}
