package glia.chip.build;

import glia.chip.ChipAction;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** Technologies for tests. */
final class Technologies {
    private Technologies() {}

    static Figure figure(String value) {
        return new Figure(new BigDecimal(value), "test", Grade.ASSUMED);
    }

    static Map<String, Figure> ofAllActions(String value) {
        Map<String, Figure> figures = new TreeMap<>();
        for (ChipAction action : ChipAction.values()) {
            figures.put(action.name(), figure(value));
        }
        return figures;
    }

    static Map<String, Figure> ofAllKinds(String value) {
        Map<String, Figure> figures = new TreeMap<>();
        BlockKind.labels().forEach(kind -> figures.put(kind, figure(value)));
        return figures;
    }

    static Map<String, Figure> ofAllParts(String value) {
        Map<String, Figure> figures = new TreeMap<>();
        AreaPart.labels().forEach(part -> figures.put(part, figure(value)));
        return figures;
    }

    /** Every action takes so many seconds. */
    static Technology complete(String latency, String interval) {
        return new Technology(
                "test",
                ofAllActions("0.5"),
                ofAllActions(latency),
                ofAllActions(interval),
                new Technology.Blocks(ofAllKinds("1e-6"), ofAllKinds("2e-6"), ofAllKinds("1e-7")),
                ofAllParts("1"));
    }
}
