package glia.learning.reference;

import glia.core.random.RandomStream;
import glia.learning.part.UndirectedMgdParameters;
import java.util.Arrays;

/** The elements of undirected perturbations, as a function of layer l and perturbation step p. */
final class UndirectedElements {
    private static final long STREAM = 11;
    private static final long MOST_SINUSOIDS = 4096;

    private final UndirectedMgdParameters parameters;
    private final ReferenceNetwork network;
    private final ParameterNumbers numbers;
    private final float[] sines;

    UndirectedElements(UndirectedMgdParameters parameters, ReferenceNetwork network) {
        this.parameters = parameters;
        this.network = network;
        this.numbers = new ParameterNumbers(network);
        this.sines = switch (parameters.pattern()) {
            case SINUSOID -> sines(numbers.count());
            case BERNOULLI, WALSH, SEQUENTIAL -> new float[0];
        };
    }

    private static float[] sines(long count) {
        if (count > MOST_SINUSOIDS) {
            throw new IllegalArgumentException(
                    "sinusoids for " + count + " parameters; expected at most " + MOST_SINUSOIDS);
        }
        float[] sines = new float[Math.toIntExact(2 * (count + 1))];
        for (int m = 0; m < sines.length; m++) {
            sines[m] = (float) StrictMath.sin(2 * StrictMath.PI * m / sines.length);
        }
        return sines;
    }

    /** Number K of parameters of the network. */
    long count() {
        return numbers.count();
    }

    /** The elements of a layer in a perturbation step. */
    LayerElements of(int l, long p) {
        return switch (parameters.pattern()) {
            case BERNOULLI -> signed(l, drawnSigns(l, p));
            case WALSH -> signed(l, walshSigns(l, p));
            case SEQUENTIAL -> oneParameter(l, p % numbers.count());
            case SINUSOID -> sinusoids(l, p);
        };
    }

    private SignedElements signed(int l, boolean[][] minus) {
        return new SignedElements(ones(network.size(l) + 1), ones(network.size(l + 1)), minus);
    }

    private static float[] ones(int length) {
        float[] ones = new float[length];
        Arrays.fill(ones, 1f);
        return ones;
    }

    private boolean[][] drawnSigns(int l, long p) {
        RandomStream stream = RandomStream.of(parameters.seed(), STREAM).sub(l).sub(p);
        boolean[][] minus = new boolean[network.size(l) + 1][network.size(l + 1)];
        long words = (network.size(l + 1) + 63L) / 64;
        for (int i = 0; i < minus.length; i++) {
            for (int j = 0; j < minus[i].length; j++) {
                long word = stream.bits(i * words + j / 64);
                minus[i][j] = (word >>> (j % 64) & 1) == 1;
            }
        }
        return minus;
    }

    /** Rows 1 .. K of a Hadamard matrix of order N, the smallest power of two above K, give one code a parameter. */
    private boolean[][] walshSigns(int l, long p) {
        long order = 2 * Long.highestOneBit(numbers.count());
        boolean[][] minus = new boolean[network.size(l) + 1][network.size(l + 1)];
        for (int i = 0; i < minus.length; i++) {
            for (int j = 0; j < minus[i].length; j++) {
                minus[i][j] = Long.bitCount((numbers.of(l, i, j) + 1) & (p % order)) % 2 == 1;
            }
        }
        return minus;
    }

    private RankOneElements oneParameter(int l, long number) {
        float[] rows = new float[network.size(l) + 1];
        float[] columns = new float[network.size(l + 1)];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                if (numbers.of(l, i, j) == number) {
                    rows[i] = 1f;
                    columns[j] = 1f;
                }
            }
        }
        return new RankOneElements(rows, columns);
    }

    private DenseElements sinusoids(int l, long p) {
        float amplitude = (float) (StrictMath.sqrt(2) * parameters.epsilon());
        float[][] values = new float[network.size(l) + 1][network.size(l + 1)];
        long step = p % sines.length; // the same modulo N, and no product can overflow
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < values[i].length; j++) {
                long m = (numbers.of(l, i, j) + 1) * step % sines.length;
                values[i][j] = amplitude * sines[(int) m];
            }
        }
        return new DenseElements(values);
    }
}
