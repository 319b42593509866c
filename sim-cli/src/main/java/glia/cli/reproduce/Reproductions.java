package glia.cli.reproduce;

import glia.core.config.InputException;
import glia.core.config.NearestName;
import java.util.List;

/** All reproductions, in the order of lists. A new one is one file and one line here. */
public final class Reproductions {
    /** The name that stands for all of them. */
    public static final String EVERY = "all";

    private static final List<Reproduction> ALL = List.of(
            new GradientComponents(),
            new ForwardPasses(),
            new EstimateEquations(),
            new GradientIterations(),
            new TimeToAccuracy(),
            new UpdatePeriods(),
            new AdamAgainstPlain(),
            new ActivationThreshold(),
            new TemporalStability(),
            new ClassGradients(),
            new SignAgreement(),
            new Recalls(),
            new LabelRecall(),
            new Robustness());

    private Reproductions() {}

    /** All of them. */
    public static List<Reproduction> all() {
        return ALL;
    }

    /** Those of a name; all, if it says so. */
    public static List<Reproduction> named(String name) {
        if (name.equals(EVERY)) {
            return ALL;
        }
        List<Reproduction> found =
                ALL.stream().filter(each -> each.subject().name().equals(name)).toList();
        if (found.isEmpty()) {
            List<String> names = ALL.stream().map(each -> each.subject().name()).toList();
            throw new InputException("no reproduction " + name + "; expected " + String.join(", ", names) + " or "
                    + EVERY + NearestName.hint(name, names));
        }
        return found;
    }
}
