package glia.cli.data;

/** A home did not give a file; another may. */
final class FetchFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean mayPass;

    /** What went wrong, and whether it may go well if tried again. */
    FetchFailure(String message, boolean mayPass) {
        super(message);
        this.mayPass = mayPass;
    }

    boolean mayPass() {
        return mayPass;
    }
}
