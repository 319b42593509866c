package glia.learning.reference;

/** Writes of parameters that are counted. */
final class CountedWrite {
    private CountedWrite() {}

    /** Asks a change x of the cell of a synapse. */
    static void ofCell(ReferenceNetwork network, int l, int i, int j, float x) {
        int train = network.cells().write(l, i, j, x);
        if (train != 0) {
            count(network, l, i, j, train > 0);
        }
    }

    /** Counts a write of a parameter; biases are the row behind the inputs. */
    static void count(ReferenceNetwork network, int l, int i, int j, boolean potentiated) {
        network.commits().row(l, i)[j]++;
        if (potentiated) {
            network.potentiations().row(l, i)[j]++;
        }
    }
}
