package glia.chip.device;

import glia.core.random.RandomStream;

/**
 * Cells that a train of pulses moves along a curve. The train is programmed blindly, as if the curve were a straight line: a change
 * by the whole range is asked for by as many pulses as there are states of its direction, and rounded to whole ones. Its end is
 * moved by noise of deviation σ·√pulses, and a cell at the end of its range takes pulses and stays there.
 */
final class PulsedDevice implements SynapticDevice {
    private final Pulsing pulsing;
    private final Rounding rounding;
    private final float range;
    /** By cell, or one for all of them. */
    private final PulseCurve[] curves;

    /**
     * Draws the curves of some cells.
     *
     * @param cells the draws of cells
     */
    PulsedDevice(Pulsing pulsing, Rounding rounding, float range, int count, RandomStream cells) {
        this.pulsing = pulsing;
        this.rounding = rounding;
        this.range = range;
        boolean alike = pulsing.labelVariation() == 0f && pulsing.rangeVariation() == 0f;
        curves = new PulseCurve[alike ? 1 : count];
        for (int cell = 0; cell < curves.length; cell++) {
            curves[cell] = drawn(cell, cells);
        }
    }

    private PulseCurve drawn(int cell, RandomStream cells) {
        float ends = pulsing.rangeVariation();
        float labels = pulsing.labelVariation();
        float high = range * (1f + ends * Draw.UPPER_END.normal(cells, cell));
        float low = -range * (1f + ends * Draw.LOWER_END.normal(cells, cell));
        return ExponentialCurve.of(
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
        int states = requestedChange > 0f ? pulsing.potentiationStates() : pulsing.depressionStates();
        float share = requestedChange / (2f * range);
        int train = rounding.steps(Math.max(-1f, Math.min(1f, share)) * states, cell, draws);
        if (train == 0) {
            return stored;
        }
        pulses.add(train);
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
