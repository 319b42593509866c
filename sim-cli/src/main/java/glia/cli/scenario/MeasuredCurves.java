package glia.cli.scenario;

import glia.cli.data.CurveReader;
import glia.core.config.InputException;
import glia.core.config.Position;
import glia.core.config.Written;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts the points of a curve's file into a scenario, as presets put their figures, so that a run holds them. */
final class MeasuredCurves {
    /** The key that names the file. */
    static final String KEY = "chip.device.curve";

    private static final List<String> BRANCHES =
            List.of("chip.device.potentiationCurve", "chip.device.depressionCurve");

    private MeasuredCurves() {}

    /** What was given, with the points of the named file where none were given. */
    static Map<String, Written> filled(Map<String, Written> given, Path base) {
        Written curve = given.get(KEY);
        if (curve == null || curve.list() || curve.toString().equals("none")) {
            return given;
        }
        Map<String, Written> all = new LinkedHashMap<>(given);
        List<List<String>> branches = read(curve, base);
        for (int i = 0; i < BRANCHES.size(); i++) {
            all.putIfAbsent(BRANCHES.get(i), new Written(branches.get(i), true, curve.position(), curve.keyPosition()));
        }
        return all;
    }

    private static List<List<String>> read(Written curve, Path base) {
        Path file = Sources.existing(curve.toString(), base)
                .orElseThrow(() -> new InputException(
                        curve.position(),
                        KEY + " is " + curve + "; expected a CSV file, and there is none of that name"));
        try {
            return CurveReader.read(file);
        } catch (InputException wrong) {
            Position place = curve.position();
            throw place.line() == 0 ? wrong : new InputException(place, String.valueOf(wrong.getMessage()));
        }
    }
}
