package glia.learning.part;

/** What an astrocyte recalls its DeltaVec from. */
public enum Recall {
    /** The class label alone, D[y]: the letter of Algorithm 1 of the δ-MGD paper. */
    LABEL,
    /** All class DeltaVecs weighted by the expected output error, Σ_k (y_k - p_k) D[k]. */
    EXPECTED,
    /** A linear map of the output error, A e, fitted to probed pairs. */
    ERROR
}
