package glia.cli.run;

import glia.core.account.ActionLedger;
import glia.core.account.EnergyReport;
import glia.learning.train.Evaluation;
import java.util.List;

/**
 * A run at one of its evaluations.
 *
 * @param evaluation accuracy and cost on the test set
 * @param cycles cycles so far
 * @param counts the ledger so far
 * @param energy the ledger priced
 * @param maximumCommits commits of the synapse most often written
 */
public record Point(
        Evaluation evaluation,
        long cycles,
        List<ActionLedger.Entry> counts,
        EnergyReport energy,
        long maximumCommits) {}
