package glia.core.bench;

/** A benchmark could not be run; the message is one line. */
public final class RaceFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RaceFailure(String message) {
        super(message);
    }
}
