package glia.cli.figure;

/** A picture that stands by itself as an SVG file, or within a page; light or dark as the reader's system is. */
public interface Figure {
    /** Width in pixels. */
    int width();

    /** Height in pixels. */
    int height();

    /** What the picture is called; also read aloud. */
    String title();

    /** What it shows, in a sentence, for those who cannot see it. */
    String description();

    /** Draws the picture with its upper left corner at the origin. */
    void draw(Svg svg);

    /** A number as axes have it: with prefixes k, M, G, T from 1000 on. */
    static String number(double value) {
        return Scale.label(value);
    }

    /** The whole SVG document, without an XML declaration so that it can stand within HTML too. */
    default String svg() {
        Svg svg = new Svg();
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                "0 0 " + width() + " " + height(),
                "width",
                width(),
                "height",
                height(),
                "role",
                "img",
                "class",
                "figure");
        svg.text("title", title());
        svg.text("desc", description());
        svg.style(Palette.STYLE);
        svg.leaf("rect", "class", "paper", "width", width(), "height", height());
        draw(svg);
        svg.close("svg");
        return svg.toString();
    }
}
