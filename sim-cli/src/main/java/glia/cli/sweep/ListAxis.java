package glia.cli.sweep;

import java.util.List;
import java.util.stream.IntStream;

/**
 * An axis of listed values.
 *
 * @param keys the keys
 * @param rows the values of all keys at each place, in order
 */
public record ListAxis(List<String> keys, List<List<String>> rows) implements Axis {
    /** Copies the lists. */
    public ListAxis {
        keys = List.copyOf(keys);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** An axis of one key. */
    static ListAxis of(String key, List<String> values) {
        return new ListAxis(List.of(key), values.stream().map(List::of).toList());
    }

    /** The values of one of the keys. */
    List<String> column(int key) {
        return rows.stream().map(row -> row.get(key)).toList();
    }

    @Override
    public List<String> at(double place) {
        return rows.get((int) (place * rows.size()));
    }

    @Override
    public List<Column.Type> types() {
        return IntStream.range(0, keys.size())
                .mapToObj(key -> Column.Type.of(column(key)))
                .toList();
    }
}
