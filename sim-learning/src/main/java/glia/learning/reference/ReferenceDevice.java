package glia.learning.reference;

import glia.chip.device.Defects;
import glia.chip.device.DeviceParameters;
import glia.core.random.NormalTable;
import glia.core.random.RandomStream;

/**
 * What single cells of a layer do when they are loaded, asked for a change, and read.
 *
 * <pre>
 * R = range / √n_(l-1)      read = (1 + σ_g n) v + (σ_o / √n_(l-1)) n'      v stuck at R, -R or a share of R, or
 * load:   v = nearest value to w0 (1 + σ_w n)        write:   v = moved by x (1 + σ_w n)
 * </pre>
 *
 * <p>n are standard normal. Draw k of cell c has the index 16 c + k, of what differs from cell to cell in the stream of cells.
 *
 * @param inputs n_(l-1)
 * @param cells the stream of cells
 */
record ReferenceDevice(DeviceParameters device, int inputs, RandomStream cells) {
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
    static final int VERIFY_READ = 10;

    /**
     * A cell after a write.
     *
     * @param train its pulses, below 0 if they lowered the weight
     */
    record Written(float value, int train) {}

    /** R. */
    float range() {
        return device.range() / (float) StrictMath.sqrt(inputs);
    }

    /** What a cell stores once a weight was put into it. */
    float loaded(long cell, float weight, RandomStream draws) {
        float w = noisy(weight, cell, draws);
        float value = switch (device.device()) {
            case IDEAL -> w;
            case QUANTIZED -> state(stateNumber(w));
            case PULSED, MEASURED -> pulses(cell).within(w);
        };
        return kept(cell, value);
    }

    /** What a cell that stores v stores once it was asked for a change x. */
    Written written(long cell, float v, float x, RandomStream draws) {
        float noisy = x == 0f ? 0f : noisy(x, cell, draws);
        int train = noisy == 0f ? 0 : train(cell, noisy, draws);
        if (train == 0) {
            return new Written(v, 0);
        }
        return switch (device.device()) {
            case IDEAL -> new Written(kept(cell, v + noisy), train);
            case QUANTIZED -> new Written(kept(cell, state(stateNumber(v) + train)), Integer.signum(train));
            case PULSED, MEASURED ->
                new Written(kept(cell, pulses(cell).after(v, train, normal(cell, draws, CYCLE_NOISE))), train);
        };
    }

    /** Steps of a quantized cell, pulses of another one. */
    private int train(long cell, float x, RandomStream draws) {
        return switch (device.device()) {
            case IDEAL -> x > 0f ? 1 : -1;
            case QUANTIZED -> wholeSteps(x / step(), cell, draws);
            case PULSED, MEASURED -> wholeSteps(pulses(cell).wanted(x), cell, draws);
        };
    }

    /** What a cell that stores v weighs when it is read. */
    float read(long cell, float v) {
        float gain = device.defects().gainMismatch();
        float offset = device.defects().offsetMismatch();
        return gain == 0f && offset == 0f
                ? v
                : Math.fma(
                        1f + gain * normal(cell, cells, GAIN),
                        v,
                        offset / (float) StrictMath.sqrt(inputs) * normal(cell, cells, OFFSET));
    }

    private float step() {
        return 2f * range() / (device.states() - 1);
    }

    /** The nearest of the states 0 .. S - 1 at -R .. R. */
    private int stateNumber(float w) {
        float exact = (w + range()) / step() + 0.5f;
        if (exact < 0f) {
            return 0;
        }
        return exact > device.states() - 1 ? device.states() - 1 : (int) exact;
    }

    private float state(int number) {
        int kept = number < 0 ? 0 : number > device.states() - 1 ? device.states() - 1 : number;
        return kept * step() - range();
    }

    /** The nearest whole number, halves away from 0; or up with the probability of the fraction; 2^20 at most. */
    private int wholeSteps(float exact, long cell, RandomStream draws) {
        float size = exact < 0f ? -exact : exact;
        size = size > 0x1p20f ? 0x1p20f : size;
        int whole = (int) size;
        boolean up = switch (device.rounding()) {
            case NEAREST -> size - whole >= 0.5f;
            case STOCHASTIC -> size - whole >= 1f - uniform(cell, draws, ROUNDING);
        };
        int steps = up ? whole + 1 : whole;
        return exact < 0f ? -steps : steps;
    }

    private ReferencePulses pulses(long cell) {
        float r = range();
        float ends = device.pulsing().rangeVariation();
        float labels = device.pulsing().labelVariation();
        float upper = r * (1f + ends * normal(cell, cells, UPPER_END));
        float lower = -r * (1f + ends * normal(cell, cells, LOWER_END));
        float raising = device.pulsing().potentiationLabel() + labels * normal(cell, cells, POTENTIATION_LABEL);
        float lowering = device.pulsing().depressionLabel() + labels * normal(cell, cells, DEPRESSION_LABEL);
        return new ReferencePulses(
                device, r, upper < lower ? upper : lower, upper < lower ? lower : upper, raising, lowering);
    }

    private float noisy(float x, long cell, RandomStream draws) {
        float sigma = device.defects().writeNoise();
        return sigma == 0f ? x : x * (1f + sigma * normal(cell, draws, WRITE_NOISE));
    }

    private float kept(long cell, float value) {
        Defects.Stuck stuck = device.defects().stuck();
        float u = uniform(cell, cells, STUCK);
        if (u < stuck.on()) {
            return range();
        }
        if (u < stuck.on() + stuck.off()) {
            return -range();
        }
        return u < stuck.on() + stuck.off() + stuck.atValue() ? stuck.value() * range() : value;
    }

    private static float uniform(long cell, RandomStream draws, int k) {
        return (draws.bits(16 * cell + k) >>> 40) * 0x1p-24f;
    }

    static float normal(long cell, RandomStream draws, int k) {
        return NormalTable.of(draws.bits(16 * cell + k));
    }
}
