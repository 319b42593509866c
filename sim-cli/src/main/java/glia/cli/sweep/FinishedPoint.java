package glia.cli.sweep;

/**
 * A point that is done with.
 *
 * @param result what it came to
 * @param timing who ran it, and how long it took
 */
public record FinishedPoint(PointResult result, PointTiming timing) {}
