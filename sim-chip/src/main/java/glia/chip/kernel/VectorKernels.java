package glia.chip.kernel;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The loops for the vector units, with the incubating vector API: sums or columns of a block stay in registers while all rows go
 * by. One shape of vector in the whole virtual machine, because with more of them JDK 17 allocates at every store; no sum across
 * the lanes of a vector, because its order is not specified. What does not fill a vector is left to the plain loops.
 */
final class VectorKernels implements RowKernels {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    /** Vectors in a block: eight sums and eight columns fit into the registers of AVX-512. */
    private static final int BLOCK = 8 * LANES;
    /** Longer rows are streams of memory, which passes block by block would jump through; the plain loops are faster there. */
    private static final int WIDE = 2 * BLOCK;

    private static final RowKernels PLAIN = new PlainKernels();

    @Override
    public String name() {
        return "vector";
    }

    @Override
    public int lanes() {
        return LANES;
    }

    /** Narrow rows stay as they are: a tile of two columns would become as wide as a vector. */
    @Override
    public int width(int columns) {
        return columns < LANES / 2 ? columns : (columns + LANES - 1) / LANES * LANES;
    }

    @Override
    public void addRows(float[][] rows, int[] indices, int count, float[] inputs, float[] sums) {
        if (sums.length > WIDE) {
            PLAIN.addRows(rows, indices, count, inputs, sums);
            return;
        }
        int at = 0;
        for (; at + BLOCK <= sums.length; at += BLOCK) {
            addBlock(rows, indices, count, inputs, sums, at);
        }
        for (; at + LANES <= sums.length; at += LANES) {
            addVector(rows, indices, count, inputs, sums, at);
        }
        if (at < sums.length) {
            for (int k = 0; k < count; k++) {
                addRest(rows[indices[k]], inputs[indices[k]], sums, at);
            }
        }
    }

    private static void addBlock(float[][] rows, int[] indices, int count, float[] inputs, float[] sums, int at) {
        FloatVector s0 = fromArray(SPECIES, sums, at);
        FloatVector s1 = fromArray(SPECIES, sums, at + LANES);
        FloatVector s2 = fromArray(SPECIES, sums, at + 2 * LANES);
        FloatVector s3 = fromArray(SPECIES, sums, at + 3 * LANES);
        FloatVector s4 = fromArray(SPECIES, sums, at + 4 * LANES);
        FloatVector s5 = fromArray(SPECIES, sums, at + 5 * LANES);
        FloatVector s6 = fromArray(SPECIES, sums, at + 6 * LANES);
        FloatVector s7 = fromArray(SPECIES, sums, at + 7 * LANES);
        for (int k = 0; k < count; k++) {
            float[] row = rows[indices[k]];
            FloatVector x = broadcast(SPECIES, inputs[indices[k]]);
            s0 = x.fma(fromArray(SPECIES, row, at), s0);
            s1 = x.fma(fromArray(SPECIES, row, at + LANES), s1);
            s2 = x.fma(fromArray(SPECIES, row, at + 2 * LANES), s2);
            s3 = x.fma(fromArray(SPECIES, row, at + 3 * LANES), s3);
            s4 = x.fma(fromArray(SPECIES, row, at + 4 * LANES), s4);
            s5 = x.fma(fromArray(SPECIES, row, at + 5 * LANES), s5);
            s6 = x.fma(fromArray(SPECIES, row, at + 6 * LANES), s6);
            s7 = x.fma(fromArray(SPECIES, row, at + 7 * LANES), s7);
        }
        s0.intoArray(sums, at);
        s1.intoArray(sums, at + LANES);
        s2.intoArray(sums, at + 2 * LANES);
        s3.intoArray(sums, at + 3 * LANES);
        s4.intoArray(sums, at + 4 * LANES);
        s5.intoArray(sums, at + 5 * LANES);
        s6.intoArray(sums, at + 6 * LANES);
        s7.intoArray(sums, at + 7 * LANES);
    }

    private static void addVector(float[][] rows, int[] indices, int count, float[] inputs, float[] sums, int at) {
        FloatVector sum = fromArray(SPECIES, sums, at);
        for (int k = 0; k < count; k++) {
            sum = broadcast(SPECIES, inputs[indices[k]]).fma(fromArray(SPECIES, rows[indices[k]], at), sum);
        }
        sum.intoArray(sums, at);
    }

    private static void addRest(float[] row, float x, float[] sums, int from) {
        for (int j = from; j < sums.length; j++) {
            sums[j] = Math.fma(x, row[j], sums[j]);
        }
    }

    @Override
    public void change(float[][] rows, int[] indices, int count, RankOne change) {
        if (change.outputs().length > WIDE) {
            PLAIN.change(rows, indices, count, change);
            return;
        }
        float[] changes = change.inputs();
        float[] columns = change.outputs();
        int at = 0;
        for (; at + BLOCK <= columns.length; at += BLOCK) {
            changeBlock(rows, indices, count, changes, columns, at);
        }
        for (; at + LANES <= columns.length; at += LANES) {
            FloatVector d = fromArray(SPECIES, columns, at);
            for (int k = 0; k < count; k++) {
                float[] row = rows[indices[k]];
                fromArray(SPECIES, row, at)
                        .add(broadcast(SPECIES, changes[indices[k]]).mul(d))
                        .intoArray(row, at);
            }
        }
        if (at < columns.length) {
            for (int k = 0; k < count; k++) {
                changeRest(rows[indices[k]], changes[indices[k]], columns, at);
            }
        }
    }

    private static void changeBlock(
            float[][] rows, int[] indices, int count, float[] changes, float[] columns, int at) {
        FloatVector d0 = fromArray(SPECIES, columns, at);
        FloatVector d1 = fromArray(SPECIES, columns, at + LANES);
        FloatVector d2 = fromArray(SPECIES, columns, at + 2 * LANES);
        FloatVector d3 = fromArray(SPECIES, columns, at + 3 * LANES);
        FloatVector d4 = fromArray(SPECIES, columns, at + 4 * LANES);
        FloatVector d5 = fromArray(SPECIES, columns, at + 5 * LANES);
        FloatVector d6 = fromArray(SPECIES, columns, at + 6 * LANES);
        FloatVector d7 = fromArray(SPECIES, columns, at + 7 * LANES);
        for (int k = 0; k < count; k++) {
            float[] row = rows[indices[k]];
            FloatVector t = broadcast(SPECIES, changes[indices[k]]);
            fromArray(SPECIES, row, at).add(t.mul(d0)).intoArray(row, at);
            fromArray(SPECIES, row, at + LANES).add(t.mul(d1)).intoArray(row, at + LANES);
            fromArray(SPECIES, row, at + 2 * LANES).add(t.mul(d2)).intoArray(row, at + 2 * LANES);
            fromArray(SPECIES, row, at + 3 * LANES).add(t.mul(d3)).intoArray(row, at + 3 * LANES);
            fromArray(SPECIES, row, at + 4 * LANES).add(t.mul(d4)).intoArray(row, at + 4 * LANES);
            fromArray(SPECIES, row, at + 5 * LANES).add(t.mul(d5)).intoArray(row, at + 5 * LANES);
            fromArray(SPECIES, row, at + 6 * LANES).add(t.mul(d6)).intoArray(row, at + 6 * LANES);
            fromArray(SPECIES, row, at + 7 * LANES).add(t.mul(d7)).intoArray(row, at + 7 * LANES);
        }
    }

    private static void changeRest(float[] row, float t, float[] columns, int from) {
        for (int j = from; j < columns.length; j++) {
            row[j] += t * columns[j];
        }
    }

    @Override
    public void changeAndAdd(float[][] rows, int[] indices, int count, RankOne change, float[] inputs, float[] sums) {
        if (sums.length > WIDE) {
            PLAIN.changeAndAdd(rows, indices, count, change, inputs, sums);
            return;
        }
        int at = 0;
        for (; at + BLOCK / 2 <= sums.length; at += BLOCK / 2) {
            changeAndAddBlock(rows, indices, count, change, inputs, sums, at);
        }
        for (; at + LANES <= sums.length; at += LANES) {
            changeAndAddVector(rows, indices, count, change, inputs, sums, at);
        }
        for (int k = 0; at < sums.length && k < count; k++) {
            changeRest(rows[indices[k]], change.inputs()[indices[k]], change.outputs(), at);
            addRest(rows[indices[k]], inputs[indices[k]], sums, at);
        }
    }

    /** Loads come before stores, so that the factors of a row are loaded once. */
    private static void changeAndAddBlock(
            float[][] rows, int[] indices, int count, RankOne change, float[] inputs, float[] sums, int at) {
        FloatVector d0 = fromArray(SPECIES, change.outputs(), at);
        FloatVector d1 = fromArray(SPECIES, change.outputs(), at + LANES);
        FloatVector d2 = fromArray(SPECIES, change.outputs(), at + 2 * LANES);
        FloatVector d3 = fromArray(SPECIES, change.outputs(), at + 3 * LANES);
        FloatVector s0 = fromArray(SPECIES, sums, at);
        FloatVector s1 = fromArray(SPECIES, sums, at + LANES);
        FloatVector s2 = fromArray(SPECIES, sums, at + 2 * LANES);
        FloatVector s3 = fromArray(SPECIES, sums, at + 3 * LANES);
        for (int k = 0; k < count; k++) {
            float[] row = rows[indices[k]];
            FloatVector w0 = fromArray(SPECIES, row, at).add(d0.mul(change.inputs()[indices[k]]));
            FloatVector w1 = fromArray(SPECIES, row, at + LANES).add(d1.mul(change.inputs()[indices[k]]));
            FloatVector w2 = fromArray(SPECIES, row, at + 2 * LANES).add(d2.mul(change.inputs()[indices[k]]));
            FloatVector w3 = fromArray(SPECIES, row, at + 3 * LANES).add(d3.mul(change.inputs()[indices[k]]));
            s0 = broadcast(SPECIES, inputs[indices[k]]).fma(w0, s0);
            s1 = broadcast(SPECIES, inputs[indices[k]]).fma(w1, s1);
            s2 = broadcast(SPECIES, inputs[indices[k]]).fma(w2, s2);
            s3 = broadcast(SPECIES, inputs[indices[k]]).fma(w3, s3);
            w0.intoArray(row, at);
            w1.intoArray(row, at + LANES);
            w2.intoArray(row, at + 2 * LANES);
            w3.intoArray(row, at + 3 * LANES);
        }
        s0.intoArray(sums, at);
        s1.intoArray(sums, at + LANES);
        s2.intoArray(sums, at + 2 * LANES);
        s3.intoArray(sums, at + 3 * LANES);
    }

    private static void changeAndAddVector(
            float[][] rows, int[] indices, int count, RankOne change, float[] inputs, float[] sums, int at) {
        float[] columns = change.outputs();
        float[] changes = change.inputs();
        FloatVector d = fromArray(SPECIES, columns, at);
        FloatVector sum = fromArray(SPECIES, sums, at);
        for (int k = 0; k < count; k++) {
            float[] row = rows[indices[k]];
            FloatVector w = fromArray(SPECIES, row, at)
                    .add(broadcast(SPECIES, changes[indices[k]]).mul(d));
            w.intoArray(row, at);
            sum = broadcast(SPECIES, inputs[indices[k]]).fma(w, sum);
        }
        sum.intoArray(sums, at);
    }

    @Override
    public void signs(float[] values, long[] nonZero, long[] negative) {
        VectorSigns.signs(values, nonZero, negative);
    }

    @Override
    public void addSigned(float value, long[] signs, float[] sums) {
        VectorSigns.addSigned(value, signs, sums);
    }

    @Override
    public void multiplySigned(float factor, long[] signs, float[] columns, float[] products) {
        VectorSigns.multiplySigned(factor, signs, columns, products);
    }

    @Override
    public void tanh(float[] inputs, float[] outputs) {
        int j = 0;
        for (; j + LANES <= outputs.length; j += LANES) {
            FloatVector y =
                    fromArray(SPECIES, inputs, j).min(HyperbolicTangent.CLAMP).max(-HyperbolicTangent.CLAMP);
            FloatVector u = y.mul(y);
            FloatVector p = broadcast(SPECIES, HyperbolicTangent.P4).fma(u, broadcast(SPECIES, HyperbolicTangent.P3));
            p = p.fma(u, broadcast(SPECIES, HyperbolicTangent.P2));
            p = p.fma(u, broadcast(SPECIES, HyperbolicTangent.P1));
            p = p.fma(u, broadcast(SPECIES, 1f));
            FloatVector q = broadcast(SPECIES, HyperbolicTangent.Q4).fma(u, broadcast(SPECIES, HyperbolicTangent.Q3));
            q = q.fma(u, broadcast(SPECIES, HyperbolicTangent.Q2));
            q = q.fma(u, broadcast(SPECIES, HyperbolicTangent.Q1));
            q = q.fma(u, broadcast(SPECIES, 1f));
            y.mul(p).div(q).min(1f).max(-1f).intoArray(outputs, j);
        }
        for (; j < outputs.length; j++) {
            outputs[j] = HyperbolicTangent.of(inputs[j]);
        }
    }
}
