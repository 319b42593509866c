package glia.cli.sweep;

import glia.core.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Latin hypercube sampling (McKay, Beckman, Conover, Technometrics 21, 1979): each axis is cut into as many strata of equal width as
 * there are draws, and each stratum holds one draw, at a uniform place in it.
 */
final class LatinHypercube implements Design {
    private static final long STREAM = 62;
    private static final long ORDER = 0;
    private static final long PLACE = 1;

    private final List<Axis> axes;
    private final int size;
    private final RandomStream draws;
    private final List<int[]> strata;

    /** So many draws of a seed. */
    LatinHypercube(List<Axis> axes, int size, long seed) {
        this.axes = List.copyOf(axes);
        this.size = size;
        draws = RandomStream.of(seed, STREAM);
        strata = IntStream.range(0, axes.size())
                .mapToObj(axis -> draws.sub(ORDER).sub(axis).permutation(size))
                .toList();
    }

    @Override
    public int size() {
        return size;
    }

    /** The place of a draw on an axis, from 0 to below 1. */
    double place(int number, int axis) {
        double place = (strata.get(axis)[number] + draws.sub(PLACE).sub(axis).uniform(number)) / size;
        return Math.min(place, Math.nextDown(1.0));
    }

    @Override
    public List<String> draw(int number) {
        List<String> values = new ArrayList<>();
        for (int axis = 0; axis < axes.size(); axis++) {
            values.addAll(axes.get(axis).at(place(number, axis)));
        }
        return values;
    }
}
