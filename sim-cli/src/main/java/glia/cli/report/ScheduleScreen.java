package glia.cli.report;

import glia.chip.block.Schedule;
import glia.chip.build.ChipConfig;
import glia.chip.build.SampleTimeline;
import glia.chip.build.SecondCopy;
import glia.chip.message.Phase;
import glia.cli.scenario.Scenario;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** When each block of a chip works for each phase of one simulated sample, and what the sample takes under every schedule. */
public final class ScheduleScreen {
    private ScheduleScreen() {}

    /** The table of a scenario. */
    public static String of(Scenario scenario) {
        SampleTimeline timeline = timeline(scenario, scenario.chipConfig().schedule());
        Collection<Phase> phases = timeline.blocks().values().stream()
                .flatMap(row -> row.keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        Table table = new Table();
        List<String> head = new ArrayList<>(List.of("block"));
        phases.forEach(phase -> head.add(phase.name()));
        table.row(head.toArray(String[]::new));
        for (Map.Entry<String, Map<Phase, SampleTimeline.Span>> block :
                timeline.blocks().entrySet()) {
            List<String> row = new ArrayList<>(List.of(block.getKey()));
            for (Phase phase : phases) {
                SampleTimeline.Span span = block.getValue().get(phase);
                row.add(span == null ? "" : text(span));
            }
            table.row(row.toArray(String[]::new));
        }
        String barriers = timeline.barriers().stream().map(ScheduleScreen::text).collect(Collectors.joining(", "));
        return line(
                        "%s, schedule %s: first and last cycle of each block's work for a phase of a sample without a refresh",
                        scenario.name(), scenario.chipConfig().schedule().label())
                + table
                + line("  barriers %s; %s cycles in all%n", barriers, Quantities.count(timeline.cycles()))
                + comparison(scenario);
    }

    private static String text(SampleTimeline.Span span) {
        return span.start() + "-" + (span.end() - 1);
    }

    /** What a sample takes under every schedule that the chip can have, and what a second copy of the weights gains. */
    static String comparison(Scenario scenario) {
        long barrier = timeline(scenario, Schedule.BARRIER).cycles();
        SampleTimeline one = timeline(scenario, Schedule.OVERLAPPED);
        Table table = new Table()
                .row("schedule", "cycles a sample")
                .row(Schedule.BARRIER.label(), Quantities.count(barrier))
                .row(Schedule.OVERLAPPED.label(), Quantities.count(one.cycles()), share(one, barrier));
        ChipConfig config = scenario.chipConfig();
        Optional<String> obstacle = SecondCopy.obstacle(config.device(), config.programming());
        if (obstacle.isPresent()) {
            return table + line("  No %s: %s", Schedule.DUAL_ARRAY.label(), obstacle.get());
        }
        SampleTimeline two = timeline(scenario, Schedule.DUAL_ARRAY);
        table.row(Schedule.DUAL_ARRAY.label(), Quantities.count(two.cycles()), share(two, barrier));
        return table + gain(one, two);
    }

    private static String share(SampleTimeline timeline, long barrier) {
        return Quantities.percent((double) timeline.cycles() / barrier);
    }

    /** What a second copy of the weights gains a scenario that has one. */
    static String gain(Scenario scenario) {
        return gain(timeline(scenario, Schedule.OVERLAPPED), timeline(scenario, Schedule.DUAL_ARRAY));
    }

    private static String gain(SampleTimeline one, SampleTimeline two) {
        long saved = one.cycles() - two.cycles();
        String gains = saved > 0
                ? "saves " + Quantities.count(saved) + " of " + Quantities.count(one.cycles()) + " cycles"
                : "saves nothing";
        boolean apart = two.blocks().entrySet().stream()
                .filter(row -> row.getKey().endsWith(".tiles"))
                .allMatch(row -> apart(row.getValue()));
        return line(
                "  A second copy of the weights %s%s", gains, apart ? ": no tile has both passes to do at a time" : "");
    }

    private static boolean apart(Map<Phase, SampleTimeline.Span> tiles) {
        SampleTimeline.Span baseline = tiles.get(Phase.BASELINE);
        SampleTimeline.Span perturbed = tiles.get(Phase.PERTURBED);
        return baseline == null || perturbed == null || perturbed.start() >= baseline.end();
    }

    private static SampleTimeline timeline(Scenario scenario, Schedule schedule) {
        ChipConfig config = scenario.chipConfig().withSchedule(schedule);
        return SampleTimeline.of(scenario.shape(), config, scenario.technology(), scenario.rule());
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values) + "\n";
    }
}
