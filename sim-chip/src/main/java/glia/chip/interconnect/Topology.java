package glia.chip.interconnect;

import java.util.List;

/** Which routers there are, the links between them, and the one route from each to each. */
public interface Topology {
    /**
     * A link that carries words one way.
     *
     * @param from the router that drives it
     * @param to the router at its end
     * @param length in steps of the floorplan's grid, at least 1; a word passes a register at every step
     */
    record Link(int from, int to, int length) {}

    /** Number of routers; they are numbered from 0. */
    int routers();

    /** The links; they are numbered in this order. */
    List<Link> links();

    /** Steps of all links together. */
    default long steps() {
        return links().stream().mapToLong(Link::length).sum();
    }

    /** Whether messages wait in packets at the ends of links; at the senders alone, if not. */
    default boolean buffered() {
        return true;
    }

    /** The router at which a block at a place sends. */
    int entry(Place place);

    /** The router at which a block at a place hears. */
    int exit(Place place);

    /** The number of the link by which a message leaves a router for another one. */
    int next(int router, int destination);

    /** Links on the longest route from a place to another one. */
    int diameter();

    /** The name of a link, for a reader. */
    String name(int link);
}
