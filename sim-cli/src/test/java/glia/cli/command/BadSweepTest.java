package glia.cli.command;

import static glia.cli.command.BadInput.of;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files and options that {@code glia sweep} cannot use. */
class BadSweepTest {
    private static final String ROWS = "axes: {chip.tile.rows: [1, 2]}";
    private static final String TOP = "; there are name, scenario, method, count, seed, set, axes, zip, constraints";

    /** A sweep of the scenario tiny; the complaint begins with the file. */
    private static BadInput file(String what, String line, String... lines) {
        List<String> all = new ArrayList<>(List.of("scenario: tiny"));
        all.addAll(Arrays.asList(lines));
        return of(what, "DIR/s.yaml:" + line, "sweep", "DIR/s.yaml", "--out", "DIR/out")
                .with("s.yaml", String.join("\n", all) + "\n");
    }

    private static BadInput option(String line, String... options) {
        List<String> all = new ArrayList<>(List.of("sweep", "DIR/s.yaml", "--out", "DIR/out"));
        all.addAll(Arrays.asList(options));
        return of(String.join(" ", options), line, all.toArray(String[]::new))
                .with("s.yaml", "scenario: tiny\n" + ROWS + "\n");
    }

    static Stream<BadInput> names() {
        return Stream.of(
                file("unknown section", "2:8: unknown key axis; did you mean axes?" + TOP, "axis: {run.seed: [1]}"),
                file("no axes", " has no axes; expected at least one", "set: {run.seed: 1}"),
                file("no axis", " has no axes; expected at least one", "axes:"),
                file("axes of no keys", "2:1: axes should hold keys with values", "axes: [1, 2]"),
                file("a value with keys", "2:10: method holds no keys", "method: {a: 1}", ROWS),
                file("no YAML", "3:1: not YAML: ...", "axes: [1"),
                file(
                        "unknown key on an axis",
                        "2:8: unknown scenario key chip.tile.rws; did you mean chip.tile.rows?",
                        "axes: {chip.tile.rws: [1]}"),
                file(
                        "unknown key that is set",
                        "2:7: unknown key chip.tile.rws; did you mean chip.tile.rows?",
                        "set: {chip.tile.rws: 1}",
                        ROWS),
                file(
                        "set and on an axis",
                        "3:8: chip.tile.rows is an axis, but set gives it a value too",
                        "set: {chip.tile.rows: 1}",
                        ROWS),
                file(
                        "on two axes",
                        "3:38: chip.tile.rows is on two axes; expected it on one",
                        ROWS,
                        "zip: {a: {chip.tile.columns: [1, 2], chip.tile.rows: [1, 2]}}"),
                file(
                        "threads",
                        "2:8: run.threads is 1 in a sweep; how many points run at once says --threads",
                        "axes: {run.threads: [1, 2]}"),
                file(
                        "unknown method",
                        "2:9: method is gird; expected one of grid, random, latin-hypercube; did you mean grid?",
                        "method: gird",
                        ROWS),
                file("no count", " has no count; expected a whole number from 1 to 1000000", "method: random", ROWS),
                file("count of a grid", "2:1: count has no meaning for a grid; ...", "count: 4", ROWS));
    }

    static Stream<BadInput> axes() {
        return Stream.of(
                file(
                        "empty axis",
                        "2:24: the axis chip.tile.rows is empty; expected at least one value",
                        "axes: {chip.tile.rows: []}"),
                file(
                        "single value",
                        "2:24: chip.tile.rows is 4; expected a list of values, or a range with from and to",
                        "axes: {chip.tile.rows: 4}"),
                file(
                        "refused value",
                        "2:28: chip.tile.rows is 0; expected a whole number from 1 to 65536",
                        "axes: {chip.tile.rows: [1, 0]}"),
                file(
                        "refused value of a range",
                        "2:31: chip.tile.rows is 1.5; expected a whole number from 1 to 65536",
                        "axes: {chip.tile.rows: {from: 1, to: 4, step: 0.5}}"),
                file(
                        "value twice",
                        "2:28: chip.tile.rows has the value 1 twice; expected it once",
                        "axes: {chip.tile.rows: [1, 1]}"),
                file(
                        "half a range",
                        "2:31: the range of chip.tile.rows has no to; expected from and to",
                        "axes: {chip.tile.rows: {from: 1}}"),
                file(
                        "no step",
                        "2:31: the range of chip.tile.rows has no of step, count and factor; expected one of them",
                        "axes: {chip.tile.rows: {from: 1, to: 4}}"),
                file(
                        "unknown part of a range",
                        "2:41: unknown key steps of a range; did you mean step?; there are from, to, step, count, factor, scale",
                        "axes: {chip.tile.rows: {from: 1, to: 4, steps: 1}}"),
                file(
                        "backwards",
                        "2:38: to is 1; expected more than from, 4",
                        "axes: {chip.tile.rows: {from: 4, to: 1, step: 1}}"),
                file(
                        "logarithm of 0",
                        "2:30: from is 0; expected more than 0 on a scale of logarithms",
                        "axes: {learning.rate: {from: 0, to: 4, count: 3, scale: log}}"),
                file(
                        "two units",
                        "2:38: to is 4 GHz; expected a number with the unit of from, 1 MHz",
                        "axes: {chip.clock: {from: 1 MHz, to: 4 GHz, count: 3}}"),
                file(
                        "steps of a range that is drawn from",
                        "4:41: step is for grids; values are drawn from the whole range",
                        "method: random",
                        "count: 4",
                        "axes: {chip.tile.rows: {from: 1, to: 3, step: 1}}"),
                file(
                        "zip without a group",
                        "3:7: zip holds groups of keys that move together; expected a group around chip.tile.columns...",
                        ROWS,
                        "zip: {chip.tile.columns: [1]}"),
                file(
                        "zip of different lengths",
                        "2:38: zip.a.chip.tile.rows has 1 values; expected 2, as the first key of the group has",
                        "zip: {a: {chip.tile.columns: [1, 2], chip.tile.rows: [1]}}"),
                file(
                        "too many points",
                        " the grid has 4000000 points; expected at most 1000000",
                        "axes: {run.seed: {from: 1, to: 2000, step: 1}, data.seed: {from: 1, to: 2000, step: 1}}"));
    }

    static Stream<BadInput> constraints() {
        return Stream.of(
                file(
                        "unknown key",
                        "3:15: constraint 'chip.tile.rws > 1': unknown key chip.tile.rws; did you mean chip.tile.rows?",
                        ROWS,
                        "constraints: [chip.tile.rws > 1]"),
                file(
                        "impossible",
                        "3:14: no point is left: none of 2 meets the constraint",
                        ROWS,
                        "constraints: [chip.tile.rows > 2]"),
                file(
                        "no comparison",
                        "3:15: constraint 'chip.tile.rows>1'; expected a comparison such as ...",
                        ROWS,
                        "constraints: [chip.tile.rows>1]"),
                file(
                        "a sum",
                        "3:15: constraint 'chip.tile.rows + 1 > 1': found +; expected *",
                        ROWS,
                        "constraints: [chip.tile.rows + 1 > 1]"),
                file(
                        "a word that is no value",
                        "3:15: constraint 'chip.tile.rows > two': chip.tile.rows is compared with two; expected a whole number"
                                + " from 1 to 65536",
                        ROWS,
                        "constraints: [chip.tile.rows > two]"),
                file(
                        "order of words",
                        "3:15: constraint 'learning.rule > delta-mgd': delta-mgd is no number; only == and != compare it",
                        ROWS,
                        "constraints: [learning.rule > delta-mgd]"));
    }

    static Stream<BadInput> options() {
        return Stream.of(
                of("no file", "Missing required parameter: 'SWEEP' (see glia sweep --help)", "sweep"),
                of(
                        "a file that is not there",
                        "DIR/nix.yaml: is not there; expected a YAML file that describes a sweep, or one of tiles, devices, rules, schedules,"
                                + " broadcast",
                        "sweep",
                        "DIR/nix.yaml"),
                of(
                        "a folder that is no sweep",
                        "DIR/nix: is no sweep; expected a folder with sweep.yaml",
                        "sweep",
                        "collect",
                        "DIR/nix"),
                option("--shard: 3/2; expected a share I/N with I from 1 to N and ...", "--shard", "3/2"),
                option("--threads: 0; expected a whole number from 1 to 1024", "--threads", "0"),
                option("--keep: run; expected runs", "--keep", "run"),
                option("--on: no workload manager 'slrm'; expected slurm[,OPTION=VALUE...]", "--on", "slrm"),
                option("--on: unknown option task; did you mean tasks?; ...", "--on", "slurm,task=3"),
                option("--on: tasks is '0'; expected a whole number from 1 to 100000", "--on", "slurm,tasks=0"),
                option("--on: time is ''; expected a value as sbatch takes it", "--on", "slurm,time="),
                option("--shard: is for one share, ...", "--on", "slurm", "--shard", "1/2"),
                option("--threads: is for this machine; ...", "--on", "slurm", "--threads", "2"),
                of(
                                "a folder of something else",
                                "DIR/full: exists already and holds no sweep; expected a new folder, or one of this sweep",
                                "sweep",
                                "DIR/s.yaml",
                                "--out",
                                "DIR/full")
                        .with("s.yaml", "scenario: tiny\n" + ROWS + "\n")
                        .with("full/x", "x"),
                of(
                                "nothing that can be run",
                                "no point of the sweep can be run; point 1: this point: network.layers is [5, 3, 2]; expected...",
                                "sweep",
                                "DIR/s.yaml",
                                "--out",
                                "DIR/out")
                        .with("s.yaml", "scenario: tiny\naxes: {network.layers: [[5, 3, 2], [6, 3, 2]]}\n"));
    }

    @ParameterizedTest
    @MethodSource({"names", "axes", "constraints", "options"})
    void oneLineSaysWhatIsWrong(BadInput input, @TempDir Path folder) throws IOException {
        input.check(folder);
    }
}
