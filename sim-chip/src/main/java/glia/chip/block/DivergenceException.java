package glia.chip.block;

/** The training has left the numbers: a cost or a cost change is infinite or not a number. */
public final class DivergenceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what became of which quantity. */
    public DivergenceException(String message) {
        super(message);
    }
}
