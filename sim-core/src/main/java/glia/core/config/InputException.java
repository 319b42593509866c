package glia.core.config;

/** Something that a user gave cannot be used. The message is one complete line: where, what, what was expected. */
public final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A complaint without a place. */
    public InputException(String message) {
        super(message);
    }

    /** A complaint about something written at a place. */
    public InputException(Position position, String message) {
        super(position + ": " + message);
    }
}
