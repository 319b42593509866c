package glia.cli.retime;

import glia.cli.run.ColumnWrites;
import glia.cli.run.Progress;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Keeps the writes to columns of tiles of a run that goes on, so that it can be retimed without its files. */
public final class KeptWrites implements Progress {
    private final Map<Long, ColumnWrites> writes = new TreeMap<>();

    @Override
    public void onWrites(long samples, ColumnWrites ofColumns) {
        writes.put(samples, ofColumns);
    }

    /** The writes until each evaluation so far, by training samples. */
    public Map<Long, ColumnWrites> writes() {
        return Collections.unmodifiableMap(writes);
    }
}
