package glia.learning.reference;

import glia.chip.device.MeasuredCurve;
import java.util.List;

/**
 * A cell that pulses move along a measured curve, straight from point to point. Its way u is how far its conductance is from the end of
 * the range that the branch comes from, as a share; the branch has the way of the last point that is not beyond u, and what is missing to
 * u in pulses after it.
 */
final class ReferenceCurve {
    private ReferenceCurve() {}

    /** The way u after so many pulses along a branch between the curve's ends. */
    static float after(List<MeasuredCurve.Point> branch, float from, float to, float u, int count) {
        float[] n = new float[branch.size()];
        float[] g = new float[branch.size()];
        for (int k = 0; k < n.length; k++) {
            n[k] = branch.get(k).pulse() - branch.get(0).pulse();
            g[k] = (branch.get(k).conductance() - from) / (to - from);
        }
        int last = n.length - 1;
        if (u >= g[last]) {
            return u;
        }
        float place = u < g[0] ? 0f : line(g, n, u);
        if (place + count >= n[last]) {
            return g[last];
        }
        float moved = line(n, g, place + count);
        return moved < u ? u : moved;
    }

    /** y at x, on the line from the last point whose x is not beyond it. */
    private static float line(float[] xs, float[] ys, float x) {
        int k = 0;
        while (k + 2 < xs.length && xs[k + 1] <= x) {
            k++;
        }
        return ys[k] + (x - xs[k]) / (xs[k + 1] - xs[k]) * (ys[k + 1] - ys[k]);
    }
}
