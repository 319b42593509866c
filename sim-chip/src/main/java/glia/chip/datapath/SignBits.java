package glia.chip.datapath;

/** A sign for every synapse of a layer, also for its biases, which are one more row behind the inputs; a set bit is a minus. */
public interface SignBits {
    /** The signs of neurons 64 · word to 64 · word + 63 for an input of the layer, lowest bit first. */
    long word(int row, int word);
}
