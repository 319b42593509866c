package glia.chip.datapath;

import glia.chip.device.Programming.Mode;
import glia.chip.device.RowWrite;
import glia.core.archive.Archive;
import java.util.Arrays;

/** The longest pulse train within each slot of a write phase. */
public final class SlotTrains {
    private final Mode mode;
    private final int columns;
    private final int[] longest;

    /** Makes the slots of a tile. */
    public SlotTrains(Mode mode, int rows, int columns) {
        this.mode = mode;
        this.columns = columns;
        longest = new int[Math.toIntExact(mode.slots(rows, columns))];
    }

    /** Starts a write phase. */
    public void start() {
        Arrays.fill(longest, 0);
    }

    /** Notes the pulses on the cells of a row. */
    void add(int row, RowWrite write) {
        for (int k = 0; k < write.count(); k++) {
            int j = write.written()[k];
            int slot = mode.slotOf(row, j, columns);
            longest[slot] = Math.max(longest[slot], write.raising()[j] + write.lowering()[j]);
        }
    }

    /** The longest trains of all slots together; one that is shorter counts as {@code least}. */
    public long pulses(int least) {
        long pulses = 0;
        for (int train : longest) {
            pulses += Math.max(least, train);
        }
        return pulses;
    }

    /** Saves or loads the longest trains so far. */
    public void state(Archive archive) {
        archive.at(longest);
    }
}
