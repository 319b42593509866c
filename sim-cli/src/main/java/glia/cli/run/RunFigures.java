package glia.cli.run;

import glia.chip.build.Chip;
import glia.core.account.EnergyReport;
import java.util.Optional;

/** All that a run can tell: what its training gave, and time and cost on its chip. */
public interface RunFigures extends Trained {
    /** The chip as it is now: its time and its counts. */
    Chip chip();

    /** How long its phases took. */
    PhaseTimes phases();

    /** All deliveries in one number. */
    String scheduleFingerprint();

    /** Wall time spent training and measuring, evaluation apart. */
    double trainingSeconds();

    /** The run whose training this is, if it was another one. */
    default Optional<String> retimedFrom() {
        return Optional.empty();
    }

    /** The ledger as it stands, priced; also after a divergence. */
    default EnergyReport energy() {
        return EnergyReport.of(
                chip().ledger().entries(),
                chip().staticBlocks(),
                scenario().energyTable(),
                chip().cycles(),
                scenario().chipConfig().clockHertz());
    }
}
