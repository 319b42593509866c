package glia.cli.page;

import glia.cli.figure.DataTable;
import glia.cli.figure.Svg;
import java.util.List;

/** Writes HTML elements one after the other; texts and values of attributes may hold anything. */
final class Html {
    private final StringBuilder out = new StringBuilder();

    /** Opens an element; attributes are names and values by turns. */
    Html open(String element, String... attributes) {
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            out.append(Svg.escaped(attributes[i + 1])).append('"');
        }
        out.append('>');
        return this;
    }

    /** Closes an element. */
    Html close(String element) {
        out.append("</").append(element).append(">\n");
        return this;
    }

    /** An element that holds a text. */
    Html element(String element, String text, String... attributes) {
        open(element, attributes);
        out.append(Svg.escaped(text));
        return close(element);
    }

    /** What is HTML already. */
    Html raw(String html) {
        out.append(html);
        return this;
    }

    /** A row of a table: a heading, and cells behind it. */
    Html row(String heading, List<String> cells) {
        open("tr").element("th", heading, "scope", "row");
        cells.forEach(cell -> element("td", cell));
        return close("tr");
    }

    /** The heading of a table's columns. */
    Html columns(List<String> names) {
        open("thead").open("tr");
        names.forEach(name -> element("th", name, "scope", "col"));
        return close("tr").close("thead");
    }

    /** A row that is the heading of those below. */
    Html group(String heading, int columns) {
        return open("tr")
                .element("th", heading, "colspan", String.valueOf(columns), "scope", "rowgroup", "class", "group")
                .close("tr");
    }

    /** A table as it would be written to a file. */
    Html table(DataTable table, String id, String caption) {
        open("table", "id", id, "class", "data").element("caption", caption);
        columns(table.columns()).open("tbody");
        for (List<String> row : table.rows()) {
            open("tr");
            row.forEach(cell -> element("td", cell));
            close("tr");
        }
        return close("tbody").close("table");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
