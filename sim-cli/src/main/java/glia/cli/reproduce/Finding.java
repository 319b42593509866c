package glia.cli.reproduce;

/**
 * A value beside the published one.
 *
 * @param quantity what it is, with its unit
 * @param published the published value, or that it is not at hand
 * @param ours ours, the median where there are several seeds
 * @param spread smallest and largest over the seeds, or how it was found
 */
public record Finding(String quantity, String published, String ours, String spread) {
    /** What stands for a published value that we do not have. */
    public static final String NOT_AT_HAND = "not at hand: trend";

    /** What stands for a published value where there is none, as for controls. */
    public static final String NONE = "-";
}
