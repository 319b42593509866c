package glia.cli.explore;

import glia.cli.sweep.Column;
import glia.cli.sweep.SweepResults;
import glia.core.config.InputException;
import glia.core.config.NearestName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The designs of a sweep: points that differ in their seed alone are one design, with medians and spreads. */
public final class Designs {
    private final List<Column> axes;
    private final List<Column> figures;
    private final List<Design> designs;

    /** Designs over some axes, with some figures. */
    Designs(List<Column> axes, List<Column> figures, List<Design> designs) {
        this.axes = List.copyOf(axes);
        this.figures = List.copyOf(figures);
        this.designs = List.copyOf(designs);
    }

    /** The designs of a finished sweep. */
    public static Designs of(SweepResults results) {
        SeedFolding folding = new SeedFolding(results);
        Map<List<String>, List<List<String>>> byValues = new LinkedHashMap<>();
        for (List<String> row : results.rows()) {
            byValues.computeIfAbsent(folding.values(row), values -> new ArrayList<>())
                    .add(row);
        }
        List<Design> designs = new ArrayList<>();
        byValues.forEach((values, rows) -> designs.add(folding.fold(designs.size() + 1, values, rows)));
        return new Designs(folding.axes(), folding.figures(), designs);
    }

    /** The keys of the axes, seeds apart. */
    public List<String> axes() {
        return axes.stream().map(Column::name).toList();
    }

    /** Whether an axis has numbers. */
    public boolean isNumeric(int axis) {
        return axes.get(axis).type() != Column.Type.TEXT;
    }

    /** All designs, in the order of their first points. */
    public List<Design> all() {
        return designs;
    }

    /** The most seeds of a design. */
    public int seeds() {
        return designs.stream().mapToInt(design -> design.points().size()).max().orElse(0);
    }

    /** The names of the figures that some design has. */
    public List<String> figures() {
        return figures.stream()
                .map(Column::name)
                .filter(name -> designs.stream().anyMatch(design -> Double.isFinite(design.median(name))))
                .toList();
    }

    /** Complains if there is no figure of a name, or no design has it. */
    void check(String option, String name) {
        List<String> names = figures.stream().map(Column::name).toList();
        if (!names.contains(name)) {
            throw new InputException(option + ": no figure '" + name + "'" + NearestName.hint(name, names)
                    + "; there are " + String.join(", ", names));
        }
        if (!figures().contains(name)) {
            throw new InputException(
                    option + ": no design has a value of " + name + "; some have " + String.join(", ", figures()));
        }
    }
}
