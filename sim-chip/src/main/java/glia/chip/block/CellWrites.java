package glia.chip.block;

import glia.chip.ChipAction;
import glia.chip.datapath.SlotTrains;
import glia.chip.datapath.SynapseArray;
import glia.chip.device.Programming;
import glia.core.account.Resource;
import glia.core.archive.Archive;
import glia.core.event.Simulation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The write phases of a tile's cells: slots one after the other, as {@link Programming} has them. A {@link ChipAction#WRITE_ROW} is one
 * pulse's time on one selected line; where all rows are selected at once each of them counts, within the time of one.
 */
final class CellWrites {
    private final Simulation simulation;
    private final Resource[] copies;
    private final SynapseArray array;
    private final Programming programming;
    private final int longestTrain;
    private final boolean skipIdleRows;
    /** The trains of the write asked last, where slots last as long as they do. */
    private final @Nullable SlotTrains trains;

    /** Whether the counts are told, not taken from the cells. */
    private boolean told;

    private long notedPulses;
    private long notedReads;

    /** Makes the write phases of a tile whose cells take trains of some pulses at most; all copies of them are written at once. */
    CellWrites(
            Simulation simulation,
            List<Resource> copies,
            SynapseArray array,
            Programming programming,
            int longestTrain,
            boolean skipIdleRows) {
        this.simulation = simulation;
        this.copies = copies.toArray(Resource[]::new);
        this.array = array;
        this.programming = programming;
        this.longestTrain = longestTrain;
        this.skipIdleRows = skipIdleRows;
        boolean measured = programming.slot() == Programming.Slot.LONGEST && longestTrain > 1;
        trains = measured ? new SlotTrains(programming.mode(), array.rows(), array.columns()) : null;
        if (trains != null) {
            array.writes().tell(trains);
        }
    }

    /** Times and counts the write that was asked of the cells last, from a cycle on; answers when it is done. */
    long perform(long readyCycle) {
        long pulses = pulses();
        long lines = programming.mode().lines(array.rows());
        long done = readyCycle;
        for (Resource copy : copies) {
            if (lines > 1 && !simulation.isReplaying()) {
                copy.note(ChipAction.WRITE_ROW, (lines - 1) * pulses);
            }
            done = Math.max(done, copy.perform(ChipAction.WRITE_ROW, pulses, readyCycle));
        }
        return done;
    }

    /** Brings the write counts and their share of the ledger up to date. */
    void settle() {
        array.writes().settle();
        if (!told) {
            note(array.writes().totalPulses(), array.writes().cellReads());
        }
    }

    /** Takes pulses and reads so far into the ledger, from now on in the place of what the cells count. */
    void tell(long pulses, long reads) {
        told = true;
        note(pulses, reads);
    }

    private void note(long pulses, long reads) {
        for (Resource copy : copies) {
            copy.note(ChipAction.WRITE_SYNAPSE, pulses - notedPulses);
            for (ChipAction part : ChipAction.READ_OF_CELL) {
                copy.note(part, reads - notedReads);
            }
        }
        notedPulses = pulses;
        notedReads = reads;
    }

    private long pulses() {
        if (trains != null) {
            long longest = trains.pulses(skipIdleRows ? 0 : 1);
            trains.start();
            return longest;
        }
        long slots = skipIdleRows ? array.rowsChanged() : programming.mode().slots(array.rows(), array.columns());
        return programming.slot() == Programming.Slot.FULL_TRAIN ? slots * longestTrain : slots;
    }

    /** Saves or loads what is in the ledger already. */
    void state(Archive archive) {
        notedPulses = archive.at(notedPulses);
        notedReads = archive.at(notedReads);
    }
}
