package glia.cli.run;

import glia.core.config.InputException;
import glia.core.config.NearestName;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** In which order runs are compared: the best first, those that lack the figure last, diverged ones after all others. */
public enum RunOrder {
    /** As they were given. */
    GIVEN(run -> Optional.empty()),
    /** By final test accuracy. */
    ACCURACY(run -> run.testAccuracy().map(BigDecimal::negate)),
    /** By energy to target. */
    ENERGY(run -> run.toTarget().map(ComparedRun.ToTarget::joules)),
    /** By time to target. */
    TIME(run -> run.toTarget().map(ComparedRun.ToTarget::seconds)),
    /** By the most writes on one synapse to target. */
    WRITES(run -> run.toTarget().map(target -> BigDecimal.valueOf(target.maxWrites())));

    private final Function<ComparedRun, Optional<BigDecimal>> figure;

    RunOrder(Function<ComparedRun, Optional<BigDecimal>> figure) {
        this.figure = figure;
    }

    private String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The names of the orders but the given one. */
    public static List<String> names() {
        return Arrays.stream(values())
                .filter(order -> order != GIVEN)
                .map(RunOrder::label)
                .toList();
    }

    /** The order of a name that an option gives. */
    public static RunOrder named(String option, String name) {
        return Arrays.stream(values())
                .filter(order -> order != GIVEN && order.label().equals(name))
                .findFirst()
                .orElseThrow(() -> new InputException(option + ": no order '" + name + "'"
                        + NearestName.hint(name, names()) + "; there are " + String.join(", ", names())));
    }

    /** Runs in this order; equal ones as they were given. */
    List<ComparedRun> sorted(Collection<ComparedRun> runs) {
        return this == GIVEN
                ? List.copyOf(runs)
                : runs.stream().sorted(comparator()).toList();
    }

    private Comparator<ComparedRun> comparator() {
        return Comparator.comparing((ComparedRun run) -> run.divergence().isPresent())
                .thenComparing(run -> figure.apply(run).isEmpty())
                .thenComparing(run -> figure.apply(run).orElse(BigDecimal.ZERO));
    }
}
