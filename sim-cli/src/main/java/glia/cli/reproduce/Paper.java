package glia.cli.reproduce;

/** Where a result was published. */
public enum Paper {
    /** The δ-MGD paper. */
    DELTA("D", "R. O'Loughlin et al., δ Multiplexed Gradient Descent: Perturbative Learning with Astrocytes"),
    /** The scaling paper. */
    SCALING(
            "S",
            "B. G. Oripov et al., Scaling of hardware-compatible perturbative training algorithms, arXiv 2501.15403,"
                    + " APL Machine Learning (2025)");

    private final String letter;
    private final String citation;

    Paper(String letter, String citation) {
        this.letter = letter;
        this.citation = citation;
    }

    /** Its letter in lists. */
    public String letter() {
        return letter;
    }

    /** Authors, title and place. */
    public String citation() {
        return citation;
    }
}
