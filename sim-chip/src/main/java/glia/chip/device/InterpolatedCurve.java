package glia.chip.device;

import java.util.List;

/**
 * A measured curve between the ends of a cell's range, straight from point to point. A train moves a cell along the branch of its
 * direction, from the place where the branch has the cell's conductance; where the branch is flat, from the end of the flat piece; a
 * cell before the branch's start from the start. A cell beyond the branch's end stays.
 *
 * @param low the lower end of the cell's range
 * @param high the upper end
 * @param potentiation up
 * @param depression down
 */
record InterpolatedCurve(float low, float high, Branch potentiation, Branch depression) implements PulseCurve {
    /** One direction: how far a cell is on its way, 0 to 1, after a number of pulses; both in rising order. */
    static final class Branch {
        private final float[] pulses;
        private final float[] ways;

        /** The way from one conductance to another. */
        Branch(List<MeasuredCurve.Point> points, float from, float to) {
            pulses = new float[points.size()];
            ways = new float[points.size()];
            for (int i = 0; i < pulses.length; i++) {
                pulses[i] = points.get(i).pulse() - points.get(0).pulse();
                ways[i] = (points.get(i).conductance() - from) / (to - from);
            }
        }

        /** The way of a cell after so many pulses more. */
        float after(float way, int count) {
            int last = ways.length - 1;
            if (way >= ways[last]) {
                return way;
            }
            float place = way < ways[0] ? 0f : interpolated(ways, pulses, way);
            float end = place + count;
            return Math.max(way, end >= pulses[last] ? ways[last] : interpolated(pulses, ways, end));
        }

        /** y at an x that lies from the first x to below the last one. */
        private static float interpolated(float[] xs, float[] ys, float x) {
            int low = 0;
            int high = xs.length - 1;
            while (high - low > 1) {
                int middle = (low + high) >>> 1;
                if (xs[middle] <= x) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            return ys[low] + (x - xs[low]) / (xs[high] - xs[low]) * (ys[high] - ys[low]);
        }
    }

    /** Branches of a measured curve, up and down. */
    static Branch[] branches(MeasuredCurve curve) {
        float lowest = curve.lowest();
        float highest = curve.highest();
        return new Branch[] {
            new Branch(curve.potentiation(), lowest, highest), new Branch(curve.depression(), highest, lowest)
        };
    }

    @Override
    public float after(float stored, int train) {
        float width = high - low;
        float moved = train > 0
                ? low + potentiation.after((stored - low) / width, train) * width
                : high - depression.after((high - stored) / width, -train) * width;
        return Math.max(low, Math.min(high, moved));
    }
}
