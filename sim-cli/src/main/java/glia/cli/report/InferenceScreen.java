package glia.cli.report;

import glia.cli.run.Inference;
import glia.core.account.EnergyReport;
import java.util.Locale;

/** What inference achieves and costs. */
public final class InferenceScreen {
    private InferenceScreen() {}

    /** The screen of an inference over a test set. */
    public static String of(Inference inference) {
        double clock = inference.scenario().chipConfig().clockHertz().doubleValue();
        EnergyReport energy = inference.energy();
        double perSample = energy.totalPicojoules().doubleValue() * 1e-12 / inference.samples();
        StringBuilder out = new StringBuilder(String.format(
                Locale.ROOT,
                "Inference of %s test samples: accuracy %.2f %%, energy %s a sample, latency %s (%d cycles)%n",
                Quantities.count(inference.samples()),
                inference.accuracy() * 100,
                Quantities.scaled(perSample, "J"),
                Quantities.scaled(inference.latency().percentile(50) / clock, "s"),
                inference.latency().percentile(50)));
        Table table = new Table().row("action", "a sample", "share");
        energy.byAction()
                .forEach((action, picojoules) -> table.row(
                        action,
                        Quantities.scaled(picojoules.doubleValue() * 1e-12 / inference.samples(), "J"),
                        Quantities.percent(picojoules.doubleValue()
                                / energy.totalPicojoules().doubleValue())));
        return out.append(table).toString();
    }
}
