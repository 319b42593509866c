package glia.cli.sweep;

/**
 * Who ran a point, and how long it took.
 *
 * @param wallSeconds of the clock on the wall
 * @param host the machine
 * @param attempt the how-manieth process on the point's share it was, from 1
 */
public record PointTiming(double wallSeconds, String host, int attempt) {}
