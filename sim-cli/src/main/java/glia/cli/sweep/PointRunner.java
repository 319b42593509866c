package glia.cli.sweep;

/** Finds out what a point comes to. Called by many threads at once; the answer depends on the point alone. */
public interface PointRunner {
    /** Runs a point. */
    PointResult run(int point);
}
