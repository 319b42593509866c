package glia.core.archive;

/** An archive holds something else than what is asked of it, or is damaged; the message says what, not which file. */
public final class ArchiveException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what is wrong. */
    public ArchiveException(String message) {
        super(message);
    }
}
