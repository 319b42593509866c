package glia.chip.plasticity;

import glia.chip.datapath.DeltaVecMemory;
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

    /** Takes the probed samples, in class order, into the memory. */
    void learn(List<ProbedSample> samples, DeltaVecMemory memory);

    /** What {@link #learn} asks of the unit for all samples. */
    Work learnWork(int classes, int neurons);

    /** The scale s_l of the layer's perturbation from its own squared norm, where each layer makes its own. */
    default float scale(float squaredNorm) {
        throw new IllegalStateException("this rule's layers do not make their own scale");
    }

    /**
     * What an exemplar's probes told a layer.
     *
     * @param targets one a neuron: the measured bias gradient, divided by max(0.05, slope) where slopes are told
     * @param error the output error as measured at the last layer, one a class
     */
    record ProbedSample(float[] targets, float[] error) {}

    /**
     * Work of an astrocyte unit.
     *
     * @param reads DeltaVec words read
     * @param writes DeltaVec words written
     * @param multiplyAccumulates digital multiply-accumulates
     * @param divisions divisions
     * @param loads words loaded from the buffer of probed samples
     */
    record Work(long reads, long writes, long multiplyAccumulates, long divisions, long loads) {}
}
