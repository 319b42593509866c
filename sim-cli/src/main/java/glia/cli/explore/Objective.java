package glia.cli.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A figure that designs are to have little or much of.
 *
 * @param column its column in the results
 * @param maximize whether more is better
 */
public record Objective(String column, boolean maximize) {
    private static final Map<String, String> OTHER_NAMES = Map.of(
            "energy.toTarget", "toTargetJoules",
            "time.toTarget", "toTargetSeconds",
            "writes.toTarget", "toTargetMaxWrites",
            "samples.toTarget", "toTargetSamples",
            "energy.perSample", "joulesPerSample",
            "time.perSample", "cyclesPerSample",
            "area", "squareMillimetres");

    /** Looks for accuracy at little energy and time, where nothing is asked for. */
    private static final List<Objective> DEFAULT = List.of(
            new Objective("joules", false), new Objective("testAccuracy", true), new Objective("seconds", false));

    /** The objectives that options name; complains about figures that the designs do not have. */
    public static List<Objective> of(Designs designs, List<String> minimize, List<String> maximize) {
        List<Objective> all = new ArrayList<>();
        minimize.forEach(name -> all.add(named(designs, "--minimize", name, false)));
        maximize.forEach(name -> all.add(named(designs, "--maximize", name, true)));
        return all.isEmpty() ? DEFAULT : all;
    }

    private static Objective named(Designs designs, String option, String name, boolean maximize) {
        String column = OTHER_NAMES.getOrDefault(name, name);
        designs.check(option, column);
        return new Objective(column, maximize);
    }

    /** The design's figure, the smaller the better; not a number where it has none. */
    double cost(Design design) {
        double median = design.median(column);
        return maximize ? -median : median;
    }

    /** What it asks for, in words. */
    public String label() {
        return (maximize ? "most " : "least ") + column;
    }
}
