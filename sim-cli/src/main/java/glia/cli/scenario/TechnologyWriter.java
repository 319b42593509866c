package glia.cli.scenario;

import glia.chip.ChipAction;
import glia.chip.build.Figure;
import glia.chip.build.Technology;
import glia.core.config.Dimension;
import java.util.Map;
import java.util.Objects;

/** Writes a technology as a table that reads back to the same figures. */
final class TechnologyWriter {
    private final StringBuilder out = new StringBuilder();

    private TechnologyWriter() {}

    /** The table of a technology, with the description of the one it was made of. */
    static String write(Technology technology, Technologies.Read origin) {
        TechnologyWriter writer = new TechnologyWriter();
        writer.line(0, "name: " + quoted(technology.name()));
        writer.line(0, "description: " + quoted(origin.description()));
        writer.line(0, "actions:");
        for (ChipAction action : ChipAction.values()) {
            writer.line(1, action + ":");
            writer.figure("energy", technology.energies(), action, Dimension.ENERGY);
            writer.figure("latency", technology.latencies(), action, Dimension.TIME);
            writer.figure("interval", technology.intervals(), action, Dimension.TIME);
            writer.bits(technology.bits(), action);
        }
        writer.section("staticPower", technology.blocks().leaking(), Dimension.POWER);
        writer.section("clockEnergy", technology.blocks().clock(), Dimension.ENERGY);
        writer.section("gatedPower", technology.blocks().gated(), Dimension.POWER);
        writer.section("area", technology.areas(), Dimension.AREA);
        return writer.out.toString();
    }

    private void figure(String name, Map<String, Figure> figures, ChipAction action, Dimension dimension) {
        figure(2, name, Objects.requireNonNull(figures.get(action.name()), action.name()), dimension);
    }

    private void bits(Map<String, Integer> bits, ChipAction action) {
        if (bits.containsKey(action.name())) {
            line(2, "bits: " + bits.get(action.name()));
        }
    }

    private void section(String name, Map<String, Figure> figures, Dimension dimension) {
        line(0, name + ":");
        figures.forEach((key, figure) -> figure(1, key, figure, dimension));
    }

    private void figure(int depth, String name, Figure figure, Dimension dimension) {
        String value = figure.value().toPlainString() + " " + dimension.base();
        String grade = figure.grade().label();
        line(depth, name + ": {value: " + value + ", grade: " + grade + ", source: " + quoted(figure.source()) + "}");
    }

    private void line(int depth, String text) {
        out.append("  ".repeat(depth)).append(text).append('\n');
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
