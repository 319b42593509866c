package glia.chip.build;

import java.util.Arrays;
import java.util.List;

/** The parts of silicon that a chip is made of, by which areas are listed. */
public enum AreaPart {
    /** One synapse's memory, with the device that selects it. */
    CELL("cell"),
    /** One synapse's perturbation element. */
    ELEMENT("element"),
    /** Selection and write driver of one row of a tile. */
    ROW_DRIVER("rowDriver"),
    /** One input converter. */
    DAC("dac"),
    /** One output converter. */
    ADC("adc"),
    /** One digital lane of a tile: an adder, and what draws signs. */
    TILE_LANE("tileLane"),
    /** One lane of another block: multiplies, adds, compares, divides. */
    LANE("lane"),
    /** One bit of a block's memory, its share of selection and read-out included. */
    MEMORY_BIT("memoryBit"),
    /** One bit of the registers beside a synapse or a bias. */
    REGISTER_BIT("registerBit"),
    /** One bit of one link of the interconnect, with its drivers. */
    LINK_BIT("linkBit"),
    /** One bit of the broadcast bus at one listener. */
    BUS_BIT("busBit"),
    /** The sequencer. */
    SEQUENCER("sequencer");

    private final String label;

    AreaPart(String label) {
        this.label = label;
    }

    /** The name in technology tables. */
    public String label() {
        return label;
    }

    /** The names in order. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(AreaPart::label).toList();
    }
}
