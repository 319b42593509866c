package glia.cli.figure;

/** Colours and letters of all figures, as classes of a style sheet. */
final class Palette {
    /** How many colours series have. */
    static final int SERIES = 8;

    /** How many steps a heat map has to each side of its middle. */
    static final int HEAT_STEPS = 8;

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

    /** The style sheet. */
    static final String STYLE =
            """
            .figure { font: 12px system-ui, sans-serif; }
            .figure text { fill: #1f2328; }
            .figure .head { font-weight: 600; font-size: 14px; }
            .figure .small { font-size: 10px; }
            .figure .middle { text-anchor: middle; }
            .figure .end { text-anchor: end; }
            .figure .paper { fill: #ffffff; }
            .figure .grid { stroke: #d8dee4; stroke-width: 1; }
            .figure .axis { stroke: #57606a; stroke-width: 1; fill: none; }
            .figure .curve { fill: none; stroke-width: 2; stroke-linejoin: round; }
            .figure .dashed { stroke-dasharray: 6 4; }
            .figure .spread { stroke-width: 1.2; opacity: 0.7; }
            """ + colours(LIGHT, WHITE, WARM, COLD) + """
            @media (prefers-color-scheme: dark) {
            .figure text { fill: #e6edf3; }
            .figure .paper { fill: #16191e; }
            .figure .grid { stroke: #30363d; }
            .figure .axis { stroke: #9198a1; }
            """ + colours(DARK, NIGHT, WARM_LIGHT, COLD_LIGHT) + "}\n";

    private Palette() {}

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
        return "heat" + (HEAT_STEPS + step(heat));
    }

    private static int step(double heat) {
        return (int) Math.round(Math.max(-1, Math.min(1, heat)) * HEAT_STEPS);
    }

    private static String colours(String[] series, int[] middle, int[] warm, int[] cold) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < SERIES; i++) {
            out.append(".figure .stroke" + i + " { stroke: " + series[i] + "; }\n");
            out.append(".figure .fill" + i + " { fill: " + series[i] + "; }\n");
        }
        for (int step = -HEAT_STEPS; step <= HEAT_STEPS; step++) {
            double share = Math.abs(step) / (double) HEAT_STEPS;
            out.append(".figure .heat" + (HEAT_STEPS + step) + " { fill: "
                    + mixed(middle, step > 0 ? warm : cold, share) + "; }\n");
        }
        return out.toString();
    }

    private static String mixed(int[] from, int[] to, double share) {
        StringBuilder colour = new StringBuilder("#");
        for (int i = 0; i < from.length; i++) {
            colour.append(String.format("%02x", Math.round(from[i] + share * (to[i] - from[i]))));
        }
        return colour.toString();
    }
}
