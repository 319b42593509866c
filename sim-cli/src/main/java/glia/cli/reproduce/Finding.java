package glia.cli.reproduce;

import glia.core.stat.Spread;

/**
 * A value beside the published one.
 *
 * @param quantity what it is, with its unit
 * @param published the published value, or that it is not at hand
 * @param ours ours, the median where there are several seeds
 * @param difference ours less the published one, computed; empty where none is at hand
 * @param spread smallest and largest over the seeds, or how it was found
 */
public record Finding(String quantity, String published, String ours, String difference, String spread) {
    private static final String NOT_AT_HAND = "not at hand: trend";
    private static final String NONE = "-";

    /** A value whose published counterpart is printed, but not at hand. */
    static Finding trend(String quantity, String ours, String spread) {
        return new Finding(quantity, NOT_AT_HAND, ours, "", spread);
    }

    /** A value that was not published, as for controls. */
    static Finding unpublished(String quantity, String ours, String spread) {
        return new Finding(quantity, NONE, ours, "", spread);
    }

    /** A whole number beside a published one. */
    static Finding count(String quantity, long published, long ours, String spread) {
        return new Finding(quantity, Text.count(published), Text.count(ours), Text.count(ours - published), spread);
    }

    /** A number beside a published one, or one of a published formula; the difference in percent of it. */
    static Finding number(String quantity, double published, double ours, String spread) {
        return new Finding(
                quantity, Text.three(published), Text.three(ours), Text.change(ours / published - 1), spread);
    }

    /** An accuracy in percent beside a published one; the difference in points. */
    static Finding accuracy(String quantity, double published, Spread ours) {
        return new Finding(
                quantity,
                Text.percent(published),
                Text.percent(ours.median()),
                Text.points(ours.median() - published),
                ours.range(Text::percent));
    }
}
