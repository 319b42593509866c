package glia.chip.build;

import glia.chip.device.Defects;
import glia.chip.device.DeviceParameters;
import glia.chip.device.Programming;
import glia.chip.device.PulseProgramming;
import glia.chip.device.Pulsing;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What keeps a chip from a second copy of its weights. Cells that store the same and are asked the same must go on storing and reading
 * the same: what is rounded is rounded once, drift goes by the age that both have, and a read's own noise changes no cell.
 */
public final class SecondCopy {
    private SecondCopy() {}

    /** Why a chip cannot have one, with the key of a scenario; empty, if it can. */
    public static Optional<String> obstacle(DeviceParameters device, Programming programming) {
        Optional<String> parting = parting(device).entrySet().stream()
                .filter(entry -> entry.getValue() != 0f)
                .findFirst()
                .map(entry -> "chip.device." + entry.getKey() + " lets two copies of a weight part");
        if (parting.isPresent()) {
            return parting;
        }
        if (programming.element().inPlace()) {
            return Optional.of("chip.element.kind in-place is modelled for one copy of a weight");
        }
        return device.scheme().pairs()
                ? Optional.of("chip.device.signed pair is modelled for one copy of a weight")
                : Optional.empty();
    }

    /** By key what is 0 where the cells of both copies do the same. */
    private static Map<String, Float> parting(DeviceParameters device) {
        Defects defects = device.defects();
        Pulsing pulsing = device.pulsing();
        PulseProgramming programming = device.scheme().programming();
        Map<String, Float> parting = new LinkedHashMap<>();
        parting.put("stuckOn", defects.stuck().on());
        parting.put("stuckOff", defects.stuck().off());
        parting.put("stuckAt", defects.stuck().atValue());
        parting.put("writeNoise", defects.writeNoise());
        parting.put("gainMismatch", defects.gainMismatch());
        parting.put("offsetMismatch", defects.offsetMismatch());
        parting.put("endurance", defects.wearOut().isOn() ? 1f : 0f);
        parting.put("cycleNoise", pulsing.cycleNoise());
        parting.put("labelVariation", pulsing.labelVariation());
        parting.put("rangeVariation", pulsing.rangeVariation());
        parting.put("programming write-verify with readNoise", programming.attempts() * programming.readNoise());
        return parting;
    }
}
