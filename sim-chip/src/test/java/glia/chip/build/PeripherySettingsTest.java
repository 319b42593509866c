package glia.chip.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import glia.chip.datapath.Converters;
import glia.chip.datapath.FixedPoint;
import glia.chip.datapath.Periphery;
import glia.core.config.InputException;
import glia.core.config.Key;
import glia.core.config.Position;
import glia.core.config.Settings;
import glia.core.config.Written;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PeripherySettingsTest {
    private static Settings settings(String... keysAndValues) {
        Map<String, Written> given = new TreeMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            given.put(keysAndValues[i], Written.of(keysAndValues[i + 1], new Position("chip.yaml", 4, 2)));
        }
        return new Settings(ChipSettings.KEYS, given);
    }

    private static Periphery periphery(String... keysAndValues) {
        return ChipSettings.config(settings(keysAndValues), 1).periphery();
    }

    @Test
    void everythingIsExactIfNothingIsSaid() {
        assertEquals(Periphery.EXACT, periphery());
    }

    @Test
    void everyKeyReachesItsPart() {
        assertEquals(
                new Periphery(
                        new Converters(new FixedPoint(2, 3f), new FixedPoint(4, 5f), true),
                        new FixedPoint(6, 3f),
                        new FixedPoint(7, 8f),
                        new FixedPoint(9, 10f)),
                periphery(
                        "chip.tile.dacBits",
                        "2",
                        "chip.tile.dacRange",
                        "3",
                        "chip.tile.adcBits",
                        "4",
                        "chip.tile.adcRange",
                        "5",
                        "chip.tile.inputs",
                        "bit-serial",
                        "chip.tile.activationBits",
                        "6",
                        "chip.astrocyte.deltaVecBits",
                        "7",
                        "chip.astrocyte.deltaVecRange",
                        "8",
                        "chip.cost.bits",
                        "9",
                        "chip.cost.range",
                        "10"));
    }

    @Test
    void bitSerialInputsWithoutBitsAreRefused() {
        InputException refusal = assertThrows(InputException.class, () -> periphery("chip.tile.inputs", "bit-serial"));
        assertEquals(
                "chip.yaml:4:2: chip.tile.inputs is bit-serial; expected parallel, or a number of bits as"
                        + " chip.tile.dacBits",
                refusal.getMessage());
    }

    @Test
    void bitsThatThereAreNotAreRefused() {
        InputException refusal = assertThrows(InputException.class, () -> periphery("chip.tile.adcBits", "1"));
        assertEquals(
                "chip.yaml:4:2: chip.tile.adcBits is 1; expected exact or a whole number from 2 to 16",
                refusal.getMessage());
    }

    /** Or a resolved scenario would name a section twice, which is no YAML. */
    @Test
    void theKeysOfASectionStandTogether() {
        Set<String> ended = new HashSet<>();
        List<String> before = new ArrayList<>();
        for (Key key : ChipSettings.KEYS) {
            List<String> sections = new ArrayList<>();
            for (int dot = key.name().indexOf('.'); dot > 0; dot = key.name().indexOf('.', dot + 1)) {
                sections.add(key.name().substring(0, dot));
            }
            before.removeAll(sections);
            ended.addAll(before);
            sections.forEach(section -> assertEquals(false, ended.contains(section), key.name()));
            before = sections;
        }
    }
}
