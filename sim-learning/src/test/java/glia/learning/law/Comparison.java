package glia.learning.law;

import java.util.Locale;
import java.util.Map;

/**
 * Two states of a network that a law says are equal; an AssertionError says where they part.
 *
 * @param one what the first state is called
 * @param other what the second state is called
 */
record Comparison(String one, String other) {
    /** Compares the bits of parameters. */
    void values(Place place, float[][][] ones, float[][][] others, String when) {
        int layer = place.site().layer();
        for (int i = place.firstRow(); i < place.firstRow() + place.rows(); i++) {
            for (int j = place.firstColumn(); j < place.firstColumn() + place.columns(); j++) {
                if (differ(ones[layer][i][j], others[layer][i][j])) {
                    throw parted(place.name(i, j), ones[layer][i][j], others[layer][i][j], when);
                }
            }
        }
    }

    /** Compares the bits of a value. */
    void value(String name, float oneValue, float otherValue, String when) {
        if (differ(oneValue, otherValue)) {
            throw parted(name, oneValue, otherValue, when);
        }
    }

    private static boolean differ(float one, float other) {
        return Float.floatToRawIntBits(one) != Float.floatToRawIntBits(other);
    }

    /** Compares counts of all kinds. */
    void counts(
            Place place,
            Map<NetworkState.Count, long[][][]> ones,
            Map<NetworkState.Count, long[][][]> others,
            String when) {
        for (NetworkState.Count count : NetworkState.Count.values()) {
            int layer = place.site().layer();
            counts(place, count, ones.get(count)[layer], others.get(count)[layer], when);
        }
    }

    /** Compares counts of one kind, by row and neuron of the layer. */
    void counts(Place place, NetworkState.Count count, long[][] ones, long[][] others, String when) {
        for (int i = place.firstRow(); i < place.firstRow() + place.rows(); i++) {
            for (int j = place.firstColumn(); j < place.firstColumn() + place.columns(); j++) {
                if (ones[i][j] != others[i][j]) {
                    String name = count.name().toLowerCase(Locale.ROOT) + " of " + place.name(i, j);
                    throw parted(name, ones[i][j], others[i][j], when);
                }
            }
        }
    }

    /** Compares a count. */
    void count(String name, long oneCount, long otherCount, String when) {
        if (oneCount != otherCount) {
            throw parted(name, oneCount, otherCount, when);
        }
    }

    private AssertionError parted(String name, Object oneValue, Object otherValue, String when) {
        return new AssertionError(name + ": " + one + " " + oneValue + ", " + other + " " + otherValue + " " + when);
    }
}
