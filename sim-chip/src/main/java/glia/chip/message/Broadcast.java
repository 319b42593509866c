package glia.chip.message;

/**
 * What travels on the broadcast bus. Every listener is reached by every word; a block's decoder passes on the topics that
 * concern it.
 */
public sealed interface Broadcast extends ChipMessage permits StartPhase, Probe, Commit, PerturbationScale, CostChange {
    /** What the decoders tell apart: phases first, then the two words of the cost unit, then probes by layer. */
    int topic();

    /** Hands this message to the method of a listener that is meant for it. */
    void tell(BusListener listener);
}
