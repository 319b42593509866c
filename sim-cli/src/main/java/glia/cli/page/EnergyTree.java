package glia.cli.page;

import glia.cli.figure.Svg;
import glia.cli.report.Quantities;
import glia.cli.run.RunDetails;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The energy of a run's sample as a tree that opens: groups of blocks, blocks, actions. */
record EnergyTree(RunDetails run) {
    /** Blocks of a group that are listed one by one, the dearest first. */
    private static final int LISTED = 40;

    private static final int BAR = 120;

    /** Writes the tree below a heading. */
    void write(Html html, String heading) {
        html.element("h3", heading);
        html.element("p", "Energy of a sample and share of all; each line opens.", "class", "note");
        html.open("div", "class", "tree");
        BlockGroups.of(run.energy()).forEach((name, group) -> group(html, name, group));
        html.close("div");
    }

    private void group(Html html, String name, BlockGroups.Group group) {
        int blocks = group.blocks().size();
        boolean tiles = !group.blocks().equals(List.of(name));
        html.open("details");
        line(html, tiles ? name + " (" + Quantities.count(blocks) + ")" : name, group.total());
        if (tiles) {
            List<String> sorted = group.blocks().stream()
                    .sorted(Comparator.comparing(run.energy()::ofBlock).reversed())
                    .toList();
            for (String block : sorted.subList(0, Math.min(LISTED, blocks))) {
                html.open("details");
                line(html, block, run.energy().ofBlock(block));
                actions(html, block, run.energy().picojoules().getOrDefault(block, Map.of()));
                html.close("details");
            }
            if (blocks > LISTED) {
                html.element(
                        "p",
                        Quantities.count(blocks - LISTED) + " more that take less each, in counts.csv of the run",
                        "class",
                        "note");
            }
        } else {
            actions(html, name, group.actions());
        }
        html.close("details");
    }

    private double share(BigDecimal picojoules) {
        return picojoules.doubleValue()
                / Math.max(Double.MIN_NORMAL, run.energy().total().doubleValue());
    }

    private void line(Html html, String name, BigDecimal picojoules) {
        double share = share(picojoules);
        html.open("summary")
                .open("span", "class", "name")
                .raw(Svg.escaped(name))
                .close("span");
        html.open("svg", "class", "figure bar", "width", String.valueOf(BAR), "height", "8", "aria-hidden", "true")
                .open("rect", "class", "fill0", "height", "8", "width", String.valueOf(Math.round(BAR * share)))
                .close("rect")
                .close("svg");
        html.element("span", Unit.text(EnergySection.ofSample(run, picojoules), "J"), "class", "number");
        html.element("span", Quantities.percent(share), "class", "number").close("summary");
    }

    private void actions(Html html, String block, Map<String, BigDecimal> actions) {
        html.open("table", "class", "figures").element("caption", "Actions of " + block);
        html.columns(List.of("action", "a sample", "share of all")).open("tbody");
        actions.entrySet().stream()
                .sorted(Map.Entry.<String, BigDecimal>comparingByValue().reversed())
                .forEach(action -> html.row(
                        action.getKey(),
                        List.of(
                                Unit.text(EnergySection.ofSample(run, action.getValue()), "J"),
                                Quantities.percent(share(action.getValue())))));
        html.close("tbody").close("table");
    }
}
