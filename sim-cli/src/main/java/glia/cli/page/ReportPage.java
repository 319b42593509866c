package glia.cli.page;

import glia.cli.figure.Palette;
import glia.cli.run.Comparison;
import glia.cli.run.NewFolder;
import glia.cli.run.RunDetails;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** The report of finished runs: one page of HTML that holds all it shows, and asks for nothing. */
public final class ReportPage {
    private final List<RunDetails> runs;
    private final List<Section> sections;

    private ReportPage(Comparison comparison, List<RunDetails> runs) {
        this.runs = runs;
        sections = List.of(
                new FiguresSection(comparison, runs),
                new AccuracySection(runs),
                new TimeSection(runs),
                new GanttSection(runs),
                new PathSection(runs),
                new EnergySection(runs),
                new FloorplanSection(runs),
                new AreaSection(runs),
                new WritesSection(runs),
                new ScenarioSection(runs),
                new ProvenanceSection(runs));
    }

    /** The report of runs. */
    public static ReportPage of(Comparison comparison) {
        return new ReportPage(
                comparison, comparison.entries().stream().map(RunDetails::read).toList());
    }

    /** Writes every picture of the page as SVG and as PNG, and the data behind it as CSV. */
    public void writeFigures(NewFolder folder) {
        for (Section section : sections) {
            for (Plot plot : section.plots()) {
                plot.writeFiles(folder);
            }
        }
    }

    /** The whole page. */
    public String html() {
        Html html = new Html();
        head(html);
        html.open("body");
        html.open("header").element("h1", title());
        html.element("p", lead(), "class", "lead");
        html.element("button", "Light or dark", "type", "button", "id", "theme");
        html.close("header").open("nav", "aria-label", "Sections");
        sections.forEach(section -> html.element("a", section.heading(), "href", "#" + section.id()));
        html.close("nav").open("main");
        for (Section section : sections) {
            html.open("section", "id", section.id(), "aria-labelledby", section.id() + "-heading");
            html.element("h2", section.heading(), "id", section.id() + "-heading");
            section.write(html);
            html.close("section");
        }
        html.close("main").open("script").raw(text("page.js")).close("script");
        return html.close("body").close("html").toString();
    }

    private void head(Html html) {
        String style = style();
        String policy = "default-src 'none'; style-src '" + hash(style) + "'; script-src '" + hash(text("page.js"))
                + "'; img-src data:; base-uri 'none'; form-action 'none'";
        html.raw("<!DOCTYPE html>\n").open("html", "lang", "en").open("head");
        html.open("meta", "charset", "utf-8");
        html.open("meta", "http-equiv", "Content-Security-Policy", "content", policy);
        html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.open("meta", "name", "color-scheme", "content", "light dark");
        html.open("link", "rel", "icon", "href", "data:,");
        html.element("title", title() + " - Glia");
        html.open("style").raw(style).close("style").close("head");
    }

    private String title() {
        return String.join(", ", runs.stream().map(RunDetails::name).toList());
    }

    private String lead() {
        return runs.size() == 1 ? lead(runs.get(0)) : runs.size() + " runs beside each other";
    }

    private static String lead(RunDetails run) {
        String network =
                run.plan().shape().sizes().stream().map(String::valueOf).collect(Collectors.joining("-"));
        return network + ", " + run.entry().run().rule()
                + run.entry()
                        .run()
                        .recall()
                        .map(recall -> ", recall by " + recall)
                        .orElse("") + ", on "
                + run.plan().floorplan().tileCount() + " tiles in "
                + run.run().technology().name();
    }

    private static String style() {
        String light = Palette.variables(false);
        String dark = Palette.variables(true);
        return text("page.css")
                .replace("/* light */", light)
                .replace("/* dark */", dark)
                .replace("/* figures */", Palette.pageRules());
    }

    private static String text(String name) {
        try (InputStream in = ReportPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The name of a text in a content security policy. */
    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
