package glia.cli.page;

import glia.cli.explore.Design;
import glia.cli.explore.Designs;
import java.util.ArrayList;
import java.util.List;

/** A design of a sweep in words. */
final class DesignText {
    private DesignText() {}

    /** Its number and the values of its axes. */
    static String of(Designs designs, Design design) {
        List<String> parts = new ArrayList<>();
        for (int axis = 0; axis < designs.axes().size(); axis++) {
            parts.add(designs.axes().get(axis) + " " + design.values().get(axis));
        }
        return "design " + design.number() + ": " + String.join(", ", parts);
    }

    /** The median of a figure with its unit; a dash where there is none. */
    static String value(Designs designs, Design design, String column) {
        double median = design.median(column);
        return Double.isFinite(median) ? SweepQuantity.text(column, median) : Double.isNaN(median) ? "-" : "∞";
    }
}
