package glia.cli.sweep;

import glia.cli.scenario.DataSource;
import glia.cli.scenario.Scenario;
import glia.core.config.InputException;
import glia.core.config.Settings;
import glia.learning.data.TrainAndTest;
import java.lang.ref.SoftReference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The data of scenarios, read once for all that ask for the same, and forgotten when memory runs short. */
final class SharedData {
    private final Map<List<String>, Holder> holders = new ConcurrentHashMap<>();

    private static final class Holder {
        private SoftReference<TrainAndTest> data = new SoftReference<>(null);
        private Optional<InputException> refusal = Optional.empty();

        synchronized TrainAndTest get(Scenario scenario) {
            if (refusal.isPresent()) {
                throw refusal.get();
            }
            TrainAndTest held = data.get();
            if (held != null) {
                return held;
            }
            try {
                TrainAndTest read = DataSource.load(scenario.settings(), scenario.shape());
                data = new SoftReference<>(read);
                return read;
            } catch (InputException refused) {
                refusal = Optional.of(refused);
                throw refused;
            }
        }
    }

    /** The data of a scenario, to be read only. */
    TrainAndTest of(Scenario scenario) {
        return holders.computeIfAbsent(key(scenario), fresh -> new Holder()).get(scenario);
    }

    /** What data depend on; inputs and classes of the network are checked against them. */
    private static List<String> key(Scenario scenario) {
        Settings settings = scenario.settings();
        return Stream.concat(
                        settings.keys().stream()
                                .map(key -> key.name())
                                .filter(name -> name.startsWith("data."))
                                .map(settings::text),
                        Stream.of(scenario.shape().inputs(0) + " x "
                                + scenario.shape().classes()))
                .toList();
    }
}
