package glia.chip.plasticity;

import glia.chip.datapath.DeltaVecMemory;
import glia.core.archive.Archive;
import java.util.List;

/**
 * The part of a learning rule that sits in a layer's astrocyte: recalls a DeltaVec from what reached it, and learns from probed
 * samples. The memory is hardware; what the behaviour does with it is declared as {@link Work} and counted.
 */
public interface AstrocyteBehaviour {
    /**
     * Recalls the DeltaVec of the present sample, before it is multiplied by slopes.
     *
     * @param memory the DeltaVecs
     * @param error the output error, one a class; all 0 where the rule recalls by label
     * @param label the class of the sample; 0 where the rule recalls by error
     * @param runnerUp the class of the largest output but the label's; 0 where the rule does not recall by it
     * @param recalled modified, one a neuron
     */
    void recall(DeltaVecMemory memory, float[] error, int label, int runnerUp, float[] recalled);

    /** Writes what the memory holds before the run; 0, if nothing. */
    default void initialise(DeltaVecMemory memory) {}

    /** What a recall asks of the unit, for all its neurons. */
    Work recallWork(int classes, int neurons);

    /** Takes the samples of a refresh into the memory, in the order in which they were probed. */
    void learn(List<ProbedSample> samples, DeltaVecMemory memory);

    /** What {@link #learn} asks of the unit for some samples with some probed neurons each. */
    Work learnWork(int samples, int classes, int probedNeurons);

    /**
     * Work of an astrocyte unit.
     *
     * @param reads DeltaVec numbers read, in rows of all recalled or all probed neurons
     * @param writes DeltaVec numbers written, in such rows
     * @param multiplyAccumulates digital multiply-accumulates
     * @param divisions divisions
     * @param loads words loaded from the buffer of probed samples
     */
    record Work(long reads, long writes, long multiplyAccumulates, long divisions, long loads) {}

    /** Saves or loads what the part keeps from one sample to the next; nothing, unless it says so. */
    default void state(Archive archive) {}
}
