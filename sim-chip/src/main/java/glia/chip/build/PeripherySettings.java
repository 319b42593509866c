package glia.chip.build;

import glia.chip.datapath.Converters;
import glia.chip.datapath.FixedPoint;
import glia.chip.datapath.Periphery;
import glia.core.config.Key;
import glia.core.config.Settings;
import glia.core.config.ValueType;
import java.util.ArrayList;
import java.util.List;

/** The keys of a scenario that describe converters, widths of memories and the read-out of the cost, and what is made of them. */
final class PeripherySettings {
    private static final String EXACT = "exact";
    private static final String BIT_SERIAL = "bit-serial";
    private static final String DAC_BITS = "chip.tile.dacBits";
    private static final String INPUTS = "chip.tile.inputs";
    private static final ValueType BITS = ValueType.or(EXACT, ValueType.whole(2, FixedPoint.MOST_BITS));
    private static final ValueType RANGE = ValueType.decimal(0.001, 1000);

    private static final List<Key> KEYS = List.of(
            new Key(
                    DAC_BITS,
                    BITS,
                    EXACT,
                    "bits of an input converter, its sign with them; transposed reads drive columns through such ones"),
            new Key(
                    "chip.tile.dacRange",
                    RANGE,
                    "1",
                    "largest input, in units of activations: of input converters, and of stored activations"),
            new Key("chip.tile.adcBits", BITS, EXACT, "bits of an output converter, its sign with them"),
            new Key(
                    "chip.tile.adcRange",
                    RANGE,
                    "16",
                    "largest sum of an output converter, in units of dacRange x sqrt(lines of a full tile / inputs): deviations"
                            + " of a column of fresh weights with the largest inputs"),
            new Key(
                    INPUTS,
                    ValueType.choice(List.of("parallel", BIT_SERIAL)),
                    "parallel",
                    "whether the bits of an input are shown at once, or one after the other, each with a read, a conversion and"
                            + " an addition of every column"),
            new Key(
                    "chip.tile.activationBits",
                    BITS,
                    EXACT,
                    "bits of the activations that a tile keeps for its update, up to dacRange; exact ones are words of 32 bit"),
            new Key(
                    "chip.astrocyte.deltaVecBits",
                    BITS,
                    EXACT,
                    "bits of a number in a DeltaVec memory, rounded whenever it is stored; exact ones are words of 32 bit"),
            new Key("chip.astrocyte.deltaVecRange", RANGE, "1", "largest number in a DeltaVec memory"),
            new Key(
                    "chip.cost.bits",
                    BITS,
                    EXACT,
                    "bits of a cost as it is read, its sign with them, before differences are formed"),
            new Key("chip.cost.range", RANGE, "4", "largest cost that is read"));

    private PeripherySettings() {}

    /** Keys of a chip with those of its periphery among them, each behind the others of its section. */
    static List<Key> among(List<Key> chip) {
        List<Key> all = new ArrayList<>(chip);
        for (Key key : KEYS) {
            String section = key.name().substring(0, key.name().lastIndexOf('.') + 1);
            int place = all.size();
            while (!all.get(place - 1).name().startsWith(section)) {
                place--;
            }
            all.add(place, key);
        }
        return all;
    }

    static Periphery periphery(Settings settings) {
        boolean bitSerial = settings.word(INPUTS).equals(BIT_SERIAL);
        if (bitSerial && settings.isWord(DAC_BITS, EXACT)) {
            throw settings.complaint(INPUTS, "parallel, or a number of bits as " + DAC_BITS);
        }
        Converters converters = new Converters(
                numbers(settings, DAC_BITS, "chip.tile.dacRange"),
                numbers(settings, "chip.tile.adcBits", "chip.tile.adcRange"),
                bitSerial);
        return new Periphery(
                converters,
                numbers(settings, "chip.tile.activationBits", "chip.tile.dacRange"),
                numbers(settings, "chip.astrocyte.deltaVecBits", "chip.astrocyte.deltaVecRange"),
                numbers(settings, "chip.cost.bits", "chip.cost.range"));
    }

    private static FixedPoint numbers(Settings settings, String bits, String range) {
        float largest = (float) settings.decimal(range);
        return settings.isWord(bits, EXACT)
                ? FixedPoint.exact(largest)
                : new FixedPoint(settings.integer(bits), largest);
    }
}
