package glia.chip.block;

import glia.chip.datapath.SynapseArray;
import glia.chip.datapath.TileReader;
import glia.chip.message.BackwardSums;
import glia.chip.plasticity.TileSite;
import glia.core.archive.Archive;
import glia.core.event.OutPort;
import java.util.ArrayList;
import java.util.List;

/** A tile read from its columns to its rows, for the neuron unit that its inputs come from. */
final class TransposedReads {
    private final ReadWork work;
    private final TileReader reader;
    private final SynapseArray array;
    private final TileSite site;
    private final TileReader.Lines cells;
    private final BackwardSums sums;
    private final List<OutPort<BackwardSums>> wires = new ArrayList<>();
    private float[] lines = new float[0];
    private long reads;

    TransposedReads(ReadWork work, TileReader reader, SynapseArray array, TileSite site) {
        this.work = work;
        this.reader = reader;
        this.array = array;
        this.site = site;
        cells = this::multiply;
        sums = new BackwardSums(site.columnTile(), site.firstRow(), new float[site.rows()]);
    }

    void connect(OutPort<BackwardSums> wire) {
        wires.add(wire);
        lines = new float[site.rows()];
    }

    /** Reads the sums of some deltas from a cycle on and sends them, if anyone is told. */
    void read(float[] deltas, long readyCycle) {
        if (wires.isEmpty()) {
            return;
        }
        reader.readTransposed(cells, reads++, site.columnTile(), site.firstRow(), deltas, sums.values());
        long done = work.lines(site.columns(), site.rows(), false, site.rows(), readyCycle);
        for (OutPort<BackwardSums> wire : wires) {
            wire.send(sums, done);
        }
    }

    private float[] multiply(float[] deltas, int first) {
        array.multiplyTransposed(deltas, lines);
        return lines;
    }

    /** Saves or loads how often cells were read, on which their noise depends. */
    void state(Archive archive) {
        reads = archive.at(reads);
    }
}
