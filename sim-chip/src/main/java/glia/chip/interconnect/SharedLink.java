package glia.chip.interconnect;

import glia.core.account.ActionTiming;
import glia.core.archive.Archive;

/** The state of a link. */
final class SharedLink {
    private static final int NOBODY = -1;

    private final Topology.Link link;
    private final ActionTiming timing;
    private final int input;
    private long freeCycle;
    private int lastGranted = NOBODY;

    /** Makes a link that ends in some input of its router. */
    SharedLink(Topology.Link link, ActionTiming timing, int input) {
        this.link = link;
        this.timing = timing;
        this.input = input;
    }

    int end() {
        return link.to();
    }

    int input() {
        return input;
    }

    int length() {
        return link.length();
    }

    long latency() {
        return timing.latency();
    }

    long wordsPerBeat() {
        return timing.lanes();
    }

    /** Beats of a message. */
    int beats(int words) {
        return (int) timing.batches(words);
    }

    /** Cycles between the starts of beats that many apart. */
    long cycles(int beats) {
        return beats * timing.interval();
    }

    /** Cycles of a beat from a router's input to the end of the link, the cycle of the arbiter with them. */
    long stepCycles() {
        return 1 + timing.latency();
    }

    /** The cycle from which the next packet can go. */
    long freeCycle() {
        return freeCycle;
    }

    /** Chooses an input. */
    int grant(Arbiter arbiter, boolean[] asking) {
        lastGranted = arbiter.grant(asking, lastGranted);
        return lastGranted;
    }

    /** Carries some beats from a cycle on; answers for how many cycles. */
    long occupy(long cycle, int beats) {
        freeCycle = cycle + cycles(beats);
        return cycles(beats);
    }

    /** Lets the arbiter forget. */
    void startOver() {
        lastGranted = NOBODY;
    }

    /** Saves or loads when it is free. */
    void state(Archive archive) {
        freeCycle = archive.at(freeCycle);
        lastGranted = archive.at(lastGranted);
    }
}
