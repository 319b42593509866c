package glia.chip.build;

import glia.chip.ChipAction;
import glia.chip.device.Programming;
import glia.core.account.ActionTiming;
import java.util.Optional;

/** Why steps of a chip are not replayed from recordings. */
public enum ReplayObstacle {
    /** All steps are to be simulated. */
    SWITCHED_OFF("it was switched off"),
    /** Rows without an input are not driven. */
    ZERO_GATING("chip.zeroGating makes counts depend on data"),
    /** Rows without a write take no slot. */
    SKIPPED_ROWS("chip.skipIdleRows makes cycles depend on data"),
    /** Slots last as long as the trains in them. */
    LONGEST_TRAINS("chip.write.slot makes cycles depend on data"),
    /** A unit may still be taken when a step ends. */
    LONG_INTERVAL("an action's interval exceeds its latency"),
    /** The kinds of step recorded so far are replayed, all others simulated. */
    FULL("recordings are full; kinds of step that came later are simulated");

    private final String reason;

    ReplayObstacle(String reason) {
        this.reason = reason;
    }

    /** The reason in words. */
    public String reason() {
        return reason;
    }

    /** What keeps the steps of a chip from being replayed, if anything does. */
    public static Optional<ReplayObstacle> of(ChipConfig config, Technology technology) {
        if (config.tileOptions().zeroGating()) {
            return Optional.of(ZERO_GATING);
        }
        if (config.tileOptions().skipIdleRows()) {
            return Optional.of(SKIPPED_ROWS);
        }
        if (config.programming().slot() == Programming.Slot.LONGEST
                && config.device().longestTrain() > 1) {
            return Optional.of(LONGEST_TRAINS);
        }
        for (ChipAction action : ChipAction.values()) {
            ActionTiming timing = technology.timing(action, 1, config.clockHertz());
            if (timing.interval() > timing.latency()) {
                return Optional.of(LONG_INTERVAL);
            }
        }
        return Optional.empty();
    }
}
