package glia.learning.measure;

import glia.chip.message.Phase;
import glia.core.archive.Archive;
import java.util.List;
import java.util.function.LongFunction;

/** Watches a chip while it learns, and changes nothing of it. */
public interface Measure {
    /** The names of what is measured, in order. */
    List<String> names();

    /** A sample is about to be learned from. */
    void onSample(Shown sample);

    /** A phase of that sample has ended. */
    void onPhase(Phase phase);

    /** What was measured so far, in order. */
    List<Measurement> measurements();

    /**
     * Saves or loads what it keeps between samples.
     *
     * @param samples gives a sample by its number
     */
    default void state(Archive archive, LongFunction<Shown> samples) {
        throw new UnsupportedOperationException(names() + " cannot be saved");
    }
}
