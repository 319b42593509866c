package glia.chip.message;

/** One step of the sequencer; a phase ends when the chip is quiet. */
public enum Phase {
    /** Measure bias gradients by finite differences, for one exemplar of each class. */
    PROBE,
    /** Astrocytes take the probed pairs into their DeltaVecs. */
    LEARN,
    /** First forward pass; tiles keep what they see. */
    BASELINE,
    /** The cost unit tells the output error. */
    ERROR,
    /** Astrocytes recall their DeltaVecs and tell them to their layers. */
    RECALL,
    /** Perturbation elements are set. */
    PERTURB,
    /** Second forward pass. */
    PERTURBED,
    /** The cost change is broadcast; synapses commit, or integrate. */
    UPDATE,
    /** Registers commit what they integrated. */
    COMMIT,
    /** A forward pass without learning. */
    INFER,
    /** All phases of a sample up to an update, where none of them waits for the end of another one. */
    OVERLAPPED
}
