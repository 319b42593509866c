package glia.cli.page;

import glia.cli.explore.Design;
import glia.cli.explore.Designs;
import glia.cli.explore.ParetoFront;
import glia.core.stat.Spread;
import java.util.List;
import java.util.Map;

/**
 * The table of all designs: sorted by a click, filtered by what is typed.
 *
 * @param links by point the place of its own report; of those that have one
 */
record PointsSection(Designs designs, ParetoFront front, Map<Integer, String> links) implements Section {
    @Override
    public String id() {
        return "table";
    }

    @Override
    public String heading() {
        return "Table";
    }

    @Override
    public void write(Html html) {
        filter(html);
        html.open(
                "div", "class", "scroll tall", "tabindex", "0", "role", "region", "aria-label", "Table of all designs");
        html.open("table", "class", "figures sortable", "id", "points");
        html.element("caption", designs.all().size() + " designs");
        html.open("thead").open("tr");
        head(html, "design");
        designs.axes().forEach(axis -> head(html, axis));
        List.of("status", "front", "points").forEach(name -> head(html, name));
        designs.figures().forEach(figure -> head(html, figure));
        html.close("tr").close("thead").open("tbody");
        designs.all().forEach(design -> row(html, design));
        html.close("tbody").close("table").close("div");
    }

    private void filter(Html html) {
        String example = "testAccuracy>0.9 joules<1e-3 done";
        html.open("p").open("label", "for", "filter").raw("Filter ").close("label");
        html.open("input", "id", "filter", "type", "search", "placeholder", example, "size", "48");
        html.element("span", "", "id", "shown", "aria-live", "polite").close("p");
        String seeds = designs.seeds() > 1
                ? " Figures are medians of up to " + designs.seeds() + " seeds; pointing shows the range."
                : "";
        String how = "Words are looked for in a row; COLUMN>VALUE, with <, >, <=, >=, = or !=, compares."
                + " A click on a heading sorts.";
        html.element("p", how + seeds, "class", "note");
    }

    private static void head(Html html, String name) {
        html.open("th", "scope", "col", "aria-sort", "none")
                .element("button", name, "type", "button")
                .close("th");
    }

    private void row(Html html, Design design) {
        html.open("tr", "id", "design-" + design.number())
                .element("th", String.valueOf(design.number()), "scope", "row");
        design.values().forEach(value -> html.element("td", value));
        if (design.reason().isEmpty()) {
            html.element("td", design.status());
        } else {
            html.element("td", design.status(), "title", design.reason());
        }
        html.element("td", front.contains(design) ? "yes" : "");
        html.open("td");
        design.points().forEach(point -> link(html, point));
        html.close("td");
        for (String figure : designs.figures()) {
            cell(html, design, figure);
        }
        html.close("tr");
    }

    private void link(Html html, int point) {
        String place = links.get(point);
        if (place == null) {
            html.raw(point + " ");
        } else {
            html.element("a", String.valueOf(point), "href", place);
        }
    }

    private void cell(Html html, Design design, String figure) {
        Spread spread = design.spread(figure);
        String value = Double.isNaN(spread.median()) ? "" : String.valueOf(spread.median());
        String shown = DesignText.value(designs, design, figure);
        if (spread.high() > spread.low()) {
            String range = spread.range(each -> SweepQuantity.text(figure, each));
            html.element("td", shown, "data-value", value, "title", range);
        } else {
            html.element("td", shown, "data-value", value);
        }
    }
}
