package glia.chip;

import glia.core.account.Action;
import java.util.List;

/** The vocabulary of things the hardware does. Each has a price and a time in every technology table. */
public enum ChipAction implements Action {
    /** One word fetched from outside the chip (a value of a sample, or its label). */
    FETCH_WORD,
    /** One input value turned into a voltage on a tile's row. */
    DAC_CONVERSION,
    /** One stored weight multiplied by its input and added to its column. */
    MULTIPLY_ACCUMULATE,
    /** One perturbation element's own contribution to its column. */
    READ_PERTURBATION,
    /** One column's sum turned into a word. */
    ADC_CONVERSION,
    /** One perturbation element (or bias perturbation) set; release is free. */
    SET_PERTURBATION,
    /** One random sign drawn, or one value of a code or waveform formed, for a perturbation. */
    DRAW_SIGN,
    /** One pulse's time on one selected row (or column, or cell) in a write phase: selection, drivers, half-selected cells. */
    WRITE_ROW,
    /** One write pulse on one synapse, within its slot. */
    WRITE_SYNAPSE,
    /** One bias register's slot in a write phase, written or not. */
    WRITE_BIAS,
    /** One digital addition of two words. */
    ADD,
    /** One digital multiplication, with an addition where there is one. */
    DIGITAL_MULTIPLY_ACCUMULATE,
    /** One digital division or square root. */
    DIVIDE,
    /** One comparison of two words. */
    COMPARE,
    /** One activation function evaluated. */
    ACTIVATE,
    /** One slope f' evaluated from an activation. */
    EVALUATE_SLOPE,
    /** One output's share of the cost function evaluated. */
    EVALUATE_COST,
    /** One word read from a block's local buffer. */
    LOAD_WORD,
    /** One word written to a block's local buffer; the registers at a digital unit's inputs are part of the unit. */
    STORE_WORD,
    /** One word read from a DeltaVec memory. */
    READ_DELTAVEC,
    /** One word written to a DeltaVec memory. */
    WRITE_DELTAVEC,
    /** One word moved over one link of the interconnect. */
    HOP_WORD,
    /** One word of the broadcast bus brought to one listener. */
    BROADCAST_WORD,
    /** The end of a phase found and made known: the chip is quiet. */
    BARRIER;

    /** What a read of one cell by itself takes, one of each. */
    public static final List<ChipAction> READ_OF_CELL = List.of(DAC_CONVERSION, MULTIPLY_ACCUMULATE, ADC_CONVERSION);
}
