package glia.core.event;

import glia.core.account.Resource;
import java.util.function.Consumer;

/** A block that sends every token on over one of its wires, one out of eight kinds of block. */
final class RelayBlock {
    static final int KINDS = 8;
    static final int WIRES = 4;

    private final Simulation simulation;
    private final Resource resource;
    private final OutPort<Token>[] wires;
    private final long[] received = new long[KINDS];

    /** Makes a block whose wires are still to be connected. */
    RelayBlock(Simulation simulation, Resource resource, OutPort<Token>[] wires) {
        this.simulation = simulation;
        this.resource = resource;
        this.wires = wires;
    }

    /** The handler of a kind of block; each kind has a class of its own, as the blocks of a chip have. */
    Consumer<Token> handler(int kind) {
        return switch (kind) {
            case 0 -> token -> relay(token, 0);
            case 1 -> token -> relay(token, 1);
            case 2 -> token -> relay(token, 2);
            case 3 -> token -> relay(token, 3);
            case 4 -> token -> relay(token, 4);
            case 5 -> token -> relay(token, 5);
            case 6 -> token -> relay(token, 6);
            default -> token -> relay(token, 7);
        };
    }

    private void relay(Token token, int kind) {
        received[kind]++;
        if (--token.hops > 0) {
            long ready = resource.perform(Work.RELAY, 1, simulation.nowCycle());
            wires[token.hops & (WIRES - 1)].send(token, ready);
        }
    }

    /** The one action of a block. */
    enum Work implements glia.core.account.Action {
        RELAY
    }
}
