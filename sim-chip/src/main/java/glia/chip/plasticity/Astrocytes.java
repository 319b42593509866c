package glia.chip.plasticity;

import glia.chip.datapath.Slope;
import java.util.Optional;

/** What a rule has astrocytes for: what each of them does, what it is told, and which neurons are probed for it. */
public interface Astrocytes {
    /** No layer has an astrocyte. */
    Astrocytes NONE = site -> Optional.empty();

    /** The part for a layer's astrocyte; none, if nothing is recalled for the layer. */
    Optional<AstrocyteBehaviour> behaviour(LayerSite site);

    /** What DeltaVecs are recalled by, and from where, in a report's words; empty where there are none. */
    default String description() {
        return "";
    }

    /** How neuron units tell slopes to their astrocytes. */
    default Slope slope() {
        return Slope.NONE;
    }

    /** Whether astrocytes are told the label of each sample. */
    default boolean recallByLabel() {
        return false;
    }

    /** Whether astrocytes are told the class of the largest output but the label's, in the place of the output error. */
    default boolean recallByRunnerUp() {
        return false;
    }

    /** Whether probes measure the output error that the other astrocytes need to learn. */
    default boolean learnFromError() {
        return false;
    }

    /** Whether astrocytes are told the class of each probed sample. */
    default boolean learnByLabel() {
        return false;
    }

    /** Whether the neurons of a layer are probed. */
    default boolean probe(LayerSite site) {
        return behaviour(site).isPresent();
    }

    /** How many samples a refresh of the DeltaVecs shows; an exemplar of each class, unless the rule says otherwise. */
    default int probedSamples(int classes) {
        return classes;
    }

    /** Whether a refresh shows training samples, from the present one on, instead of exemplars. */
    default boolean probeTrainingSamples() {
        return false;
    }

    /** How many neurons of a probed layer are probed with each sample of a refresh. */
    default int probedNeurons(LayerSite site) {
        return site.neurons();
    }

    /** The neuron of a layer that is probed as number 0, 1 ... in the refresh at a sample. */
    default int probedNeuron(LayerSite site, long sample, int number) {
        return number;
    }

    /** Whether a layer has an astrocyte unit: one that recalls, or one that is probed for the sake of others. */
    default boolean in(LayerSite site) {
        return probe(site) || behaviour(site).isPresent();
    }

    /** Whether the layer's neuron unit tells it slopes; the last layer has none. */
    default boolean tellSlopes(LayerSite site) {
        return !site.isLast() && slope() != Slope.NONE && in(site);
    }
}
