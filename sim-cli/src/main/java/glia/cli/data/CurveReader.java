package glia.cli.data;

import glia.core.config.InputException;
import glia.core.config.NearestName;
import glia.core.config.Position;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a measured curve of a cell from a CSV file with columns {@code branch}, {@code pulse} and {@code conductance}, in any order. A
 * branch is {@code potentiation} or {@code depression}; its pulse numbers rise, and its conductance rises or falls in all. Where noise
 * has it go back, neighbouring points are given their common mean until it does not (pool adjacent violators: the monotone curve of
 * least squares).
 */
public final class CurveReader {
    private static final List<String> COLUMNS = List.of("branch", "pulse", "conductance");

    private static final int MOST_PULSES = 65_536;

    /** A branch of a curve. */
    public enum Branch {
        /** Going up. */
        POTENTIATION("potentiation", 1),
        /** Going down. */
        DEPRESSION("depression", -1);

        private final String label;
        private final int sign;

        Branch(String label, int sign) {
            this.label = label;
            this.sign = sign;
        }
    }

    /** Points of one mean. */
    private record Pool(double mean, int size) {
        Pool with(Pool other) {
            return new Pool((mean * size + other.mean * other.size) / (size + other.size), size + other.size);
        }
    }

    private final Path file;
    private final List<CsvRow> rows;
    private final int[] places = new int[COLUMNS.size()];

    private CurveReader(Path file) {
        this.file = file;
        rows = CsvRow.all(file);
    }

    /** Reads the branches of a file in order, each as points {@code "pulse conductance"}. */
    public static List<List<String>> read(Path file) {
        CurveReader reader = new CurveReader(file);
        reader.readHeader();
        List<List<String>> branches = new ArrayList<>();
        for (Branch branch : Branch.values()) {
            branches.add(reader.points(branch));
        }
        return branches;
    }

    private void readHeader() {
        if (rows.isEmpty()) {
            throw complaint("the file is empty; expected a header " + String.join(",", COLUMNS));
        }
        List<String> header = rows.get(0).fields().stream().map(String::trim).toList();
        for (int i = 0; i < places.length; i++) {
            places[i] = header.indexOf(COLUMNS.get(i));
            if (places[i] < 0) {
                throw rows.get(0)
                        .complaint(file, 0, "no column " + COLUMNS.get(i) + "; expected " + String.join(",", COLUMNS));
            }
        }
    }

    private List<String> points(Branch branch) {
        List<Integer> pulses = new ArrayList<>();
        List<Pool> pools = new ArrayList<>();
        for (CsvRow row : rows.subList(1, rows.size())) {
            if (branchOf(row) == branch) {
                int pulse = pulse(row, pulses);
                pulses.add(pulse);
                pool(pools, new Pool(conductance(row), 1), branch.sign);
            }
        }
        if (pulses.size() < 2) {
            throw complaint(pulses.size() + " points of " + branch.label + "; expected at least 2");
        }
        if (pools.get(0).mean == pools.get(pools.size() - 1).mean) {
            throw complaint("the conductance does not " + (branch.sign > 0 ? "rise" : "fall") + " in all going by "
                    + branch.label + "; expected a branch that does");
        }
        return written(pulses, pools);
    }

    /** Adds a point to pools that rise (or fall), and joins those that then do not. */
    private static void pool(List<Pool> pools, Pool point, int sign) {
        Pool last = point;
        while (!pools.isEmpty() && sign * (last.mean - pools.get(pools.size() - 1).mean) < 0) {
            last = pools.remove(pools.size() - 1).with(last);
        }
        pools.add(last);
    }

    private static List<String> written(List<Integer> pulses, List<Pool> pools) {
        List<String> points = new ArrayList<>();
        for (Pool pool : pools) {
            for (int i = 0; i < pool.size; i++) {
                points.add(pulses.get(points.size()) + " " + (float) pool.mean);
            }
        }
        return points;
    }

    private String field(CsvRow row, int column) {
        int width = rows.get(0).fields().size();
        int found = row.fields().size();
        if (found != width) {
            throw row.complaint(
                    file, Math.min(found, width) - 1, found + " columns; expected " + width + " as in the header");
        }
        return row.fields().get(places[column]).trim();
    }

    private Branch branchOf(CsvRow row) {
        String name = field(row, 0);
        for (Branch branch : Branch.values()) {
            if (branch.label.equals(name)) {
                return branch;
            }
        }
        List<String> known = List.of(Branch.POTENTIATION.label, Branch.DEPRESSION.label);
        throw row.complaint(
                file,
                places[0],
                "branch " + name + "; expected " + String.join(" or ", known) + NearestName.hint(name, known));
    }

    /** The next pulse number of a branch. */
    private int pulse(CsvRow row, List<Integer> before) {
        int pulse = pulse(row);
        if (!before.isEmpty() && pulse <= before.get(before.size() - 1)) {
            throw row.complaint(
                    file,
                    places[1],
                    "pulse " + pulse + " after " + before.get(before.size() - 1)
                            + "; expected rising numbers in a branch");
        }
        if (!before.isEmpty() && (long) pulse - before.get(0) > MOST_PULSES) {
            throw row.complaint(
                    file,
                    places[1],
                    "pulse " + pulse + "; expected " + MOST_PULSES + " pulses from the first to the last at most");
        }
        return pulse;
    }

    private int pulse(CsvRow row) {
        String text = field(row, 1);
        try {
            return new BigDecimal(text).intValueExact();
        } catch (NumberFormatException | ArithmeticException notWhole) {
            throw row.complaint(file, places[1], "pulse " + text + "; expected a whole number");
        }
    }

    private float conductance(CsvRow row) {
        String text = field(row, 2);
        return CsvReader.number(text)
                .orElseThrow(
                        () -> row.complaint(file, places[2], "conductance " + text + "; expected a finite number"));
    }

    private InputException complaint(String what) {
        return new InputException(Position.of(file.toString()), what);
    }
}
