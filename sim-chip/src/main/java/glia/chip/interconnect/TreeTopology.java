package glia.chip.interconnect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An H-tree: the floorplan is halved again and again, along its longer side first, and a router in the middle of each part is
 * linked with those of its halves; the leaves are the places. Routes climb to the first router above both places and descend,
 * so nothing can wait in a circle. A link is as long as the way between the middles it joins, a quarter of the halved side.
 */
public final class TreeTopology implements Topology {
    private final int levels;
    /** By level from the root, whether the part is halved along x. */
    private final boolean[] alongX;

    private final List<Link> links = new ArrayList<>();
    private final int[] up;
    private final int[] down;

    /** Makes a tree over some places. */
    public TreeTopology(int width, int height) {
        int bitsX = bits(width);
        int bitsY = bits(height);
        levels = bitsX + bitsY;
        alongX = new boolean[levels];
        int[] lengths = new int[levels];
        for (int level = 0; level < levels; level++) {
            alongX[level] = bitsX >= bitsY;
            lengths[level] = Math.max(1, (1 << (alongX[level] ? bitsX-- : bitsY--)) / 4);
        }
        up = new int[2 << levels];
        down = new int[2 << levels];
        Arrays.fill(up, -1);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                join(leaf(x, y), lengths);
            }
        }
    }

    /** Halvings after which parts of a side are single places. */
    private static int bits(int side) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(side - 1);
    }

    private void join(int leaf, int[] lengths) {
        int level = levels;
        for (int node = leaf; node > 1 && up[node] < 0; node /= 2) {
            level--;
            up[node] = links.size();
            links.add(new Link(node - 1, node / 2 - 1, lengths[level]));
            down[node] = links.size();
            links.add(new Link(node / 2 - 1, node - 1, lengths[level]));
        }
    }

    /** The number of a leaf: the root is 1, the halves of k are 2k and 2k + 1. Routers count from 0. */
    private int leaf(int x, int y) {
        int node = 1;
        int leftX = 0;
        int leftY = 0;
        for (boolean along : alongX) {
            leftX += along ? 1 : 0;
            leftY += along ? 0 : 1;
        }
        for (boolean along : alongX) {
            int bit = along ? x >> --leftX : y >> --leftY;
            node = 2 * node + (bit & 1);
        }
        return node;
    }

    @Override
    public int routers() {
        return up.length - 1;
    }

    @Override
    public List<Link> links() {
        return links;
    }

    @Override
    public int entry(Place place) {
        return leaf(place.x(), place.y()) - 1;
    }

    @Override
    public int exit(Place place) {
        return entry(place);
    }

    @Override
    public int next(int router, int destination) {
        int node = router + 1;
        int below = level(destination + 1) - level(node);
        boolean above = below > 0 && (destination + 1) >> below == node;
        return above ? down[(destination + 1) >> (below - 1)] : up[node];
    }

    private static int level(int node) {
        return Integer.SIZE - 1 - Integer.numberOfLeadingZeros(node);
    }

    @Override
    public int diameter() {
        return 2 * levels;
    }

    @Override
    public String name(int link) {
        int from = links.get(link).from() + 1;
        int to = links.get(link).to() + 1;
        int lower = Math.max(from, to);
        return "level " + level(lower) + " of " + levels + (to < from ? ", up from " : ", down to ") + "part "
                + (lower - Integer.highestOneBit(lower));
    }
}
