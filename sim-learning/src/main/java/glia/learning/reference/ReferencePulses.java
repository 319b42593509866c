package glia.learning.reference;

import glia.chip.device.DeviceParameters;
import glia.chip.device.Devices;
import glia.chip.device.MeasuredCurve;
import glia.chip.device.Pulsing;

/**
 * A cell that pulses move along the exponential curve of MLP+NeuroSim, here step by step: T = Gmin + B is the asymptote of
 * G(n) = B (1 - e^(-n/A)) + Gmin, with B = (Gmax - Gmin) / (1 - e^(-N/A)) and A = a N, N states and a from the label.
 *
 * <p>Labels of curves that grow steeper all the way (below 0 going up, above 0 going down) are 5 in size at most. A train of k pulses up
 * leaves T - G e^(k/A) times as far away, one down e^(k/A) times as far; the ratio of k pulses is put
 * together from ratios of 1, 2, 4 ... pulses.
 *
 * @param range R, which a linear cell would cross by N pulses twice
 * @param lower Gmin of this cell
 * @param upper Gmax of this cell
 * @param raising label going up
 * @param lowering label going down
 */
record ReferencePulses(DeviceParameters device, float range, float lower, float upper, float raising, float lowering) {
    private Pulsing pulsing() {
        return device.pulsing();
    }

    /** Pulses that a straight line would need for a change x, at most those of the whole range. */
    float wanted(float x) {
        float share = x / (2f * range);
        if (share > 1f) {
            share = 1f;
        }
        if (share < -1f) {
            share = -1f;
        }
        return share * (x > 0f ? pulsing().potentiationStates() : pulsing().depressionStates());
    }

    /** The value after a train, moved by cycle-to-cycle noise of a standard normal n. */
    float after(float value, int train, float n) {
        float moved = within(device.device() == Devices.MEASURED ? measured(value, train) : exponential(value, train));
        float sigma = pulsing().cycleNoise() * (2f * range) * (float) Math.sqrt(Math.abs(train));
        return pulsing().cycleNoise() == 0f ? moved : within(moved + sigma * n);
    }

    private float exponential(float value, int train) {
        double a = constant(train > 0 ? Math.max(-5f, raising) : Math.min(5f, lowering));
        int states = train > 0 ? pulsing().potentiationStates() : pulsing().depressionStates();
        double asymptote = lower - ((double) upper - lower) / StrictMath.expm1(-1 / a);
        float share = share((float) -StrictMath.expm1((train > 0 ? -1 : 1) / (a * states)), Math.abs(train));
        return value + ((float) asymptote - value) * share;
    }

    private float measured(float value, int train) {
        MeasuredCurve curve = device.scheme().curve();
        float width = upper - lower;
        float least = curve.lowest();
        float most = curve.highest();
        return train > 0
                ? lower
                        + ReferenceCurve.after(curve.potentiation(), least, most, (value - lower) / width, train)
                                * width
                : upper
                        - ReferenceCurve.after(curve.depression(), most, least, (upper - value) / width, -train)
                                * width;
    }

    /** 1 - (1 - s)^k. */
    private static float share(float s, int k) {
        if (k == 0) {
            return 0f;
        }
        float[] powers = new float[Integer.SIZE];
        powers[0] = s;
        for (int b = 1; b < powers.length; b++) {
            powers[b] = powers[b - 1] + powers[b - 1] - powers[b - 1] * powers[b - 1];
        }
        float total = 0f;
        for (int b = 0; b < powers.length; b++) {
            if ((k >> b & 1) == 1) {
                total = total + powers[b] - total * powers[b];
            }
        }
        return total;
    }

    float within(float value) {
        if (value < lower) {
            return lower;
        }
        return value > upper ? upper : value;
    }

    /** a of a label, by bisection of max x(p) - p = 0.07 √2 |label|. */
    private static double constant(float label) {
        long hundredths = Math.max(1, Math.round(Math.min(9.0, Math.abs((double) label)) * 100));
        double wanted = 0.07 * StrictMath.sqrt(2) * hundredths / 100;
        double low = 0.001;
        double high = 1000;
        for (int halving = 0; halving < 60; halving++) {
            double a = StrictMath.sqrt(low * high);
            double b = -1 / StrictMath.expm1(-1 / a);
            double p = a * StrictMath.log(b / a);
            if (-b * StrictMath.expm1(-p / a) - p > wanted) {
                low = a;
            } else {
                high = a;
            }
        }
        return label < 0 ? -low : low;
    }
}
