package glia.cli.sweep;

/** Hears how far a sweep has come; called by one thread at a time. */
public interface SweepProgress {
    /** Says nothing. */
    SweepProgress SILENT = new SweepProgress() {};

    /** A point is done with; so many of all points are by now. */
    default void onPoint(FinishedPoint point, int finished) {}

    /** So many points are done with, elsewhere. */
    default void onFinished(int finished) {}
}
