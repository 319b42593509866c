package glia.chip.kernel;

import static jdk.incubator.vector.FloatVector.fromArray;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The loops for the vector units that turn signs of numbers into bits and bits into signs; see {@link VectorKernels}. */
final class VectorSigns {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Integer> INTEGERS = SPECIES.withLanes(int.class);
    private static final int LANES = SPECIES.length();
    private static final int HALF = Integer.SIZE / 2;
    private static final int[] LANE_BITS = laneBits();
    /** How far lane k shifts left so that bit k becomes the sign. */
    private static final int[] TO_SIGN = toSign();

    private VectorSigns() {}

    /** Sixteen lanes at most: those that are not 0 become the low half of a word, those with a minus sign the high half. */
    static void signs(float[] values, long[] nonZero, long[] negative) {
        IntVector low = IntVector.fromArray(INTEGERS, LANE_BITS, 0);
        IntVector high = low.lanewise(VectorOperators.LSHL, HALF);
        Arrays.fill(nonZero, 0);
        Arrays.fill(negative, 0);
        int i = 0;
        for (; i + LANES <= values.length; i += LANES) {
            IntVector bits = fromArray(SPECIES, values, i).reinterpretAsInts();
            IntVector some = bits.and(Integer.MAX_VALUE).neg().lanewise(VectorOperators.ASHR, Integer.SIZE - 1);
            IntVector minus =
                    bits.lanewise(VectorOperators.ASHR, Integer.SIZE - 1).and(some);
            int lanes = some.and(low).or(minus.and(high)).reduceLanes(VectorOperators.OR);
            nonZero[i / Long.SIZE] |= (lanes & 0xffffL) << i;
            negative[i / Long.SIZE] |= (long) (lanes >>> HALF) << i;
        }
        for (; i < values.length; i++) {
            nonZero[i / Long.SIZE] |= (values[i] != 0f ? 1L : 0L) << i;
            boolean minus = values[i] != 0f && Float.floatToRawIntBits(values[i]) < 0;
            negative[i / Long.SIZE] |= (minus ? 1L : 0L) << i;
        }
    }

    private static int[] laneBits() {
        int[] bits = new int[LANES];
        for (int lane = 0; lane < LANES; lane++) {
            bits[lane] = 1 << lane;
        }
        return bits;
    }

    private static int[] toSign() {
        int[] shifts = new int[LANES];
        for (int lane = 0; lane < LANES; lane++) {
            shifts[lane] = Integer.SIZE - 1 - lane;
        }
        return shifts;
    }

    static void addSigned(float value, long[] signs, float[] sums) {
        IntVector shifts = IntVector.fromArray(INTEGERS, TO_SIGN, 0);
        IntVector bits = IntVector.broadcast(INTEGERS, Float.floatToRawIntBits(value));
        int j = 0;
        for (; j + LANES <= sums.length; j += LANES) {
            IntVector minus = IntVector.broadcast(INTEGERS, (int) (signs[j / Long.SIZE] >>> j))
                    .lanewise(VectorOperators.LSHL, shifts)
                    .and(Integer.MIN_VALUE);
            fromArray(SPECIES, sums, j)
                    .add(bits.lanewise(VectorOperators.XOR, minus).reinterpretAsFloats())
                    .intoArray(sums, j);
        }
        for (; j < sums.length; j++) {
            sums[j] += Float.intBitsToFloat(Float.floatToRawIntBits(value) ^ PlainKernels.minus(signs, j));
        }
    }

    static void multiplySigned(float factor, long[] signs, float[] columns, float[] products) {
        IntVector shifts = IntVector.fromArray(INTEGERS, TO_SIGN, 0);
        int j = 0;
        for (; j + LANES <= products.length; j += LANES) {
            IntVector minus = IntVector.broadcast(INTEGERS, (int) (signs[j / Long.SIZE] >>> j))
                    .lanewise(VectorOperators.LSHL, shifts)
                    .and(Integer.MIN_VALUE);
            fromArray(SPECIES, columns, j)
                    .mul(factor)
                    .reinterpretAsInts()
                    .lanewise(VectorOperators.XOR, minus)
                    .reinterpretAsFloats()
                    .intoArray(products, j);
        }
        for (; j < products.length; j++) {
            int bits = Float.floatToRawIntBits(factor * columns[j]);
            products[j] = Float.intBitsToFloat(bits ^ PlainKernels.minus(signs, j));
        }
    }
}
