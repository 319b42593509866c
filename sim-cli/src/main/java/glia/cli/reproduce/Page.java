package glia.cli.reproduce;

import glia.cli.run.Provenance;
import java.util.List;

/** The page of a reproduction: one file of HTML that holds all it shows. */
public final class Page {
    /** The style sheet of all pages. */
    public static final String STYLE = """
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 56em; margin: 2em auto; padding: 0 1em;
              color: #1f2328; background: #ffffff; }
            table { border-collapse: collapse; width: 100%; }
            th, td { text-align: left; vertical-align: top; padding: 0.3em 0.8em 0.3em 0;
              border-bottom: 1px solid #d8dee4; }
            td:nth-child(n+3) { white-space: nowrap; }
            .mark { display: inline-block; padding: 0 0.6em; border-radius: 0.4em; background: #d8dee4; }
            figure { margin: 1.5em 0; }
            svg { max-width: 100%; height: auto; }
            pre { overflow-x: auto; background: #f3f5f7; padding: 0.8em; font-size: 13px; white-space: pre-wrap; }
            footer { color: #57606a; font-size: 14px; }
            @media (prefers-color-scheme: dark) {
              body { color: #e6edf3; background: #16191e; }
              th, td { border-color: #30363d; }
              td:nth-child(n+3) { white-space: nowrap; }
            .mark { background: #30363d; }
              pre { background: #20242a; }
              footer { color: #9198a1; }
            }
            """;

    private final StringBuilder out = new StringBuilder();

    private Page() {}

    /**
     * The page.
     *
     * @param full whether the real thing was done
     */
    public static String of(Subject subject, Outcome outcome, boolean full, List<Long> seeds) {
        Page page = new Page();
        page.head(subject, full);
        page.findings(outcome.findings());
        page.out.append("<figure>\n").append(outcome.figure().svg()).append("</figure>\n");
        page.list("Where we differ from the paper", outcome.differences());
        page.out
                .append("<h2>Settings</h2>\n<pre>")
                .append(escaped(String.join("\n", outcome.settings())))
                .append("</pre>\n");
        page.foot(subject, full, seeds);
        return page.out.toString();
    }

    private void head(Subject subject, boolean full) {
        String title = subject.name() + ": " + subject.item();
        out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        out.append("<meta name=\"viewport\" content=\"width=device-width\">\n");
        element("title", title);
        out.append("<style>\n").append(STYLE).append("</style>\n</head>\n<body>\n");
        element("h1", title);
        out.append("<p><span class=\"mark\">")
                .append(full ? "full" : "quick: smaller than the published setting; --full does the real thing")
                .append("</span></p>\n");
        element("p", "Published: " + subject.claim());
    }

    private void findings(List<Finding> findings) {
        out.append(
                "<table>\n<tr><th>Quantity</th><th>Published</th><th>Ours</th><th>Difference</th><th>Spread</th></tr>\n");
        for (Finding each : findings) {
            out.append("<tr>");
            for (String cell :
                    List.of(each.quantity(), each.published(), each.ours(), each.difference(), each.spread())) {
                out.append("<td>").append(escaped(cell)).append("</td>");
            }
            out.append("</tr>\n");
        }
        out.append("</table>\n");
    }

    private void list(String heading, List<String> lines) {
        element("h2", heading);
        out.append("<ul>\n");
        lines.forEach(line -> element("li", line));
        out.append("</ul>\n");
    }

    private void foot(Subject subject, boolean full, List<Long> seeds) {
        String command = "./glia reproduce " + subject.name() + (full ? " --full" : "") + " --seeds "
                + String.join(",", seeds.stream().map(String::valueOf).toList());
        out.append("<footer>\n");
        element(
                "p",
                "Seeds " + seeds + "; medians, and the smallest and largest over the seeds. Made by " + command + ".");
        element("p", "[" + subject.paper().letter() + "] " + subject.paper().citation() + ".");
        element("p", "Glia " + Provenance.version() + " (" + Provenance.commit() + "), " + Provenance.jdk() + ".");
        out.append("</footer>\n</body>\n</html>\n");
    }

    private void element(String name, String text) {
        out.append('<').append(name).append('>').append(escaped(text));
        out.append("</").append(name).append(">\n");
    }

    /** A text with what HTML reserves. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
