package glia.chip.block;

import glia.chip.ChipAction;
import glia.chip.datapath.Converters;
import glia.chip.plasticity.TileSite;
import glia.core.account.Resource;
import glia.core.archive.Archive;
import glia.core.event.Simulation;

/** What reading the cells of a tile takes: drives, multiplications, conversions. */
final class ReadWork {
    private final Simulation simulation;
    private final Resource resource;
    private final Converters converters;
    private final boolean pairs;
    private long readCycle;

    /** Makes the work of a tile, whose synapses may be pairs of cells. */
    ReadWork(Simulation simulation, Resource resource, Converters converters, boolean pairs) {
        this.simulation = simulation;
        this.resource = resource;
        this.converters = converters;
        this.pairs = pairs;
    }

    /**
     * Drives some lines from a cycle on, multiplies and converts as many sums, once for each bit plane, with its addition; answers when
     * all is done.
     */
    long lines(int driven, int crossed, boolean elements, int sums, long readyCycle) {
        long synapses = (long) driven * crossed;
        long ready = readyCycle;
        for (int plane = 0; plane < converters.planes(); plane++) {
            long driveDone = resource.perform(ChipAction.DAC_CONVERSION, driven, ready);
            long done = multiply(synapses, driveDone);
            if (elements) {
                done = Math.max(done, resource.perform(ChipAction.READ_PERTURBATION, synapses, driveDone));
            }
            readCycle = Math.max(readCycle, done);
            ready = resource.perform(ChipAction.ADC_CONVERSION, sums, done);
            if (converters.bitSerial()) {
                ready = resource.perform(ChipAction.ADD, sums, ready);
            }
        }
        return ready;
    }

    /** When the lines asked for so far have been multiplied: from then on cells and elements may change. */
    long readCycle() {
        return readCycle;
    }

    /** Reads every cell by itself, row by row and with one plane: what a decay of the weights must know. */
    long cells(TileSite site, long readyCycle) {
        long driven = resource.perform(ChipAction.DAC_CONVERSION, site.rows(), readyCycle);
        long multiplied = multiply(site.synapses(), driven);
        return resource.perform(ChipAction.ADC_CONVERSION, site.synapses(), multiplied);
    }

    /** The second cells of pairs multiply at the same time as the first ones; a replay has them in its counts. */
    private long multiply(long synapses, long readyCycle) {
        if (pairs && !simulation.isReplaying()) {
            resource.note(ChipAction.MULTIPLY_ACCUMULATE, synapses);
        }
        return resource.perform(ChipAction.MULTIPLY_ACCUMULATE, synapses, readyCycle);
    }

    /** Saves or loads when it read last. */
    void state(Archive archive) {
        readCycle = archive.at(readCycle);
    }
}
