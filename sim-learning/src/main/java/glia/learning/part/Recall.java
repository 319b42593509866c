package glia.learning.part;

/** What an astrocyte recalls its DeltaVec from. */
public enum Recall {
    /** The class label alone, D[y]: the letter of Algorithm 1 of the δ-MGD paper. */
    LABEL,
    /** The label's class DeltaVec less that of the strongest other class, D[y] - D[r]. */
    RUNNER_UP,
    /** All class DeltaVecs weighted by the expected output error, Σ_k (y_k - p_k) D[k]. */
    EXPECTED,
    /** A linear map of the output error, A e, fitted to probed pairs. */
    ERROR,
    /** A control: a random map of the output error that is never probed; the last layer's is the identity. */
    RANDOM_MAP,
    /** A control: random class DeltaVecs that are never probed, weighted by the expected output error; the last layer's are one-hot. */
    RANDOM_TABLE;

    /** Whether the memory is drawn before the run and stays as it is (direct feedback alignment, Nøkland 2016). */
    public boolean isRandom() {
        return this == RANDOM_MAP || this == RANDOM_TABLE;
    }

    /** Whether the class of the sample is a cue. */
    public boolean usesLabel() {
        return this == LABEL || this == RUNNER_UP;
    }
}
