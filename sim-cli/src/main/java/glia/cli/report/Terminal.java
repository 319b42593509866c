package glia.cli.report;

/** What the program's output goes to. */
final class Terminal {
    private Terminal() {}

    /** Whether standard error is a terminal; the launcher says so, without it there is none. */
    static boolean isInteractive() {
        return Boolean.getBoolean("glia.terminal");
    }
}
