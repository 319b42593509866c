package glia.cli.sweep;

import glia.core.random.RandomStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Independent uniform draws on all axes.
 *
 * @param axes the axes
 * @param wanted how many points are wanted
 * @param seed decides the draws
 */
record RandomDesign(List<Axis> axes, int wanted, long seed) implements Design {
    /** So many draws a wanted point, where constraints refuse some. */
    private static final int TRIES = 1_000;

    private static final long STREAM = 61;

    @Override
    public int size() {
        return (int) Math.min((long) wanted * TRIES, Integer.MAX_VALUE);
    }

    @Override
    public List<String> draw(int number) {
        RandomStream draws = RandomStream.of(seed, STREAM).sub(number);
        List<String> values = new ArrayList<>();
        for (int i = 0; i < axes.size(); i++) {
            values.addAll(axes.get(i).at(draws.uniform(i)));
        }
        return values;
    }
}
