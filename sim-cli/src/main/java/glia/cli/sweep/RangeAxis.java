package glia.cli.sweep;

import java.util.List;

/**
 * An axis that is drawn from.
 *
 * @param key the key
 * @param range from where to where
 */
public record RangeAxis(String key, Range range) implements Axis {
    @Override
    public List<String> keys() {
        return List.of(key);
    }

    @Override
    public List<String> at(double place) {
        return List.of(range.at(place));
    }

    @Override
    public List<Column.Type> types() {
        return List.of(range.type());
    }
}
