package glia.cli.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glia.chip.ChipAction;
import glia.chip.build.Chip;
import glia.chip.build.Technology;
import glia.cli.scenario.Scenario;
import glia.cli.scenario.Technologies;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The figures of {@code traces/SILICON.md} that are predicted, computed from the tables. */
class SiliconTest {
    private static final int STEPS = 10;
    private static final double ACCESS = 51.2;
    private static final double UPDATE = 21.6;
    private static final double SPIKE = 69.3;
    private static final double MESSAGE = 111;
    /** Mean of five logged runs, microjoules. */
    private static final double MEASURED = 271.6;

    private static String page() throws IOException {
        return Files.readString(Path.of("..", "traces", "SILICON.md"));
    }

    private static void says(String what) throws IOException {
        assertTrue(page().contains(what), what);
    }

    private static double price(Technology technology, ChipAction action) {
        return technology.energies().get(action.name()).value().doubleValue();
    }

    private static String microjoules(double picojoules) {
        return String.format(Locale.ROOT, "%.2f uJ", picojoules / 1e6);
    }

    @Test
    void theTableHoldsThePublishedOperations() {
        Technology loihi = Technologies.named("loihi-14nm");
        assertEquals(35.5, price(loihi, ChipAction.MULTIPLY_ACCUMULATE));
        assertEquals(ACCESS + UPDATE + SPIKE, price(loihi, ChipAction.ACTIVATE), 1e-9);
        assertEquals(MESSAGE + 2 * 3.0 + 4.2, price(loihi, ChipAction.HOP_WORD), 1e-9);
        assertEquals(120, price(loihi, ChipAction.WRITE_SYNAPSE));
    }

    @Test
    void keywordSpottingOnLoihi() throws IOException {
        double operation = price(Technologies.named("loihi-14nm"), ChipAction.MULTIPLY_ACCUMULATE);
        double neurons = 512 * STEPS * (ACCESS + UPDATE);
        double spikes = 512 * STEPS * (SPIKE + MESSAGE);
        double synapses = (390 * 256 + 256 * 256 + 256 * 29) * STEPS * operation;
        double most = neurons + spikes + synapses;
        says("| " + microjoules(neurons) + " |");
        says("| " + microjoules(spikes) + " |");
        says("| " + microjoules(synapses) + " |");
        says("| 0.37 to " + microjoules(most) + " |");
        says(String.format(Locale.ROOT, "predicts at most %.0f %% of", most / 1e4 / MEASURED));
        double host = 70e9 / 296.46;
        says(String.format(Locale.ROOT, "%.1f uJ an", host / 1e6));
        says(String.format(Locale.ROOT, "%.1f to %.1f uJ", (host + neurons) / 1e6, (host + most) / 1e6));
        says(String.format(
                Locale.ROOT,
                "**%.0f %% to +%.0f %%**",
                ((host + neurons) / 1e6 / MEASURED - 1) * 100,
                ((host + most) / 1e6 / MEASURED - 1) * 100));
        double branch = 2560 * STEPS * (ACCESS + UPDATE);
        double firing = 2560 * STEPS * (SPIKE + MESSAGE + 256 * operation);
        says(microjoules(branch) + " a branch");
        says(String.format(Locale.ROOT, "%.1f uJ more", firing / 1e6));
        says(String.format(Locale.ROOT, "a mean rate of %.1f %%", (16.92e6 - branch) / firing * 100));
    }

    /** The counts of a pass depend on no weight and on no value. */
    @Test
    void readEnergyOfNeuroSimsCase() throws IOException {
        Scenario scenario = Scenario.load("neurosim-400-100-10", List.of());
        Chip chip = scenario.chip();
        chip.infer(new float[400]);
        BigDecimal read = BigDecimal.ZERO;
        List<ChipAction> reading = List.of(
                ChipAction.DAC_CONVERSION,
                ChipAction.MULTIPLY_ACCUMULATE,
                ChipAction.ADC_CONVERSION,
                ChipAction.ADD,
                ChipAction.ACTIVATE);
        for (ChipAction action : reading) {
            long times = chip.ledger().total(action);
            BigDecimal energy =
                    scenario.technology().energies().get(action.name()).value().multiply(BigDecimal.valueOf(times));
            says(String.format(Locale.ROOT, "| %,d |", times));
            says(String.format(Locale.ROOT, "| %.1f pJ |", energy.doubleValue()));
            read = read.add(energy);
        }
        double below = (1 - read.doubleValue() / 419.6) * 100;
        says(String.format(Locale.ROOT, "**%.1f pJ, %.0f %% below", read.doubleValue(), below));
    }
}
