package glia.cli.run;

import glia.chip.build.Figure;
import glia.chip.build.Grade;
import glia.chip.build.Technology;
import glia.core.account.EnergyReport;
import java.math.BigDecimal;

/** How much of an energy rests on figures that were assumed for want of published ones. */
final class AssumedShare {
    private AssumedShare() {}

    /** The share, 0 to 1. Static and clock power count as assumed if any kind of block's is. */
    static double of(EnergyReport energy, Technology technology) {
        if (energy.totalPicojoules().signum() == 0) {
            return 0;
        }
        double assumed = 0;
        for (var part : energy.byAction().entrySet()) {
            if (isAssumed(part.getKey(), technology)) {
                assumed += part.getValue().doubleValue();
            }
        }
        return assumed / energy.totalPicojoules().doubleValue();
    }

    private static boolean isAssumed(String action, Technology technology) {
        if (action.equals(EnergyReport.STATIC)) {
            return technology.blocks().leaking().values().stream().anyMatch(AssumedShare::isAssumed);
        }
        if (action.equals(EnergyReport.CLOCK)) {
            return technology.blocks().clock().values().stream().anyMatch(AssumedShare::isAssumed);
        }
        Figure figure = technology.energies().getOrDefault(action, new Figure(BigDecimal.ZERO, "none", Grade.ASSUMED));
        return isAssumed(figure);
    }

    private static boolean isAssumed(Figure figure) {
        return figure.grade() == Grade.ASSUMED;
    }
}
