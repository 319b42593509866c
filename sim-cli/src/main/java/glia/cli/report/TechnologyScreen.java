package glia.cli.report;

import glia.chip.ChipAction;
import glia.chip.build.AreaPart;
import glia.chip.build.BlockKind;
import glia.chip.build.Figure;
import glia.chip.build.Grade;
import glia.chip.build.Technology;
import glia.cli.scenario.Technologies;
import glia.core.config.Dimension;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Technology tables, for people. */
public final class TechnologyScreen {
    private final Technology technology;
    private final StringBuilder out = new StringBuilder();

    private TechnologyScreen(Technology technology) {
        this.technology = technology;
    }

    /** A line for each table: its name, the first sentence of its description, and its grades. */
    public static String list(List<Technologies.Read> tables) {
        StringBuilder out = new StringBuilder();
        for (Technologies.Read table : tables) {
            out.append(table.technology().name())
                    .append("\n    ")
                    .append(table.description().split("(?<=\\.) ", 2)[0])
                    .append("\n    ")
                    .append(grades(table.technology()))
                    .append('\n');
        }
        return out.toString();
    }

    /** Every figure of a table. */
    public static String of(Technologies.Read table) {
        TechnologyScreen screen = new TechnologyScreen(table.technology());
        screen.out
                .append(table.technology().name())
                .append(": ")
                .append(table.description())
                .append("\n");
        screen.figures();
        screen.out.append('\n').append(grades(table.technology())).append('\n');
        return screen.out.toString();
    }

    /** How many figures are of which grade; an interval that is not given apart from its latency is no figure of its own. */
    public static String grades(Technology technology) {
        List<Figure> all = new ArrayList<>();
        all.addAll(technology.energies().values());
        all.addAll(technology.latencies().values());
        technology.intervals().forEach((action, interval) -> {
            if (!interval.equals(technology.latencies().get(action))) {
                all.add(interval);
            }
        });
        all.addAll(technology.blocks().leaking().values());
        all.addAll(technology.blocks().clock().values());
        all.addAll(technology.blocks().gated().values());
        all.addAll(technology.areas().values());
        return all.size() + " figures: "
                + Arrays.stream(Grade.values())
                        .map(grade -> all.stream()
                                        .filter(figure -> figure.grade() == grade)
                                        .count()
                                + " " + grade.label())
                        .collect(Collectors.joining(", "));
    }

    private void figures() {
        List<String> actions =
                Arrays.stream(ChipAction.values()).map(Enum::name).toList();
        section("energy of an action", actions, technology.energies(), Dimension.ENERGY);
        section("latency of an action", actions, technology.latencies(), Dimension.TIME);
        List<String> apart = actions.stream()
                .filter(action -> {
                    Figure interval = technology.intervals().get(action);
                    return interval != null
                            && !interval.equals(technology.latencies().get(action));
                })
                .toList();
        section("interval between two, where it is not the latency", apart, technology.intervals(), Dimension.TIME);
        Technology.Blocks blocks = technology.blocks();
        section("static power of a block", BlockKind.labels(), blocks.leaking(), Dimension.POWER);
        section("clock energy of a block in a cycle", BlockKind.labels(), blocks.clock(), Dimension.ENERGY);
        section("power of a gated block", BlockKind.labels(), blocks.gated(), Dimension.POWER);
        section("area of a part", AreaPart.labels(), technology.areas(), Dimension.AREA);
    }

    private void section(String heading, List<String> names, Map<String, Figure> figures, Dimension dimension) {
        Table table = new Table();
        for (String name : names) {
            Figure figure = figures.get(name);
            if (figure != null) {
                table.leftRow(
                        name, dimension.format(figure.value()), figure.grade().label(), figure.source());
            }
        }
        if (!names.isEmpty()) {
            out.append('\n').append(heading).append('\n').append(table);
        }
    }
}
