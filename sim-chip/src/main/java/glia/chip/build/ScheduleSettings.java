package glia.chip.build;

import glia.chip.block.Schedule;
import glia.chip.device.DeviceParameters;
import glia.chip.device.Programming;
import glia.core.config.InputException;
import glia.core.config.Key;
import glia.core.config.Settings;
import glia.core.config.ValueType;
import java.util.List;
import java.util.Optional;

/** The key of a scenario that says how phases follow each other. */
final class ScheduleSettings {
    private static final String SCHEDULE = "chip.schedule";

    /** The keys in order. */
    static final List<Key> KEYS = List.of(new Key(
                    SCHEDULE,
                    ValueType.choice(Schedule.names()),
                    "barrier",
                    "whether a phase starts when the chip is quiet, or as soon as its data are there, or that with a second copy of the"
                            + " weights for perturbed passes")
            .costOnly());

    private ScheduleSettings() {}

    /**
     * The schedule.
     *
     * @throws InputException if there are to be two copies of weights, and cells cannot have them
     */
    static Schedule schedule(Settings settings, DeviceParameters device, Programming programming) {
        Schedule schedule = Schedule.named(settings.word(SCHEDULE));
        Optional<String> obstacle = schedule.copies() > 1 ? SecondCopy.obstacle(device, programming) : Optional.empty();
        if (obstacle.isPresent()) {
            throw settings.complaint(SCHEDULE, "barrier or overlapped, since " + obstacle.get());
        }
        if (schedule.copies() > 1
                && settings.flag("chip.zeroGating")
                && settings.decimal("chip.device.readNoise") > 0) {
            throw settings.complaint(
                    SCHEDULE,
                    "barrier or overlapped, since with chip.zeroGating a perturbed read can overtake the baseline one, whose"
                            + " noise (chip.device.readNoise) is drawn in order");
        }
        return schedule;
    }
}
