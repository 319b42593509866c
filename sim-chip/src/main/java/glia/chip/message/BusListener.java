package glia.chip.message;

/** A block as the broadcast bus sees it. A block hears only the topics it was connected for. */
public interface BusListener {
    /** A phase starts. */
    default void onStartPhase(Phase phase) {}

    /** The bias of a neuron is to be moved by the probe step. */
    default void onProbe(Probe probe) {}

    /** The scale s of the perturbation is known. */
    default void onPerturbationScale(PerturbationScale scale) {}

    /** The cost change of a perturbation is known. */
    default void onCostChange(CostChange change) {}

    /** What registers integrated is to be committed. */
    default void onCommit(Commit commit) {}
}
