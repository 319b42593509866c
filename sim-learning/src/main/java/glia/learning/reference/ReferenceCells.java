package glia.learning.reference;

import glia.chip.device.DeviceParameters;
import glia.chip.device.Devices;
import glia.chip.device.Drift;
import glia.chip.device.PulseProgramming;
import glia.chip.device.WearOut;
import glia.core.random.NormalTable;
import glia.core.random.RandomStream;

/**
 * The memory cells of a network: what each stores, the weight that is read of them, and the pulses and reads that they took.
 *
 * <pre>
 * one cell a synapse:   w = read(v f(t))                     f(t) = 1, (t/t0)^-ν or e^(-t/τ), t since the cell's last write
 * a pair:               w = g+ - g-      g = (read((v + R) f(t) - R) + R) / 2     x > 0 asks x of g+, x < 0 asks -x of g-
 *     if then g >= 0.9 R of the asked one:   d = w;   both are asked -R;   one is asked |d|, g+ if d > 0
 * verified:             m = read + x, [-R, R];   train for x;   while |m - read| > tolerance: train for m - read
 * worn:                 pulses so far >= N = m e^(s n), a whole number: v stays as it is now; the train that got there was the last one,
 *     and leaves v there or at R or -R; n is the cell's draw of sub-stream -3 of that of cells
 * </pre>
 *
 * <p>Cell i n_l + j, or the two from 2 (i n_l + j) on. Stream (seed, 20).layer has sub-stream -1 of what differs from cell to cell,
 * -2 of loading, and t of write t of the layer, below which k is that of attempt k, -1 and -2 those of a refresh. Layers count from 0.
 */
final class ReferenceCells {
    private static final long STREAM = 20;

    private final DeviceParameters parameters;
    private final float[][][] weights;
    private final int each;
    private final ReferenceDevice[] devices;
    private final float[][][] values;
    private final long[][][] since;
    private final long[][][] taken;
    private final long[] writes;
    private long sample;
    private final long[][][] raisingPulses;
    private final long[][][] loweringPulses;
    private long reads;
    private int up;
    private int down;

    /** Puts weights (layer, input, output) into cells, and changes them to what is read there. */
    ReferenceCells(DeviceParameters parameters, float[][][] weights) {
        this.parameters = parameters;
        this.weights = weights;
        this.each = parameters.scheme().pairs() ? 2 : 1;
        this.writes = new long[weights.length];
        this.devices = new ReferenceDevice[weights.length];
        this.values = new float[weights.length][][];
        this.since = new long[weights.length][][];
        this.taken = new long[weights.length][][];
        this.raisingPulses = new long[weights.length][][];
        this.loweringPulses = new long[weights.length][][];
        for (int l = 0; l < weights.length; l++) {
            int inputs = weights[l].length;
            int neurons = weights[l][0].length;
            writes[l] = -1;
            devices[l] = new ReferenceDevice(parameters, inputs, stream(l, -1));
            values[l] = new float[inputs][each * neurons];
            since[l] = new long[inputs][each * neurons];
            taken[l] = new long[inputs][each * neurons];
            raisingPulses[l] = new long[inputs][neurons];
            loweringPulses[l] = new long[inputs][neurons];
            for (int i = 0; !areIdeal() && i < inputs; i++) {
                for (int j = 0; j < neurons; j++) {
                    load(l, i, j);
                }
            }
        }
    }

    private RandomStream stream(int l, long sub) {
        return RandomStream.of(parameters.seed(), STREAM).sub(l).sub(sub);
    }

    /** Whether the weights are plain numbers. */
    boolean areIdeal() {
        return parameters.storesSums();
    }

    /** Pulses that raised a weight, by layer, input, output. */
    long[][][] raisingPulses() {
        return raisingPulses;
    }

    /** Pulses that lowered a weight, by layer, input, output. */
    long[][][] loweringPulses() {
        return loweringPulses;
    }

    /** Reads of single cells that writes took. */
    long reads() {
        return reads;
    }

    /** Lets cells drift to a sample. */
    void startSample(long number) {
        sample = number;
        boolean drifts = parameters.scheme().drift().form() != Drift.Form.NONE;
        for (int l = 0; drifts && l < weights.length; l++) {
            for (int i = 0; i < weights[l].length; i++) {
                for (int j = 0; j < weights[l][i].length; j++) {
                    weights[l][i][j] = weight(l, i, j);
                }
            }
        }
    }

    /** Starts the next write of a layer. */
    void startWrite(int l) {
        writes[l]++;
    }

    private void load(int l, int i, int j) {
        float w = weights[l][i][j];
        if (each == 1) {
            load(l, i, j, w);
        } else {
            load(l, i, 2 * j, 2f * (w > 0f ? w : 0f) - devices[l].range());
            load(l, i, 2 * j + 1, 2f * (w < 0f ? -w : 0f) - devices[l].range());
        }
        weights[l][i][j] = weight(l, i, j);
    }

    private void load(int l, int i, int q, float w) {
        values[l][i][q] = devices[l].loaded(cell(l, i, q), w, stream(l, -2));
        long before = reads;
        correct(l, i, q, limited(l, w), stream(l, -2));
        reads = before;
        up = 0;
        down = 0;
    }

    /** Asks a change x of a weight; answers 1 if most of the pulses raised it, -1 if not, 0 if there was none. */
    int write(int l, int i, int j, float x) {
        up = 0;
        down = 0;
        if (each == 1) {
            ask(l, i, j, x, stream(l, writes[l]));
        } else {
            askPair(l, i, j, x);
        }
        if (up + down > 0) {
            weights[l][i][j] = weight(l, i, j);
        }
        raisingPulses[l][i][j] += up;
        loweringPulses[l][i][j] += down;
        return up + down == 0 ? 0 : up > down ? 1 : -1;
    }

    private void askPair(int l, int i, int j, float x) {
        float r = devices[l].range();
        int asked = x > 0f ? 2 * j : 2 * j + 1;
        RandomStream draws = stream(l, writes[l]);
        ask(l, i, asked, 2f * (x > 0f ? x : -x), draws);
        if (up + down == 0) {
            return;
        }
        reads++;
        if (conductance(l, i, asked) >= 0.9f * r) {
            reads++;
            float d = weight(l, i, j);
            ask(l, i, 2 * j, -2f * r, draws.sub(-1));
            ask(l, i, 2 * j + 1, -2f * r, draws.sub(-1));
            if (d != 0f) {
                ask(l, i, d > 0f ? 2 * j : 2 * j + 1, 2f * (d > 0f ? d : -d), draws.sub(-2));
            }
        }
    }

    /** Asks a change of a cell, verified or not. */
    private void ask(int l, int i, int q, float x, RandomStream draws) {
        float before = present(l, i, q);
        if (train(l, i, q, x, draws) && parameters.scheme().programming().attempts() > 0) {
            correct(l, i, q, limited(l, verify(l, i, q, before, draws.sub(0)) + x), draws);
        }
    }

    private void correct(int l, int i, int q, float target, RandomStream draws) {
        PulseProgramming programming = parameters.scheme().programming();
        float tolerance = programming.tolerance() * (2f * devices[l].range());
        for (int attempt = 1; attempt <= programming.attempts(); attempt++) {
            RandomStream own = draws.sub(attempt);
            float missing = target - verify(l, i, q, present(l, i, q), own);
            boolean done = missing <= tolerance && missing >= -tolerance;
            if (done || attempt == programming.attempts() || !train(l, i, q, missing, own)) {
                return;
            }
        }
    }

    private float limited(int l, float w) {
        float r = parameters.device() == Devices.IDEAL ? Float.MAX_VALUE : devices[l].range();
        return w > r ? r : w < -r ? -r : w;
    }

    private float verify(int l, int i, int q, float v, RandomStream draws) {
        reads++;
        float sigma = parameters.scheme().programming().readNoise() * devices[l].range();
        float read = devices[l].read(cell(l, i, q), v);
        return sigma == 0f
                ? read
                : read + sigma * ReferenceDevice.normal(cell(l, i, q), draws, ReferenceDevice.VERIFY_READ);
    }

    /** One train; answers whether there was a pulse. */
    private boolean train(int l, int i, int q, float x, RandomStream draws) {
        float before = present(l, i, q);
        ReferenceDevice.Written written = devices[l].written(cell(l, i, q), before, x, draws);
        if (written.train() == 0) {
            return false;
        }
        boolean worn = isWorn(l, i, q);
        taken[l][i][q] += Math.abs(written.train());
        values[l][i][q] = worn ? before : isWorn(l, i, q) ? wornValue(l, written.value()) : written.value();
        since[l][i][q] = sample;
        boolean raises = written.train() > 0 == (q % each == 0);
        up += raises ? Math.abs(written.train()) : 0;
        down += raises ? 0 : Math.abs(written.train());
        return true;
    }

    private boolean isWorn(int l, int i, int q) {
        WearOut wearOut = parameters.defects().wearOut();
        if (Double.isInfinite(wearOut.median())) {
            return false;
        }
        float n = NormalTable.of(stream(l, -1).sub(-3).bits(cell(l, i, q)));
        double drawn = Math.floor(wearOut.median() * StrictMath.exp((double) wearOut.spread() * n) + 0.5);
        return taken[l][i][q] >= (drawn < 1 ? 1 : drawn);
    }

    private float wornValue(int l, float last) {
        return switch (parameters.defects().wearOut().end()) {
            case ON -> devices[l].range();
            case OFF -> -devices[l].range();
            case LAST -> last;
        };
    }

    private long cell(int l, int i, int q) {
        return (long) i * values[l][i].length + q;
    }

    /** What a cell stores now. */
    private float present(int l, int i, int q) {
        float f = parameters.scheme().drift().factor(sample - since[l][i][q]);
        float rest = each == 1 ? 0f : devices[l].range();
        return f == 1f ? values[l][i][q] : (values[l][i][q] + rest) * f - rest;
    }

    private float conductance(int l, int i, int q) {
        return 0.5f * (devices[l].read(cell(l, i, q), present(l, i, q)) + devices[l].range());
    }

    private float weight(int l, int i, int j) {
        return each == 1
                ? devices[l].read(cell(l, i, j), present(l, i, j))
                : conductance(l, i, 2 * j) - conductance(l, i, 2 * j + 1);
    }
}
