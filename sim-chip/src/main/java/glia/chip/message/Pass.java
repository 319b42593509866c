package glia.chip.message;

/** What a forward pass is for. */
public enum Pass {
    /** Gives C0; tiles keep the activations they see. */
    BASELINE,
    /** With the perturbation set; gives C~. */
    PERTURBED,
    /** The baseline of a class exemplar that is probed. */
    PROBE_BASELINE,
    /** With the bias of one neuron moved by the probe step. */
    PROBE,
    /** Shows a sample without learning. */
    INFERENCE
}
