package glia.cli.sweep;

import glia.cli.scenario.Scenario;
import glia.cli.scenario.ScenarioFile;
import glia.core.config.Position;
import glia.core.config.Written;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A sweep as asked for, resolved and checked: a base scenario and the points that vary it. */
public final class Sweep {
    /** The key of the threads of a run; a point has one. */
    static final String THREADS = "run.threads";

    private final String name;
    private final ScenarioFile file;
    private final Scenario base;
    private final Map<String, String> set;
    private final List<Axis> axes;
    private final Points points;
    private final String text;

    Sweep(
            String name,
            ScenarioFile file,
            Scenario base,
            Map<String, String> set,
            List<Axis> axes,
            Points points,
            String text) {
        this.name = name;
        this.file = file;
        this.base = base;
        this.set = set;
        this.axes = List.copyOf(axes);
        this.points = points;
        this.text = text;
    }

    /** The names of the sweeps that come with Glia. */
    public static List<String> names() {
        return List.of("tiles", "devices", "rules", "schedules", "broadcast");
    }

    /** Reads a file, or one of the sweeps that come with Glia. */
    public static Sweep read(Path file) {
        return new SweepReader(file).read();
    }

    /** Its name, for folders and headings. */
    public String name() {
        return name;
    }

    /** Its points. */
    public Points points() {
        return points;
    }

    /** How many axes it has. */
    public int axes() {
        return axes.size();
    }

    /** The scenario that the points vary, with what is fixed for all of them. */
    public Scenario base() {
        return base;
    }

    /** The resolved sweep as YAML, which reads back as the same sweep. */
    public String text() {
        return text;
    }

    /** The columns of the axes' keys. */
    public List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        for (Axis axis : axes) {
            for (int key = 0; key < axis.keys().size(); key++) {
                columns.add(new Column(axis.keys().get(key), axis.types().get(key)));
            }
        }
        return columns;
    }

    /** What {@code glia run} would take as {@code --set} for a point. */
    public Map<String, String> overrides(int point) {
        Map<String, String> all = new LinkedHashMap<>(set);
        all.putAll(points.byKey(point));
        all.put(THREADS, "1");
        return all;
    }

    /** The scenario of a point; complaints are the same wherever the sweep lies. */
    public Scenario scenario(int point) {
        Map<String, Written> put = new LinkedHashMap<>();
        overrides(point).forEach((key, value) -> put.put(key, Written.of(value, Position.of("this point"))));
        return Scenario.load(file, put);
    }
}
