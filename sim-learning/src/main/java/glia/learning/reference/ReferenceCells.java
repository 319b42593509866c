package glia.learning.reference;

import glia.chip.device.Defects;
import glia.chip.device.DeviceParameters;
import glia.chip.device.Devices;
import glia.chip.device.WearOut;
import glia.core.random.NormalTable;
import glia.core.random.RandomStream;

/**
 * The memory cells of a network: what each stores, the weight that it has when it is read, and the pulses that it took.
 *
 * <pre>
 * R = range / √n_(l-1)      w = (1 + σ_g n) v + (σ_o / √n_(l-1)) n'      v stuck at R, -R or a share of R, or
 * load:   v = nearest value to w0 (1 + σ_w n)        write:   v = moved by x (1 + σ_w n)
 * worn:   pulses so far >= N = m e^(s n), a whole number: v stays; the write that got there was the last one, and leaves v there or
 *         at R or -R; n is draw i n_l + j of sub-stream -3 of that of cells
 * </pre>
 *
 * <p>n are standard normal. Draw k of cell i n_l + j has the index 16 (i n_l + j) + k in the stream (seed, 20).layer, of which
 * sub-stream -1 holds what differs from cell to cell, -2 the draws of loading, and t those of write t of the layer. Layers count from
 * 0; k as below.
 */
final class ReferenceCells {
    static final int ROUNDING = 0;
    static final int WRITE_NOISE = 1;
    static final int CYCLE_NOISE = 2;
    static final int STUCK = 3;
    static final int GAIN = 4;
    static final int OFFSET = 5;
    static final int POTENTIATION_LABEL = 6;
    static final int DEPRESSION_LABEL = 7;
    static final int UPPER_END = 8;
    static final int LOWER_END = 9;
    private static final long STREAM = 20;

    private final DeviceParameters device;
    private final float[][][] weights;
    private final float[][][] values;
    private final long[] writes;
    private final long[][][] raisingPulses;
    private final long[][][] loweringPulses;

    /** Puts weights (layer, input, output) into cells, and changes them to what is read there. */
    ReferenceCells(DeviceParameters device, float[][][] weights) {
        this.device = device;
        this.weights = weights;
        this.writes = new long[weights.length];
        this.values = new float[weights.length][][];
        this.raisingPulses = new long[weights.length][][];
        this.loweringPulses = new long[weights.length][][];
        for (int l = 0; l < weights.length; l++) {
            writes[l] = -1;
            values[l] = new float[weights[l].length][weights[l][0].length];
            raisingPulses[l] = new long[weights[l].length][weights[l][0].length];
            loweringPulses[l] = new long[weights[l].length][weights[l][0].length];
            for (int i = 0; !areIdeal() && i < weights[l].length; i++) {
                for (int j = 0; j < weights[l][i].length; j++) {
                    put(l, i, j, kept(l, i, j, loaded(l, i, j, noisy(weights[l][i][j], l, i, j, -2))));
                }
            }
        }
    }

    /** Whether the weights are plain numbers. */
    boolean areIdeal() {
        return device.device() == Devices.IDEAL && device.defects().equals(Defects.NONE);
    }

    /** Pulses that raised a weight, by layer, input, output. */
    long[][][] raisingPulses() {
        return raisingPulses;
    }

    /** Pulses that lowered a weight, by layer, input, output. */
    long[][][] loweringPulses() {
        return loweringPulses;
    }

    /** Starts the next write of a layer. */
    void startWrite(int l) {
        writes[l]++;
    }

    /** Asks a change x of a cell; answers the pulses that it took, below 0 if they lowered the weight. */
    int write(int l, int i, int j, float x) {
        if (x == 0f) {
            return 0;
        }
        float noisy = noisy(x, l, i, j, writes[l]);
        int train;
        float value;
        switch (device.device()) {
            case IDEAL -> {
                train = noisy > 0f ? 1 : -1;
                value = values[l][i][j] + noisy;
            }
            case QUANTIZED -> {
                int steps = wholeSteps(noisy / step(l), l, i, j);
                train = Integer.signum(steps);
                value = state(l, stateNumber(l, values[l][i][j]) + steps);
            }
            default -> {
                ReferencePulses pulses = pulses(l, i, j);
                train = wholeSteps(pulses.wanted(noisy), l, i, j);
                float n = normal(l, i, j, writes[l], CYCLE_NOISE);
                value = train == 0 ? values[l][i][j] : pulses.after(values[l][i][j], train, n);
            }
        }
        if (train != 0) {
            pulse(l, i, j, train, kept(l, i, j, value));
        }
        return train;
    }

    /** Counts a train of pulses, and stores the value it leads to unless the cell is worn, or that of worn cells if it is now. */
    private void pulse(int l, int i, int j, int train, float value) {
        boolean worn = isWorn(l, i, j);
        (train > 0 ? raisingPulses : loweringPulses)[l][i][j] += Math.abs(train);
        if (!worn) {
            put(l, i, j, isWorn(l, i, j) ? wornValue(l, value) : value);
        }
    }

    private boolean isWorn(int l, int i, int j) {
        WearOut wearOut = device.defects().wearOut();
        if (Double.isInfinite(wearOut.median())) {
            return false;
        }
        long cell = (long) i * weights[l][i].length + j;
        float n = NormalTable.of(
                RandomStream.of(device.seed(), STREAM).sub(l).sub(-1).sub(-3).bits(cell));
        double drawn = Math.floor(wearOut.median() * StrictMath.exp((double) wearOut.spread() * n) + 0.5);
        return raisingPulses[l][i][j] + loweringPulses[l][i][j] >= (drawn < 1 ? 1 : drawn);
    }

    private float wornValue(int l, float last) {
        return switch (device.defects().wearOut().end()) {
            case ON -> range(l);
            case OFF -> -range(l);
            case LAST -> last;
        };
    }

    private float loaded(int l, int i, int j, float w) {
        return switch (device.device()) {
            case IDEAL -> w;
            case QUANTIZED -> state(l, stateNumber(l, w));
            case PULSED -> pulses(l, i, j).within(w);
        };
    }

    /** R, of layer l. */
    private float range(int l) {
        return device.range() / (float) StrictMath.sqrt(weights[l].length);
    }

    private float step(int l) {
        return 2f * range(l) / (device.states() - 1);
    }

    /** The nearest of the states 0 .. S - 1 at -R .. R. */
    private int stateNumber(int l, float w) {
        float exact = (w + range(l)) / step(l) + 0.5f;
        if (exact < 0f) {
            return 0;
        }
        return exact > device.states() - 1 ? device.states() - 1 : (int) exact;
    }

    private float state(int l, int number) {
        int kept = number < 0 ? 0 : number > device.states() - 1 ? device.states() - 1 : number;
        return kept * step(l) - range(l);
    }

    /** The nearest whole number, halves away from 0; or up with the probability of the fraction; 2^20 at most. */
    private int wholeSteps(float exact, int l, int i, int j) {
        float size = exact < 0f ? -exact : exact;
        size = size > 0x1p20f ? 0x1p20f : size;
        int whole = (int) size;
        boolean up = switch (device.rounding()) {
            case NEAREST -> size - whole >= 0.5f;
            case STOCHASTIC -> size - whole >= 1f - uniform(l, i, j, writes[l], ROUNDING);
        };
        int steps = up ? whole + 1 : whole;
        return exact < 0f ? -steps : steps;
    }

    private ReferencePulses pulses(int l, int i, int j) {
        float r = range(l);
        float ends = device.pulsing().rangeVariation();
        float labels = device.pulsing().labelVariation();
        float upper = r * (1f + ends * normal(l, i, j, -1, UPPER_END));
        float lower = -r * (1f + ends * normal(l, i, j, -1, LOWER_END));
        float raising = device.pulsing().potentiationLabel() + labels * normal(l, i, j, -1, POTENTIATION_LABEL);
        float lowering = device.pulsing().depressionLabel() + labels * normal(l, i, j, -1, DEPRESSION_LABEL);
        return new ReferencePulses(
                device.pulsing(), r, upper < lower ? upper : lower, upper < lower ? lower : upper, raising, lowering);
    }

    private float noisy(float x, int l, int i, int j, long write) {
        float sigma = device.defects().writeNoise();
        return sigma == 0f ? x : x * (1f + sigma * normal(l, i, j, write, WRITE_NOISE));
    }

    /** Stores a value and reads it. */
    private void put(int l, int i, int j, float value) {
        values[l][i][j] = value;
        weights[l][i][j] = values[l][i][j];
        float gain = device.defects().gainMismatch();
        float offset = device.defects().offsetMismatch();
        if (gain != 0f || offset != 0f) {
            weights[l][i][j] = Math.fma(
                    1f + gain * normal(l, i, j, -1, GAIN),
                    values[l][i][j],
                    offset / (float) StrictMath.sqrt(weights[l].length) * normal(l, i, j, -1, OFFSET));
        }
    }

    private float kept(int l, int i, int j, float value) {
        Defects.Stuck stuck = device.defects().stuck();
        float u = uniform(l, i, j, -1, STUCK);
        if (u < stuck.on()) {
            return range(l);
        }
        if (u < stuck.on() + stuck.off()) {
            return -range(l);
        }
        return u < stuck.on() + stuck.off() + stuck.atValue() ? stuck.value() * range(l) : value;
    }

    private float uniform(int l, int i, int j, long sub, int k) {
        return (bits(l, i, j, sub, k) >>> 40) * 0x1p-24f;
    }

    private float normal(int l, int i, int j, long sub, int k) {
        return NormalTable.of(bits(l, i, j, sub, k));
    }

    private long bits(int l, int i, int j, long sub, int k) {
        long cell = (long) i * weights[l][i].length + j;
        return RandomStream.of(device.seed(), STREAM).sub(l).sub(sub).bits(16 * cell + k);
    }
}
