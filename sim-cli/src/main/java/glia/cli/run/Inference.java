package glia.cli.run;

import glia.chip.build.Chip;
import glia.cli.scenario.DataSource;
import glia.cli.scenario.Scenario;
import glia.core.account.EnergyReport;
import glia.core.stat.Distribution;
import glia.learning.data.Dataset;
import java.nio.file.Path;

/** The test set shown to a trained chip, every sample as messages, counted. */
public final class Inference {
    private final Scenario scenario;
    private final Chip chip;
    private final Dataset test;
    private final Distribution latency = new Distribution("INFER");
    private long right;

    /** Builds the chip and loads the parameters of a folder. */
    public Inference(Scenario scenario, Path parameters) {
        this.scenario = scenario;
        test = DataSource.load(scenario.settings(), scenario.shape()).test();
        chip = scenario.chip();
        StoredParameters.load(parameters, chip.shape(), chip.parameters());
        chip.addPhaseListener((phase, startCycle, endCycle) -> latency.record(endCycle - startCycle));
    }

    /** Shows all samples. */
    public void run() {
        for (int i = 0; i < test.size(); i++) {
            right += chip.infer(test.input(i)) == test.label(i) ? 1 : 0;
        }
    }

    /** The scenario. */
    public Scenario scenario() {
        return scenario;
    }

    /** Number of samples. */
    public long samples() {
        return test.size();
    }

    /** Share of samples whose largest output is that of their class. */
    public double accuracy() {
        return (double) right / test.size();
    }

    /** Cycles from a sample's offer to the end of its phase. */
    public Distribution latency() {
        return latency;
    }

    /** The energy of all samples. */
    public EnergyReport energy() {
        return EnergyReport.of(
                chip.ledger().entries(),
                chip.staticBlocks(),
                scenario.energyTable(),
                chip.cycles(),
                scenario.chipConfig().clockHertz());
    }
}
