package glia.chip.interconnect;

import java.util.List;

/** One bus past all places: every sender queues at its one arbiter, every receiver listens at its other end. */
public final class BusTopology implements Topology {
    private final List<Link> links;

    /** Makes a bus along some places, as long as the way past all of them. */
    public BusTopology(int width, int height) {
        links = List.of(new Link(0, 1, Math.max(1, width * height - 1)));
    }

    @Override
    public int routers() {
        return 2;
    }

    @Override
    public List<Link> links() {
        return links;
    }

    @Override
    public int entry(Place place) {
        return 0;
    }

    @Override
    public int exit(Place place) {
        return 1;
    }

    @Override
    public int next(int router, int destination) {
        return 0;
    }

    @Override
    public boolean buffered() {
        return false;
    }

    @Override
    public int diameter() {
        return 1;
    }

    @Override
    public String name(int link) {
        return "bus";
    }
}
