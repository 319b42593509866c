package glia.learning.part;

/** How undirected perturbations are drawn over the parameters of a network. */
public enum PerturbationPattern {
    /** +ε or -ε for every parameter, independent draws (simultaneous perturbation, SPSA). */
    BERNOULLI,
    /** +ε or -ε by orthogonal Walsh codes, one a parameter. */
    WALSH,
    /** ε for one parameter after the other (finite difference). */
    SEQUENTIAL,
    /** √2·ε·sin, one frequency a parameter. */
    SINUSOID
}
