package glia.cli.reproduce;

/** Hears how far a reproduction has come. */
public interface Steps {
    /** Says nothing. */
    Steps SILENT = new Steps() {};

    /** So many more steps are ahead. */
    default void onPlanned(int steps) {}

    /** One is done. */
    default void onDone(String step) {}
}
