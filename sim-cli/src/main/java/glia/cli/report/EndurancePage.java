package glia.cli.report;

import glia.cli.endurance.WearFigures;
import glia.cli.reproduce.Page;
import glia.cli.run.Provenance;
import java.util.List;

/** The page of a report on endurance: one file of HTML with what the screen says and all pictures. */
public final class EndurancePage {
    private EndurancePage() {}

    /** The page of a screen. */
    public static String of(String screen, List<WearFigures.Named> figures) {
        StringBuilder out = new StringBuilder();
        out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width\">\n<title>Endurance</title>\n<style>\n")
                .append(Page.STYLE)
                .append("</style>\n</head>\n<body>\n<h1>What wears out first</h1>\n<pre>")
                .append(Page.escaped(screen))
                .append("</pre>\n");
        for (WearFigures.Named each : figures) {
            out.append("<figure>\n").append(each.figure().svg()).append("</figure>\n");
        }
        out.append("<footer>\n<p>Tables: layers.csv, histogram.csv, lines.csv, worst.csv, lifetime.csv. Glia ")
                .append(Page.escaped(Provenance.version() + " (" + Provenance.commit() + ")"))
                .append(".</p>\n</footer>\n</body>\n</html>\n");
        return out.toString();
    }
}
