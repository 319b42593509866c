package glia.chip.datapath;

import glia.chip.device.Drift;
import glia.chip.device.LayerDevice;
import glia.chip.device.Pulses;
import glia.chip.device.RowWrite;
import glia.core.archive.Archive;
import glia.core.random.RandomStream;

/**
 * Two cells a synapse, whose weight is the difference of their conductances, w = G+ - G-. Changes above 0 potentiate G+, those below 0
 * potentiate G-. A cell that took pulses is read; from 9/10 of its range on the pair is refreshed: the other one is read too, both are
 * asked for the lower end, and what they differed by is asked of one of them (Suri et al., IEDM 2011; Burr et al., IEEE TED 62:3498,
 * 2015, where all pairs are looked at every some thousand samples). What drifts is each conductance.
 *
 * <p>A refresh has the draws of sub-streams -1 (lower end) and -2 (difference) of the write. Pulses count by synapse: those up are
 * the ones that potentiate G+ and that depress G-.
 */
final class PairedCells implements StoredCells {
    private static final float FULL = 0.9f;
    private static final long EMPTYING = -1;
    private static final long REFILLING = -2;

    private final LayerDevice device;
    private final WriteCounter writes;
    private final CellPlane positive;
    private final CellPlane negative;
    private final RowWrite written;
    private final Pulses ofSynapse = new Pulses();
    private final Pulses ofCell = new Pulses();
    private final boolean drifts;
    private long write = -1;
    private RandomStream draws;

    /** Makes the cells of rows x columns synapses that stand in their layer from a row and a column on. */
    PairedCells(LayerDevice device, int rows, int columns, int firstRow, int firstColumn, WriteCounter writes) {
        this.device = device;
        this.writes = writes;
        positive = new CellPlane(device, rows, columns, firstRow, firstColumn, 0);
        negative = new CellPlane(device, rows, columns, firstRow, firstColumn, 1);
        written = new RowWrite(columns);
        drifts = !device.scheme().drift().equals(Drift.NONE);
        draws = device.loading();
    }

    @Override
    public float load(int row, int column, float weight) {
        positive.load(row, column, Math.max(0f, weight));
        negative.load(row, column, Math.max(0f, -weight));
        return read(row, column);
    }

    private float read(int row, int column) {
        return positive.read(row, column) - negative.read(row, column);
    }

    @Override
    public void startWrite() {
        write++;
        draws = device.writing(write);
    }

    @Override
    public boolean write(int row, float[] weights, float[] changes) {
        written.clear();
        for (int j = 0; j < written.columns(); j++) {
            if (changes[j] != 0f) {
                ofSynapse.clear();
                write(row, j, changes[j]);
                if (ofSynapse.any()) {
                    weights[j] = read(row, j);
                }
                written.add(j, ofSynapse);
            }
        }
        if (written.count() > 0) {
            writes.commitPulses(row, written);
        }
        return written.count() > 0;
    }

    private void write(int row, int column, float change) {
        CellPlane plane = change > 0f ? positive : negative;
        ask(plane, row, column, Math.abs(change), draws);
        if (ofSynapse.any()) {
            ofSynapse.addRead();
            if (plane.read(row, column) >= FULL * device.range()) {
                refresh(row, column);
            }
        }
    }

    private void refresh(int row, int column) {
        ofSynapse.addRead();
        float difference = read(row, column);
        RandomStream emptying = draws.sub(EMPTYING);
        ask(positive, row, column, -device.range(), emptying);
        ask(negative, row, column, -device.range(), emptying);
        if (difference != 0f) {
            ask(difference > 0f ? positive : negative, row, column, Math.abs(difference), draws.sub(REFILLING));
        }
    }

    private void ask(CellPlane plane, int row, int column, float change, RandomStream from) {
        ofCell.clear();
        plane.write(row, column, change, from, ofCell);
        ofSynapse.add(ofCell, plane == negative);
    }

    @Override
    public boolean startSample(long sample, float[][] weights) {
        if (!drifts) {
            return false;
        }
        positive.startSample(sample);
        negative.startSample(sample);
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < written.columns(); j++) {
                weights[i][j] = read(i, j);
            }
        }
        return true;
    }

    @Override
    public void state(Archive archive) {
        positive.state(archive);
        negative.state(archive);
        write = archive.at(write);
        draws = write < 0 ? device.loading() : device.writing(write);
    }
}
