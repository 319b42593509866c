package glia.cli.figure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Colours and letters of all figures, as classes of a style sheet; each colour has a light and a dark form. */
public final class Palette {
    /** How many colours series have. */
    static final int SERIES = 8;

    /** How many steps a heat map has to each side of its middle. */
    static final int HEAT_STEPS = 8;

    /** How many steps a ramp from nothing to most has above its first. */
    static final int RAMP_STEPS = 10;

    /** The size of letters, and their family in a picture that stands by itself. */
    private static final String LETTERS = ".figure { font: 12px system-ui, sans-serif; }\n";

    private static final String[] LIGHT = {
        "#0067a5", "#c2410c", "#007a55", "#8e3b8a", "#8a6d00", "#5b5b5b", "#b3123f", "#3b3fa8"
    };
    private static final String[] DARK = {
        "#6cb6ff", "#ff9b57", "#3ddba5", "#d993d5", "#e3c341", "#b0b0b0", "#ff7d9c", "#a5a8ff"
    };
    private static final int[] WARM = {0xb3, 0x1b, 0x1b};
    private static final int[] COLD = {0x0b, 0x4f, 0x9e};
    private static final int[] WHITE = {0xff, 0xff, 0xff};
    private static final int[] NIGHT = {0x20, 0x24, 0x2a};
    private static final int[] WARM_LIGHT = {0xff, 0x8a, 0x70};
    private static final int[] COLD_LIGHT = {0x6c, 0xb6, 0xff};
    private static final int[][] RAMP = {{0xed, 0xf2, 0xf7}, {0x5c, 0xa3, 0xd0}, {0x08, 0x30, 0x6b}};
    private static final int[][] RAMP_DARK = {{0x24, 0x2b, 0x34}, {0x2f, 0x7c, 0xb8}, {0xd3, 0xec, 0xff}};

    /** A colour as it is by day and by night. */
    private record Colour(String light, String dark) {}

    private static final Map<String, Colour> COLOURS = colours();
    private static final Map<String, String> RULES = rules();

    private Palette() {}

    private static Map<String, Colour> colours() {
        Map<String, Colour> all = new LinkedHashMap<>();
        all.put("ink", new Colour("#1f2328", "#e6edf3"));
        all.put("paper", new Colour("#ffffff", "#16191e"));
        all.put("grid", new Colour("#d8dee4", "#30363d"));
        all.put("axis", new Colour("#57606a", "#9198a1"));
        all.put("strong", new Colour("#ffffff", "#0d1117"));
        for (int i = 0; i < SERIES; i++) {
            all.put("series" + i, new Colour(LIGHT[i], DARK[i]));
        }
        for (int step = -HEAT_STEPS; step <= HEAT_STEPS; step++) {
            double share = Math.abs(step) / (double) HEAT_STEPS;
            String light = mixed(WHITE, step > 0 ? WARM : COLD, share);
            String dark = mixed(NIGHT, step > 0 ? WARM_LIGHT : COLD_LIGHT, share);
            all.put("heat" + (HEAT_STEPS + step), new Colour(light, dark));
        }
        for (int step = 0; step <= RAMP_STEPS; step++) {
            all.put("ramp" + step, new Colour(along(RAMP, step), along(RAMP_DARK, step)));
        }
        return all;
    }

    private static Map<String, String> rules() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("text", "fill: $ink");
        all.put(".head", "font-weight: 600; font-size: 14px");
        all.put(".small", "font-size: 10px");
        all.put(".middle", "text-anchor: middle");
        all.put(".end", "text-anchor: end");
        all.put(".strong", "fill: $strong");
        all.put(".faint", "fill: $axis");
        all.put(".paper", "fill: $paper");
        all.put(".grid", "stroke: $grid; stroke-width: 1");
        all.put(".axis", "stroke: $axis; stroke-width: 1; fill: none");
        all.put(".link", "stroke: $axis; stroke-width: 1.5; fill: none");
        all.put(".blank", "fill: $paper; stroke: $axis; stroke-width: 1; stroke-dasharray: 3 2");
        all.put(".curve", "fill: none; stroke-width: 2; stroke-linejoin: round");
        all.put(".dashed", "stroke-dasharray: 6 4");
        all.put(".spread", "stroke-width: 1.2; opacity: 0.7");
        all.put(".outline", "stroke-width: 1.5");
        all.put(".tint", "fill-opacity: 0.18");
        for (int i = 0; i < SERIES; i++) {
            all.put("." + stroke(i), "stroke: $series" + i);
            all.put("." + fill(i), "fill: $series" + i);
        }
        COLOURS.keySet().stream()
                .filter(name -> name.matches("(heat|ramp)\\d+"))
                .forEach(name -> all.put("." + name, "fill: $" + name));
        return all;
    }

    /** The style sheet of a picture that stands by itself, light or dark as the reader's system is. */
    static String standalone() {
        return LETTERS
                + sheet(name -> colour(name).light())
                + "@media (prefers-color-scheme: dark) {\n"
                + sheet(name -> colour(name).dark())
                + "}\n";
    }

    /** The rules of pictures within a page that defines the colours as variables. */
    public static String pageRules() {
        return LETTERS + sheet(name -> "var(--" + name + ")");
    }

    /** The colours as variables of a page, one declaration each. */
    public static String variables(boolean dark) {
        StringBuilder out = new StringBuilder();
        COLOURS.forEach((name, colour) -> out.append("--" + name + ": ")
                .append(dark ? colour.dark() : colour.light())
                .append("; "));
        return out.toString();
    }

    /** What classes say of an element, in their light form, as its own attributes; for readers without style sheets. */
    static Map<String, String> attributes(String element, String classes) {
        Map<String, String> attributes = new LinkedHashMap<>();
        RULES.forEach((selector, declarations) -> {
            boolean applies = selector.equals(element)
                    || (selector.startsWith(".") && (" " + classes + " ").contains(" " + selector.substring(1) + " "));
            for (String declaration : applies ? declarations.split("; ") : new String[0]) {
                String[] parts = declaration.split(": ");
                attributes.put(
                        parts[0],
                        parts[1].startsWith("$") ? colour(parts[1].substring(1)).light() : parts[1]);
            }
        });
        return attributes;
    }

    private static String sheet(UnaryOperator<String> colour) {
        StringBuilder out = new StringBuilder();
        RULES.forEach((selector, declarations) -> {
            out.append(".figure ").append(selector).append(" {");
            for (String declaration : declarations.split("; ")) {
                int named = declaration.indexOf('$');
                out.append(' ')
                        .append(
                                named < 0
                                        ? declaration
                                        : declaration.substring(0, named)
                                                + colour.apply(declaration.substring(named + 1)))
                        .append(';');
            }
            out.append(" }\n");
        });
        return out.toString();
    }

    private static Colour colour(String name) {
        Colour colour = COLOURS.get(name);
        if (colour == null) {
            throw new IllegalStateException("no colour " + name);
        }
        return colour;
    }

    /** The class of a series' lines. */
    static String stroke(int series) {
        return "stroke" + series % SERIES;
    }

    /** The class of a series' areas. */
    static String fill(int series) {
        return "fill" + series % SERIES;
    }

    /** The class of a heat of -1 to 1. */
    static String heat(double heat) {
        return "heat" + (HEAT_STEPS + (int) Math.round(Math.max(-1, Math.min(1, heat)) * HEAT_STEPS));
    }

    /** The class of a share of 0 to 1. */
    static String ramp(double share) {
        return "ramp" + step(share);
    }

    /** Whether letters on a share's colour must be as the paper is. */
    static boolean isStrong(double share) {
        return step(share) > RAMP_STEPS / 2;
    }

    private static int step(double share) {
        return (int) Math.round(Math.max(0, Math.min(1, share)) * RAMP_STEPS);
    }

    private static String along(int[][] stops, int step) {
        double place = step * (stops.length - 1.0) / RAMP_STEPS;
        int from = Math.min((int) place, stops.length - 2);
        return mixed(stops[from], stops[from + 1], place - from);
    }

    private static String mixed(int[] from, int[] to, double share) {
        StringBuilder colour = new StringBuilder("#");
        for (int i = 0; i < from.length; i++) {
            colour.append(String.format("%02x", Math.round(from[i] + share * (to[i] - from[i]))));
        }
        return colour.toString();
    }
}
