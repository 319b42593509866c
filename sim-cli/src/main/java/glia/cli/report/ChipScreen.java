package glia.cli.report;

import glia.chip.build.AreaReport;
import glia.chip.build.Chip;
import glia.chip.build.Floorplan;
import glia.chip.build.Footprint;
import glia.chip.build.NetworkShape;
import glia.chip.build.Prediction;
import glia.chip.build.ReplayObstacle;
import glia.chip.message.Phase;
import glia.chip.plasticity.LayerSite;
import glia.chip.plasticity.LearningRule;
import glia.chip.plasticity.TileSite;
import glia.cli.scenario.Scenario;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What {@code glia describe} shows: the scenario, the floorplan as a drawing, and what a sample will take. */
public final class ChipScreen {
    private static final int WIDEST = 12;

    private final Scenario scenario;
    private final NetworkShape shape;
    private final Floorplan floorplan;
    private final Chip chip;
    private final StringBuilder out = new StringBuilder();

    private ChipScreen(Scenario scenario) {
        this.scenario = scenario;
        shape = scenario.shape();
        chip = scenario.chip();
        floorplan = chip.floorplan();
    }

    /** The screen of a scenario. */
    public static String of(Scenario scenario) {
        ChipScreen screen = new ChipScreen(scenario);
        screen.out.append(scenario.toYaml());
        screen.floorplan();
        screen.counts();
        screen.area();
        screen.prediction();
        return screen.out.toString();
    }

    private void floorplan() {
        line("%nFloorplan (tiles of inputs x outputs; rows are segments, columns are column tiles)");
        for (LayerSite layer : floorplan.layers()) {
            line(
                    "%n  %s: %d inputs, %d neurons%s",
                    layer.name(), layer.inputs(), layer.neurons(), layer.isLast() ? ", to the cost unit" : "");
            drawTiles(floorplan.tiles().get(layer.layer()), floorplan.segments(layer.layer()));
        }
    }

    private void drawTiles(List<TileSite> tiles, int segments) {
        int columns = tiles.size() / segments;
        int shownRows = Math.min(segments, WIDEST);
        int shownColumns = Math.min(columns, WIDEST);
        String edge = "    +" + "-----------+".repeat(shownColumns);
        for (int segment = 0; segment < shownRows; segment++) {
            StringBuilder row = new StringBuilder("    |");
            for (int column = 0; column < shownColumns; column++) {
                TileSite tile = tiles.get(segment * columns + column);
                row.append(String.format(Locale.ROOT, "%4d x %-4d|", tile.rows(), tile.columns()));
            }
            line("%s%n%s%s", edge, row, columns > shownColumns ? " ... " + columns + " column tiles" : "");
        }
        line("%s%s", edge, segments > shownRows ? " ... " + segments + " segments" : "");
    }

    private void counts() {
        long largest =
                (long) scenario.chipConfig().tileRows() * scenario.chipConfig().tileColumns();
        double used = (double) shape.synapses() / (largest * floorplan.tileCount());
        line(
                "%n%s synapses and %s biases on %d tiles, %s of whose cells they fill; %s %s",
                Quantities.count(shape.synapses()),
                Quantities.count(shape.biases()),
                floorplan.tileCount(),
                Quantities.percent(used),
                Quantities.count(chip.interconnect().wires()),
                chip.interconnect().topology().isPresent() ? "shared links" : "wires");
        LearningRule rule = scenario.rule();
        line("Registers that the rule asks for: %s bits a synapse", Quantities.count(rule.registerBits()));
        out.append(PeripheryScreen.of(scenario, floorplan));
        Footprint footprint =
                Footprint.of(shape, floorplan, rule, scenario.chipConfig().schedule());
        line(
                "Simulating them takes up to %s: %d bytes a synapse (weight 4, write counts %d, registers %d), %s a tile",
                Quantities.scaled((double) footprint.bytes(), "B"),
                Footprint.bytesOfASynapse(rule),
                Footprint.SYNAPSE - Float.BYTES,
                Footprint.bytesOfRegisters(rule),
                Quantities.scaled((double) footprint.bytesOfTiles() / floorplan.tileCount(), "B"));
    }

    private void area() {
        AreaReport area = scenario.area(chip);
        double total = area.total().doubleValue();
        line(
                "%nArea: %s in technology %s",
                Quantities.area(area.total()), scenario.technology().name());
        Table table = new Table();
        for (AreaReport.Part part : area.parts()) {
            double size = part.squareMicrometres().doubleValue();
            table.row(
                    part.block().label() + " " + part.part().label(),
                    Quantities.count(part.count()),
                    Quantities.area(part.squareMicrometres()),
                    total == 0 ? "" : Quantities.percent(size / total));
        }
        out.append(table);
        long idle = scenario.chipConfig().maximumTiles() - (long) floorplan.tileCount();
        if (idle > 0) {
            line("(%s tiles without a synapse left out)", Quantities.count(idle));
        }
    }

    private void prediction() {
        Map<Phase, Long> cycles = Prediction.of(shape, scenario.chipConfig(), scenario.technology(), scenario.rule());
        double clock = scenario.chipConfig().clockHertz().doubleValue();
        PhaseShares shares = PhaseShares.of(scenario.rule());
        boolean shared = chip.interconnect().topology().isPresent();
        line(
                "%nPredicted cycles%s",
                shared
                        ? " over private wires in place of shared links; the critical path below has the sample's own"
                        : " (exact where nothing waits, no cycle depends on data and layers do not take turns)");
        sayOfSlots();
        Table table = new Table();
        double sample = 0;
        for (Map.Entry<Phase, Long> phase : cycles.entrySet()) {
            sample += shares.times(phase.getKey()) * phase.getValue();
            table.row(
                    phase.getKey().name(),
                    Quantities.count(phase.getValue()) + " cycles",
                    Quantities.scaled(phase.getValue() / clock, "s"),
                    phase.getKey() == Phase.INFER ? "" : shares.text(phase.getKey()));
        }
        sampleCycles(table, sample);
        out.append(WiresScreen.describe(scenario, chip));
        line("%n%s", SampleEnergy.of(scenario, chip));
    }

    /** Ends the table with what a sample takes, or sets what was simulated below it. */
    private void sampleCycles(Table table, double sample) {
        if (scenario.chipConfig().schedule().overlaps()) {
            out.append(table);
            line("Phases that overlap have no closed form; a sample without a refresh, simulated:");
            out.append(ScheduleScreen.comparison(scenario));
            return;
        }
        double clock = scenario.chipConfig().clockHertz().doubleValue();
        table.row(
                "a sample",
                Quantities.number(sample) + " cycles",
                Quantities.scaled(sample / clock, "s"),
                "on average");
        out.append(table);
    }

    private void sayOfSlots() {
        if (chip.replayObstacle().filter(ReplayObstacle.LONGEST_TRAINS::equals).isPresent()) {
            line("  chip.write.slot makes cycles depend on data: these are of trains of one pulse, the fewest");
        }
    }

    private void line(String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
