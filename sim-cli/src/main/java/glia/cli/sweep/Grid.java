package glia.cli.sweep;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Every combination of the values of all axes; those of the last axis change fastest.
 *
 * @param axes the axes
 */
record Grid(List<ListAxis> axes) implements Design {
    /** The number of combinations. */
    static long sizeOf(List<ListAxis> axes) {
        long size = 1;
        for (ListAxis axis : axes) {
            size = Math.multiplyExact(size, (long) axis.rows().size());
        }
        return size;
    }

    @Override
    public int size() {
        return Math.toIntExact(sizeOf(axes));
    }

    @Override
    public List<String> draw(int number) {
        Deque<List<String>> values = new ArrayDeque<>();
        int rest = number;
        for (int i = axes.size() - 1; i >= 0; i--) {
            List<List<String>> rows = axes.get(i).rows();
            values.addFirst(rows.get(rest % rows.size()));
            rest /= rows.size();
        }
        return values.stream().flatMap(List::stream).toList();
    }
}
