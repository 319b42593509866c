package glia.cli.run;

import glia.chip.build.Chip;
import glia.chip.build.PowerGating;
import glia.chip.message.Phase;
import glia.chip.plasticity.HostSamples;
import glia.cli.scenario.Scenario;
import glia.core.account.ActionLedger;
import glia.core.account.AwakeCycle;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How busy the blocks of a run's chip are: cycles in which a block is awake, from the delivery that gives it work until its last
 * result is out, over all cycles.
 *
 * @param source of what time
 * @param shares by block, 0 to 1; none where following a sample would take too much memory
 */
public record BlockActivity(Source source, Map<String, Double> shares) {
    /** What time the shares are of. */
    public enum Source {
        /** The run, up to its last evaluation: it counted awake cycles. */
        RUN,
        /** One sample followed on a chip beside, without a refresh of DeltaVecs and with inputs of 1. */
        SAMPLE,
        /** None: the chip is too large to follow a sample. */
        NONE
    }

    /** The activity of a run. */
    static BlockActivity of(FinishedRun run) {
        Scenario scenario = run.scenario();
        if (scenario.chipConfig().powerGating() != PowerGating.NONE) {
            FinishedRun.Counts counts = run.lastCounts().counts();
            return new BlockActivity(Source.RUN, shares(counts.entries(), counts.cycles()));
        }
        if (scenario.shape().synapses() > WiresSummary.MOST_SYNAPSES) {
            return new BlockActivity(Source.NONE, Map.of());
        }
        Scenario gated =
                Scenario.load(run.folder().resolve("scenario.yaml").toString(), List.of("chip.powerGating=clock"));
        return ofSample(gated);
    }

    /** Follows a sample of a scenario that counts awake cycles. */
    private static BlockActivity ofSample(Scenario scenario) {
        Chip chip = scenario.chip();
        chip.switchReplayOff();
        if (scenario.rule().phases(0).contains(Phase.PROBE)) {
            chip.startAt(1);
        }
        float[] input = new float[chip.shape().inputs(0)];
        Arrays.fill(input, 1f);
        chip.learn(input, 0, 0f, HostSamples.always(input, 0));
        return new BlockActivity(Source.SAMPLE, shares(chip.ledger().entries(), chip.cycles()));
    }

    private static Map<String, Double> shares(List<ActionLedger.Entry> entries, long cycles) {
        return entries.stream()
                .filter(entry -> entry.action().equals(AwakeCycle.NAME))
                .collect(Collectors.toMap(
                        ActionLedger.Entry::block, entry -> (double) entry.count() / Math.max(1, cycles)));
    }
}
