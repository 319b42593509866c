package glia.chip.interconnect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Inputs where packets wait in order of arrival, and links that take turns among them. */
final class Router {
    private final List<Integer> outgoing = new ArrayList<>();
    private final List<Queue<Packet>> inputs = new ArrayList<>();
    private int waiting;

    /** Lets the router drive a link. */
    void drive(int link) {
        outgoing.add(link);
    }

    /** Adds an input; the inputs are numbered from 0. */
    int addInput() {
        inputs.add(new ArrayDeque<>());
        return inputs.size() - 1;
    }

    /** The links that it drives. */
    List<Integer> outgoing() {
        return outgoing;
    }

    /** Number of inputs. */
    int inputs() {
        return inputs.size();
    }

    /** Packets in an input. */
    int waiting(int input) {
        return inputs.get(input).size();
    }

    /** Puts a packet at the end of an input. */
    void put(int input, Packet packet) {
        inputs.get(input).add(packet);
        waiting++;
    }

    /** Removes what has left by a cycle; answers whether anything is still there. */
    boolean leave(long cycle) {
        for (Queue<Packet> queue : inputs) {
            Packet head = queue.peek();
            if (head != null && head.hasLeft(cycle)) {
                queue.remove();
                waiting--;
            }
        }
        return waiting > 0;
    }

    /** The packet that is first in an input, if any. */
    @Nullable
    Packet head(int input) {
        return inputs.get(input).peek();
    }

    /** What the first packet of an input, there since before a cycle, would send over a link, if anything. */
    Packet.@Nullable Branch branch(int input, int link, long cycle) {
        Packet head = inputs.get(input).peek();
        return head == null || head.headCycle() >= cycle ? null : head.branch(link);
    }
}
