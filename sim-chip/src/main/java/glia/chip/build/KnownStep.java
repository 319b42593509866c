package glia.chip.build;

import glia.core.archive.Archive;
import java.util.Map;
import java.util.NavigableMap;

/**
 * What is known of a kind of step without its recording.
 *
 * @param print the print of its course
 * @param confirmed whether two runs of it took the same course, so that it is replayed
 */
record KnownStep(long print, boolean confirmed) {
    /** Saves all kinds, by number, or loads them. */
    static void state(Archive archive, NavigableMap<Integer, KnownStep> all) {
        if (archive.isLoading()) {
            int kinds = archive.at(0);
            for (int i = 0; i < kinds; i++) {
                all.put(archive.at(0), new KnownStep(archive.at(0L), archive.at(false)));
            }
            return;
        }
        archive.at(all.size());
        for (Map.Entry<Integer, KnownStep> each : all.entrySet()) {
            archive.at(each.getKey().intValue());
            archive.at(each.getValue().print);
            archive.at(each.getValue().confirmed);
        }
    }
}
