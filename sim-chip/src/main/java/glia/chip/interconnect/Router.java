package glia.chip.interconnect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

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

    /** The packets that are first in their inputs. */
    List<Packet> heads() {
        List<Packet> heads = new ArrayList<>();
        for (int input = 0; input < inputs.size(); input++) {
            Packet head = inputs.get(input).peek();
            if (head != null) {
                heads.add(head);
            }
        }
        return heads;
    }

    /** The packet that is first in an input. */
    Packet head(int input) {
        return inputs.get(input).element();
    }

    /** What the first packet of an input, there since before a cycle, would send over a link. */
    Optional<Packet.Branch> branch(int input, int link, long cycle) {
        Packet head = inputs.get(input).peek();
        if (head == null || head.headCycle() >= cycle) {
            return Optional.empty();
        }
        return head.branches().stream().filter(branch -> branch.link() == link).findFirst();
    }
}
