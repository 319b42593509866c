package glia.learning.part;

/** Which samples the DeltaVecs are probed with. */
public enum DeltaVecSource {
    /** An exemplar of each class, drawn from the training set; all neurons. */
    EXEMPLARS,
    /**
     * The training samples of the period that begins, which are learned from next: what is recalled for a sample holds that sample's
     * own bias gradients. All neurons.
     */
    CURRENT_BATCH,
    /**
     * The present training sample, with some neurons of each hidden layer by turns and all of the last layer: an astrocyte that learns
     * while the network does.
     */
    SPARSE;

    /** Whether the samples probed are those that are trained on. */
    public boolean showsTrainingSamples() {
        return this != EXEMPLARS;
    }
}
