package glia.chip.build;

import java.util.Arrays;
import java.util.List;

/** The kinds of block, by which static power is listed. */
public enum BlockKind {
    /** Input port. */
    INPUT("input"),
    /** Synapse tile. */
    TILE("tile"),
    /** Neuron unit. */
    NEURONS("neurons"),
    /** Cost unit. */
    COST("cost"),
    /** Astrocyte unit. */
    ASTROCYTE("astrocyte"),
    /** Sequencer. */
    SEQUENCER("sequencer"),
    /** Broadcast bus. */
    BUS("bus"),
    /** One word of the registers that a rule asks for at synapses and biases. */
    REGISTER("register"),
    /** Interconnect, all its wires together. */
    INTERCONNECT("interconnect");

    private final String label;

    BlockKind(String label) {
        this.label = label;
    }

    /** The name in technology tables. */
    public String label() {
        return label;
    }

    /** The kind of a block by its name in the ledger, such as {@code layer1.tile0.0}. */
    static BlockKind named(String block) {
        String part = block.substring(block.indexOf('.') + 1);
        return Arrays.stream(values())
                .filter(kind -> part.startsWith(kind.label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of block " + block));
    }

    /** The names in order. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(BlockKind::label).toList();
    }
}
