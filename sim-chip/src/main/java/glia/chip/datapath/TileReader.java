package glia.chip.datapath;

import java.util.Arrays;

/**
 * How the lines of a tile are read: DACs, cells and elements, noise, ADCs, in this order. Holds nothing of a read, so that threads
 * may share it.
 *
 * <p>With bit-serial inputs (Shafiee et al., ISAAC, ISCA 2016) an input of n bits is a code in two's complement, x = step · Σ_p w_p b_p
 * with w_p = 2^p, and -2^p for p = n - 1. Plane p drives the rows of bit 1 with the DACs' range, all others not at all; its sums are
 * read, get noise and are converted like any; digital adders make {@code sum = fma(w_p, plane_p, sum)} from p = 0 on, and {@code sum
 * / (2^(n-1) - 1)} is the sum of the read. The division is by a number known in advance, a scale of the words, and not counted.
 */
public final class TileReader {
    /** Cells that are read: sums of driven lines. */
    public interface Lines {
        /** The sums of the lines driven with the values from {@code first} on; an array that the next call may change. */
        float[] sums(float[] driven, int first);
    }

    /**
     * Which lines of its layer a tile has.
     *
     * @param segment which segment its sums are
     * @param rows inputs
     * @param firstColumn first output
     * @param columns outputs
     */
    public record Place(int segment, int rows, int firstColumn, int columns) {}

    private interface PlaneNoise {
        void add(int plane, float[] driven, float[] sums);
    }

    private final Converters converters;
    private final FixedPoint dac;
    private final FixedPoint columnAdc;
    private final FixedPoint rowAdc;
    private final ReadNoise noise;
    private final Place place;
    private final FixedPoint kept;

    /**
     * Reads a tile through converters; sums of columns through one ADC, transposed ones of rows through another range of it.
     *
     * @param kept what the tile keeps of what it reads
     */
    public TileReader(
            Converters converters,
            FixedPoint columnAdc,
            FixedPoint rowAdc,
            ReadNoise noise,
            Place place,
            FixedPoint kept) {
        this.kept = kept;
        this.converters = converters;
        dac = converters.dac();
        this.columnAdc = columnAdc;
        this.rowAdc = rowAdc;
        this.noise = noise;
        this.place = place;
    }

    /** Numbers as the tile keeps them. */
    public FixedPoint kept() {
        return kept;
    }

    /** The converters. */
    public Converters converters() {
        return converters;
    }

    /** How many rows are driven by the values from {@code first} on: those that do not become 0. */
    public int drivenRows(float[] values, int first) {
        int driven = 0;
        for (int i = first; i < first + place.rows(); i++) {
            driven += dac.nearest(values[i]) != 0f ? 1 : 0;
        }
        return driven;
    }

    /**
     * Reads the columns.
     *
     * @param inference whether the pass shows a sample for inference
     * @param pass number of the pass, among those of training or of inference
     * @param values a layer's values, of which the tile takes its rows from {@code first} on
     * @param sums one a column; modified
     */
    public void read(Lines cells, boolean inference, long pass, float[] values, int first, float[] sums) {
        if (converters.bitSerial()) {
            PlaneNoise added = (plane, driven, line) -> noise.addToPlane(inference, pass, plane, place, driven, line);
            readPlanes(cells, added, columnAdc, dac.codes(values, first, place.rows()), sums);
            return;
        }
        float[] driven = values;
        int from = first;
        if (!dac.isExact()) {
            driven = dac.rounded(values, first, place.rows());
            from = 0;
        }
        System.arraycopy(cells.sums(driven, from), 0, sums, 0, sums.length);
        noise.add(inference, pass, place, driven, from, sums);
        columnAdc.round(sums);
    }

    /**
     * Reads the rows: the sides of the converters change their parts.
     *
     * @param read number of the transposed read of the layer
     * @param columnTile which of the tiles beside each other is read
     * @param firstRow of the tile in its layer
     * @param deltas what drives the columns
     * @param sums one a row; modified
     */
    public void readTransposed(Lines cells, long read, int columnTile, int firstRow, float[] deltas, float[] sums) {
        if (converters.bitSerial()) {
            PlaneNoise added = (plane, driven, line) ->
                    noise.addTransposedToPlane(read, plane, columnTile, firstRow, driven, line);
            readPlanes(cells, added, rowAdc, dac.codes(deltas, 0, deltas.length), sums);
            return;
        }
        float[] driven = dac.isExact() ? deltas : dac.rounded(deltas, 0, deltas.length);
        System.arraycopy(cells.sums(driven, 0), 0, sums, 0, sums.length);
        noise.addTransposed(read, columnTile, firstRow, driven, sums);
        rowAdc.round(sums);
    }

    private void readPlanes(Lines cells, PlaneNoise added, FixedPoint adc, float[] codes, float[] sums) {
        float[] driven = new float[codes.length];
        float[] line = new float[sums.length];
        Arrays.fill(sums, 0f);
        for (int plane = 0; plane < dac.bits(); plane++) {
            drive(codes, plane, driven);
            System.arraycopy(cells.sums(driven, 0), 0, line, 0, line.length);
            added.add(plane, driven, line);
            adc.round(line);
            float weight = plane == dac.bits() - 1 ? -(1 << plane) : 1 << plane;
            for (int j = 0; j < sums.length; j++) {
                sums[j] = Math.fma(weight, line[j], sums[j]);
            }
        }
        float largest = dac.largestCode();
        for (int j = 0; j < sums.length; j++) {
            sums[j] /= largest;
        }
    }

    /** The end of the DACs' range where a code has a bit of 1; what is no number is one nowhere. */
    private void drive(float[] codes, int plane, float[] driven) {
        for (int i = 0; i < codes.length; i++) {
            float bit = (int) codes[i] >> plane & 1;
            driven[i] = Float.isNaN(codes[i]) ? codes[i] : bit * dac.range();
        }
    }
}
