package glia.chip.device;

import glia.core.random.RandomStream;

/**
 * Cells that a train of pulses moves along a curve. The train is programmed blindly, as if the curve were a straight line: a change
 * by the whole range is asked for by as many pulses as there are states of its direction, and rounded to whole ones. Its end is
 * moved by noise of deviation σ·√pulses, and a cell at the end of its range takes pulses and stays there.
 */
final class PulsedDevice implements SynapticDevice {
    /** The curve of a cell. */
    interface Curves {
        /**
         * Makes a curve.
         *
         * @param low the lower end of the cell's range
         * @param high the upper end
         * @param raisingLabel the cell's label of potentiation
         * @param loweringLabel its label of depression
         */
        PulseCurve of(float low, float high, Pulsing pulsing, double raisingLabel, double loweringLabel);
    }

    private final Pulsing pulsing;
    private final Rounding rounding;
    private final float range;
    /** Pulses of the whole range, going up and going down. */
    private final float[] states;
    /** By cell, or one for all of them. */
    private final PulseCurve[] curves;

    /**
     * Draws the curves of some cells.
     *
     * @param cells the draws of cells
     */
    PulsedDevice(Pulsing pulsing, Rounding rounding, float range, int count, RandomStream cells, Curves curvesOf) {
        this.pulsing = pulsing;
        this.rounding = rounding;
        this.range = range;
        states = new float[] {pulsing.potentiationStates(), pulsing.depressionStates()};
        boolean alike = pulsing.labelVariation() == 0f && pulsing.rangeVariation() == 0f;
        curves = new PulseCurve[alike ? 1 : count];
        for (int cell = 0; cell < curves.length; cell++) {
            curves[cell] = drawn(cell, cells, curvesOf);
        }
    }

    private PulseCurve drawn(int cell, RandomStream cells, Curves curvesOf) {
        float ends = pulsing.rangeVariation();
        float labels = pulsing.labelVariation();
        float high = range * (1f + ends * Draw.UPPER_END.normal(cells, cell));
        float low = -range * (1f + ends * Draw.LOWER_END.normal(cells, cell));
        return curvesOf.of(
                Math.min(low, high),
                Math.max(low, high),
                pulsing,
                pulsing.potentiationLabel() + labels * Draw.POTENTIATION_LABEL.normal(cells, cell),
                pulsing.depressionLabel() + labels * Draw.DEPRESSION_LABEL.normal(cells, cell));
    }

    private PulseCurve curve(int cell) {
        return curves[curves.length == 1 ? 0 : cell];
    }

    /** The weight itself, or the end of the cell's range that it lies beyond. */
    @Override
    public float load(float weight, int cell, RandomStream draws) {
        return within(curve(cell), weight);
    }

    @Override
    public float write(float stored, float requestedChange, int cell, RandomStream draws, Pulses pulses) {
        int size = rounding.size(share(requestedChange) * states(requestedChange), cell, draws);
        if (size == 0) {
            return stored;
        }
        int train = train(requestedChange, size);
        pulses.add(train);
        return moved(stored, train, cell, draws);
    }

    @Override
    public void writeRow(float[] stored, float[] changes, int firstCell, RandomStream draws, RowWrite row) {
        float[] sizes = row.sizes();
        float most = Math.max(states[0], states[1]);
        for (int j = 0; j < stored.length; j++) {
            sizes[j] = share(changes[j]) * most;
        }
        int rounded = rounding.oneOrMore(sizes, firstCell, draws, row);
        for (int k = 0; k < rounded; k++) {
            int j = row.rounded()[k];
            int size = rounding.size(share(changes[j]) * states(changes[j]), firstCell + j, draws);
            if (size > 0) {
                int train = train(changes[j], size);
                row.add(j, train);
                stored[j] = moved(stored[j], train, firstCell + j, draws);
            }
        }
    }

    /** The size of a change, a share of the range. */
    private float share(float change) {
        return Math.min(1f, Math.abs(change / (2f * range)));
    }

    private float states(float change) {
        return states[Float.floatToRawIntBits(change) >>> (Integer.SIZE - 1)];
    }

    private static int train(float change, int pulses) {
        return change > 0f ? pulses : -pulses;
    }

    private float moved(float stored, int train, int cell, RandomStream draws) {
        PulseCurve curve = curve(cell);
        float moved = curve.after(stored, train);
        if (pulsing.cycleNoise() != 0f) {
            float sigma = pulsing.cycleNoise() * (2f * range) * (float) Math.sqrt(Math.abs(train));
            moved += sigma * Draw.CYCLE_NOISE.normal(draws, cell);
        }
        return within(curve, moved);
    }

    private static float within(PulseCurve curve, float value) {
        return Math.max(curve.low(), Math.min(curve.high(), value));
    }
}
