package glia.cli.reproduce;

/** A published result that can be done again. A new one is one file and one line in {@link Reproductions}. */
public interface Reproduction {
    /** What it is about. */
    Subject subject();

    /** Does it again. */
    Outcome reproduce(Workbench bench);
}
