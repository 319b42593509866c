package glia.chip.interconnect;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Part of a message in one router's input: some beats that travel together, and the ways they still have to go from there. */
final class Packet {
    /**
     * One way on from the router.
     *
     * @param link the next link
     * @param stops what it leads to
     */
    record Branch(int link, List<Transfer.Stop> stops) {
        /** Whether it ends with the link, at some router. */
        boolean endsAt(int router) {
            for (Transfer.Stop stop : stops) {
                if (stop.router() != router) {
                    return false;
                }
            }
            return true;
        }
    }

    private final Transfer transfer;
    private final int beats;
    private final long words;
    private final boolean last;
    private final List<Branch> branches;
    private final long headCycle;
    private final long emptyCycles;
    private long leavesCycle;

    /**
     * Puts beats into a router's input.
     *
     * @param last whether the message has arrived once these have
     * @param headCycle when the first beat is there
     * @param emptyCycles cycles that it takes to there from the message's ready cycle where nothing is met
     */
    Packet(
            Transfer transfer,
            int beats,
            long words,
            boolean last,
            List<Branch> branches,
            long headCycle,
            long emptyCycles) {
        this.transfer = transfer;
        this.beats = beats;
        this.words = words;
        this.last = last;
        this.branches = new ArrayList<>(branches);
        this.headCycle = headCycle;
        this.emptyCycles = emptyCycles;
    }

    /** The same beats in the input at the end of a link. */
    Packet at(List<Branch> onward, long cycle, long cyclesIfEmpty) {
        return new Packet(transfer, beats, words, last, onward, cycle, cyclesIfEmpty);
    }

    /** The branch that waits for a link, if any. */
    @Nullable
    Branch branch(int link) {
        for (Branch branch : branches) {
            if (branch.link == link) {
                return branch;
            }
        }
        return null;
    }

    /** Takes a branch that is granted, whose last beat leaves before a cycle. */
    void grant(Branch branch, long freeCycle) {
        branches.remove(branch);
        leavesCycle = Math.max(leavesCycle, freeCycle);
    }

    /** The next cycle after one at which it has left or may go on over one of all links; never, if that does not depend on time. */
    long nextChange(long now, List<SharedLink> links) {
        if (branches.isEmpty()) {
            return leavesCycle;
        }
        long next = Long.MAX_VALUE;
        for (Branch branch : branches) {
            long possible = Math.max(headCycle + 1, links.get(branch.link).freeCycle());
            next = possible > now ? Math.min(next, possible) : next;
        }
        return next;
    }

    /** Whether all has left by a cycle. */
    boolean hasLeft(long cycle) {
        return branches.isEmpty() && leavesCycle <= cycle;
    }

    Transfer transfer() {
        return transfer;
    }

    int beats() {
        return beats;
    }

    long words() {
        return words;
    }

    boolean isLast() {
        return last;
    }

    long headCycle() {
        return headCycle;
    }

    long emptyCycles() {
        return emptyCycles;
    }
}
