package glia.core.config;

import java.util.ArrayList;
import java.util.List;

/**
 * A value as it was written.
 *
 * @param items its text, or the texts of a list's items
 * @param list whether it was written as a list
 * @param keyPosition where its key was written
 * @param position where it was written itself
 */
public record Written(List<String> items, boolean list, Position keyPosition, Position position) {
    /** Copies the items. */
    public Written {
        items = List.copyOf(items);
    }

    /** Reads text as on a command line: {@code [a, b]} is a list, anything else one value. */
    public static Written of(String text, Position position) {
        String trimmed = text.trim();
        if (!trimmed.startsWith("[") || !trimmed.endsWith("]")) {
            return new Written(List.of(trimmed), false, position, position);
        }
        List<String> items = new ArrayList<>();
        for (String item : trimmed.substring(1, trimmed.length() - 1).split(",", -1)) {
            items.add(item.trim());
        }
        if (items.get(items.size() - 1).isEmpty()) {
            items.remove(items.size() - 1);
        }
        return new Written(items, true, position, position);
    }

    /** As a user would write it. */
    @Override
    public String toString() {
        return list ? "[" + String.join(", ", items) + "]" : items.get(0);
    }
}
