package glia.chip.device;

import glia.core.random.RandomStream;

/**
 * Cells of some equally spaced states from -range to range. A requested change is rounded to whole steps; every write is one pulse,
 * and there is none where the change is rounded to no step. A cell at the end of its range stays there, and is written.
 */
final class QuantizedDevice implements SynapticDevice {
    private final float range;
    private final int highest;
    private final float step;
    private final Rounding rounding;

    /** Makes cells of at least two states. */
    QuantizedDevice(float range, int states, Rounding rounding) {
        this.range = range;
        highest = states - 1;
        step = 2f * range / highest;
        this.rounding = rounding;
    }

    /** The nearest state, whatever the rounding of writes; of two as near, the upper one. */
    @Override
    public float load(float weight, int cell, RandomStream draws) {
        return value(state(weight));
    }

    @Override
    public float write(float stored, float requestedChange, int cell, RandomStream draws, Pulses pulses) {
        int steps = rounding.steps(requestedChange / step, cell, draws);
        if (steps == 0) {
            return stored;
        }
        pulses.add(steps > 0 ? 1 : -1);
        return value(state(stored) + steps);
    }

    @Override
    public void writeRow(float[] stored, float[] changes, int firstCell, RandomStream draws, RowWrite row) {
        float[] sizes = row.sizes();
        for (int j = 0; j < stored.length; j++) {
            sizes[j] = Math.abs(changes[j] / step);
        }
        int rounded = rounding.oneOrMore(sizes, firstCell, draws, row);
        for (int k = 0; k < rounded; k++) {
            int j = row.rounded()[k];
            int size = rounding.size(sizes[j], firstCell + j, draws);
            int sign = changes[j] > 0f ? 1 : -1;
            row.add(j, sign);
            stored[j] = value(state(stored[j]) + sign * size);
        }
    }

    private int state(float weight) {
        float exact = (weight + range) / step + 0.5f;
        return (int) Math.max(0f, Math.min(highest, exact));
    }

    private float value(int state) {
        return Math.max(0, Math.min(highest, state)) * step - range;
    }
}
