package glia.chip.device;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How a tile's synapses are perturbed and written.
 *
 * @param element the perturbation elements
 * @param mode which cells are written at once
 * @param slot how long they are given
 */
public record Programming(ElementParameters element, Mode mode, Slot slot) {
    /** Separate elements without limits, and rows written one after the other. */
    public static final Programming DEFAULT = new Programming(ElementParameters.IDEAL, Mode.ROW, Slot.ONE_PULSE);

    /** Which cells of a tile are written at once. A write phase has a slot for each such group, one after the other. */
    public enum Mode {
        /** Those of a row. */
        ROW,
        /** Those of a column. */
        COLUMN,
        /** One. */
        CELL,
        /** All; every row is selected at once. */
        PARALLEL;

        /** The names in order. */
        public static List<String> names() {
            return Arrays.stream(values()).map(Mode::label).toList();
        }

        /** Its name. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Slots of a write phase of a tile. */
        public long slots(int rows, int columns) {
            return switch (this) {
                case ROW -> rows;
                case COLUMN -> columns;
                case CELL -> (long) rows * columns;
                case PARALLEL -> 1;
            };
        }

        /** The slot of a cell. */
        public int slotOf(int row, int column, int columns) {
            return switch (this) {
                case ROW -> row;
                case COLUMN -> column;
                case CELL -> row * columns + column;
                case PARALLEL -> 0;
            };
        }

        /** Lines that are selected at once in a slot. */
        public long lines(int rows) {
            return this == PARALLEL ? rows : 1;
        }
    }

    /** How long a slot is, in pulses. */
    public enum Slot {
        /** One, however many pulses a cell takes: the technology's slot is meant to hold a train. */
        ONE_PULSE,
        /** As many as the longest train of the device has. */
        FULL_TRAIN,
        /** As many as the longest train within the slot; one, if there is none. */
        LONGEST;

        /** The names in order. */
        public static List<String> names() {
            return Arrays.stream(values()).map(Slot::label).toList();
        }

        /** Its name. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
