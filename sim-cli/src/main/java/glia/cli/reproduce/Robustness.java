package glia.cli.reproduce;

import glia.chip.block.DivergenceException;
import glia.chip.build.Chip;
import glia.cli.figure.Axis;
import glia.cli.figure.Bars;
import glia.cli.figure.DataTable;
import glia.cli.figure.Figure;
import glia.cli.reproduce.Workbench.Task;
import glia.core.stat.Spread;
import glia.learning.measure.Snapshot;
import glia.learning.train.Trainer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Learning in place on defective cells, beside a model of backpropagation that was trained on ideal ones and put onto them. */
final class Robustness implements Reproduction {
    private static final List<String> FOUR_EPOCHS = List.of("run.epochs=4");
    private static final List<String> STEADY_PROBES =
            List.of("learning.probeStep=1", "learning.sweeps=1", "learning.fitRate=0.1");

    /** What is wrong with a chip. */
    private enum Defect {
        NONE("none", "none", List.of(), List.of()),
        STUCK(
                "5 % stuck",
                "5\u00a0% stuck", List.of("chip.device.stuckOn=0.025", "chip.device.stuckOff=0.025"), List.of()),
        WRITE_NOISE("50 % write noise", "50\u00a0% write\u00a0noise", List.of("chip.device.writeNoise=0.5"), List.of()),
        MISMATCH(
                "20 % mismatch",
                "20\u00a0% mismatch",
                List.of("chip.device.gainMismatch=0.2", "chip.device.offsetMismatch=0.2"),
                List.of()),
        EIGHT_BIT("8 bit", "8\u00a0bit", List.of("chip.device=quantized", "chip.device.states=256"), List.of()),
        FOUR_BIT(
                "4 bit, accumulate 64",
                "4\u00a0bit accumulated",
                List.of("chip.device=quantized", "chip.device.states=16"),
                List.of("learning.updatePeriod=64", "learning.rate=1.28")),
        COST_NOISE("10 % cost noise", "10\u00a0% cost\u00a0noise", List.of("chip.cost.noise=0.1"), STEADY_PROBES),
        COST_NOISE_DEFAULT(
                "10 % cost noise, default probes", "default probes", List.of("chip.cost.noise=0.1"), List.of());

        private final String title;
        private final String label;
        private final List<String> chip;
        private final List<String> learning;

        Defect(String title, String label, List<String> chip, List<String> learning) {
            this.title = title;
            this.label = label;
            this.chip = chip;
            this.learning = learning;
        }

        /** Nothing is measured of the cost where nothing is learned. */
        private boolean concernsCells() {
            return this != COST_NOISE && this != COST_NOISE_DEFAULT;
        }
    }

    @Override
    public Subject subject() {
        return new Subject(
                "robustness",
                Paper.DELTA,
                "learning in place on defective cells",
                "δ-MGD learns on the cells as they are, so that defects cost less than they cost a transferred model",
                3,
                30,
                List.of("mnist"));
    }

    private static Scenarios scenario(Workbench bench) {
        return Scenarios.of("mnist").with(bench.dataSettings("mnist")).with(bench.full() ? FOUR_EPOCHS : Shared.QUICK);
    }

    private static Scenarios inPlace(Workbench bench, Defect defect) {
        return scenario(bench).with(defect.chip).with(defect.learning);
    }

    private static Scenarios backpropagation(Workbench bench) {
        return scenario(bench).with("learning.rule=backpropagation");
    }

    @Override
    public Outcome reproduce(Workbench bench) {
        List<Defect> defects = List.of(Defect.values());
        List<Scenarios> learned =
                defects.stream().map(defect -> inPlace(bench, defect)).toList();
        List<Spread> inPlace = Trainings.accuracies(bench, learned);
        List<Spread> transferred = transferred(bench, defects);
        return new Outcome(
                findings(defects, inPlace, transferred),
                figure(bench, defects, inPlace, transferred),
                data(defects, inPlace, transferred),
                settings(bench, learned),
                differences(bench));
    }

    /** Accuracies in percent of one model a seed on every chip. */
    private static List<Spread> transferred(Workbench bench, List<Defect> defects) {
        List<Task<double[]>> tasks = new ArrayList<>();
        for (long seed : bench.seeds()) {
            tasks.add(new Task<>("backpropagation, transferred, seed " + seed, () -> transfer(bench, defects, seed)));
        }
        List<double[]> bySeed = bench.all(tasks);
        List<Spread> spreads = new ArrayList<>();
        for (Defect defect : defects) {
            spreads.add(Spread.of(
                    bySeed.stream().mapToDouble(each -> each[defect.ordinal()]).toArray()));
        }
        return spreads;
    }

    private static double[] transfer(Workbench bench, List<Defect> defects, long seed) {
        double[] accuracies = new double[defects.size()];
        Arrays.fill(accuracies, Double.NaN);
        Scenarios training = backpropagation(bench);
        ChipRun run = new ChipRun(training.load(seed), bench.data(training.load()));
        if (Double.isNaN(run.accuracy())) {
            return accuracies;
        }
        for (Defect defect : defects) {
            if (defect.concernsCells()) {
                Chip chip = training.with(defect.chip).load(seed).chip();
                Snapshot.of(run.chip()).load(chip);
                accuracies[defect.ordinal()] = accuracy(
                        new Trainer(chip, run.trainer().plan(), run.data().test(), 1));
            }
        }
        return accuracies;
    }

    private static double accuracy(Trainer trainer) {
        try {
            return trainer.evaluate().accuracy() * 100;
        } catch (DivergenceException diverged) {
            return Double.NaN;
        }
    }

    private static List<Finding> findings(List<Defect> defects, List<Spread> inPlace, List<Spread> transferred) {
        List<Finding> findings = new ArrayList<>();
        for (Defect defect : defects) {
            findings.add(Shared.accuracy("δ-MGD in place, " + defect.title, inPlace.get(defect.ordinal())));
            if (defect.concernsCells()) {
                findings.add(Shared.accuracy(
                        "backpropagation transferred, " + defect.title, transferred.get(defect.ordinal())));
            }
        }
        return findings;
    }

    private static Figure figure(
            Workbench bench, List<Defect> defects, List<Spread> inPlace, List<Spread> transferred) {
        double[] places = new double[defects.size()];
        return new Bars(
                "Accuracy on defective cells, " + Shared.dataName(bench, "mnist"),
                "Test accuracy of δ-MGD in place and of transferred backpropagation by defect.",
                defects.stream().map(each -> each.label).toList(),
                "defect",
                Axis.linear("test accuracy, %", 0, 100),
                List.of(
                        Shared.series("δ-MGD in place", places, inPlace),
                        Shared.series("backpropagation, transferred", places, transferred)));
    }

    private static DataTable data(List<Defect> defects, List<Spread> inPlace, List<Spread> transferred) {
        DataTable table = new DataTable("defect", "learned", "accuracy", "low", "high");
        for (Defect defect : defects) {
            Spread here = inPlace.get(defect.ordinal());
            table.row(defect.title, "in place", here.median(), here.low(), here.high());
            if (defect.concernsCells()) {
                Spread there = transferred.get(defect.ordinal());
                table.row(defect.title, "transferred", there.median(), there.low(), there.high());
            }
        }
        return table;
    }

    private static List<String> settings(Workbench bench, List<Scenarios> learned) {
        List<String> settings =
                new ArrayList<>(learned.stream().map(Scenarios::command).toList());
        settings.add(backpropagation(bench).command() + ", its weights then put onto each chip");
        return settings;
    }

    private static List<String> differences(Workbench bench) {
        List<String> lines = new ArrayList<>(Shared.differences(bench, "mnist"));
        lines.add(
                "Half of the stuck cells are stuck at the upper end of the range, half at the lower one, 4/sqrt(inputs).");
        lines.add("Offsets deviate by 0.2/sqrt(inputs); write noise counts when weights are put onto a chip as well.");
        lines.add("Accumulate 64 commits the mean of 64 samples at 64 times the rate, which is their sum.");
        lines.add("Cost noise is beside probes of step 1, one sweep and fit rate 0.1, and beside the default ones.");
        return lines;
    }
}
