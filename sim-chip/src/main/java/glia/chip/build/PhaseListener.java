package glia.chip.build;

import glia.chip.message.Phase;

/** Sees every phase after it has ended. */
public interface PhaseListener {
    /** A phase went from one cycle to another, its barrier included. */
    void onPhase(Phase phase, long startCycle, long endCycle);
}
