package glia.cli.page;

import glia.cli.figure.Palette;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A page of HTML that holds all it shows, and asks for nothing.
 *
 * @param title its name
 * @param lead what stands below it
 * @param sections in order
 * @param scripts names of the scripts that it holds
 */
record Page(String title, String lead, List<Section> sections, List<String> scripts) {
    /** The whole page. */
    String html() {
        Html html = new Html();
        head(html);
        html.open("body");
        html.open("header").element("h1", title);
        html.element("p", lead, "class", "lead");
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
        html.close("main");
        scripts.forEach(script -> html.open("script").raw(text(script)).close("script"));
        return html.close("body").close("html").toString();
    }

    private void head(Html html) {
        String style = style();
        String known =
                scripts.stream().map(script -> "'" + hash(text(script)) + "'").collect(Collectors.joining(" "));
        String policy = "default-src 'none'; style-src '" + hash(style) + "'; script-src " + known
                + "; img-src data:; base-uri 'none'; form-action 'none'";
        html.raw("<!DOCTYPE html>\n").open("html", "lang", "en").open("head");
        html.open("meta", "charset", "utf-8");
        html.open("meta", "http-equiv", "Content-Security-Policy", "content", policy);
        html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.open("meta", "name", "color-scheme", "content", "light dark");
        html.open("link", "rel", "icon", "href", "data:,");
        html.element("title", title + " - Glia");
        html.open("style").raw(style).close("style").close("head");
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
