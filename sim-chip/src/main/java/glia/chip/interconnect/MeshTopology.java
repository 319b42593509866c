package glia.chip.interconnect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A 2-D mesh with a router at every place and XY routing: first along the row, then along the column (W. J. Dally and B. Towles,
 * Principles and Practices of Interconnection Networks, 2004, section 8.4). No route turns from a column into a row, so links can
 * be ordered such that every route climbs, and nothing can wait in a circle.
 */
public final class MeshTopology implements Topology {
    private static final int[] STEP_X = {1, -1, 0, 0};
    private static final int[] STEP_Y = {0, 0, 1, -1};
    private static final int EAST = 0;
    private static final int WEST = 1;
    private static final int SOUTH = 2;
    private static final int NORTH = 3;

    private final int width;
    private final int height;
    private final List<Link> links = new ArrayList<>();
    private final int[][] outgoing;

    /** Makes a mesh of some places. */
    public MeshTopology(int width, int height) {
        this.width = width;
        this.height = height;
        outgoing = new int[width * height][STEP_X.length];
        for (int router = 0; router < outgoing.length; router++) {
            Arrays.fill(outgoing[router], -1);
            for (int way = 0; way < STEP_X.length; way++) {
                int x = router % width + STEP_X[way];
                int y = router / width + STEP_Y[way];
                if (x >= 0 && x < width && y >= 0 && y < height) {
                    outgoing[router][way] = links.size();
                    links.add(new Link(router, y * width + x, 1));
                }
            }
        }
    }

    @Override
    public int routers() {
        return outgoing.length;
    }

    @Override
    public List<Link> links() {
        return links;
    }

    @Override
    public int entry(Place place) {
        return place.y() * width + place.x();
    }

    @Override
    public int exit(Place place) {
        return entry(place);
    }

    @Override
    public int next(int router, int destination) {
        int right = destination % width - router % width;
        int down = destination / width - router / width;
        int way = right > 0 ? EAST : right < 0 ? WEST : down > 0 ? SOUTH : NORTH;
        return outgoing[router][way];
    }

    @Override
    public int diameter() {
        return width - 1 + height - 1;
    }

    @Override
    public String name(int link) {
        return place(links.get(link).from()) + " > " + place(links.get(link).to());
    }

    private String place(int router) {
        return "(" + router % width + ", " + router / width + ")";
    }
}
