package glia.cli.figure;

/** A picture that stands by itself as an SVG file, or within a page; light or dark as the reader's system is. */
public interface Figure {
    /** The namespace that a file of its own must name. */
    String NAMESPACE = "http://www.w3.org/2000/svg";

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
        svg.open("svg", attributes("xmlns", NAMESPACE, "role", "img", "class", "figure"));
        svg.text("title", title());
        svg.text("desc", description());
        svg.style(Palette.standalone());
        return drawn(svg);
    }

    /** The picture within a page that has the palette's rules and colours; ids in it begin with the given one. */
    default String inline(String id) {
        Svg svg = Svg.forPage();
        String names = id + "-title";
        String tells = id + "-desc";
        svg.open(
                "svg",
                attributes(
                        "id",
                        id,
                        "role",
                        "img",
                        "aria-labelledby",
                        names,
                        "aria-describedby",
                        tells,
                        "class",
                        "figure"));
        svg.text("title", title(), "id", names);
        svg.text("desc", description(), "id", tells);
        return drawn(svg);
    }

    /** The picture for a paper: light whatever the reader's system is, and without a style sheet. */
    default String paper() {
        Svg svg = Svg.forPaper();
        svg.open(
                "svg",
                attributes("xmlns", NAMESPACE, "font-family", "Helvetica, Arial, sans-serif", "font-size", Svg.LETTER));
        svg.text("title", title());
        svg.text("desc", description());
        return drawn(svg);
    }

    private Object[] attributes(Object... more) {
        Object[] first = {"viewBox", "0 0 " + width() + " " + height(), "width", width(), "height", height()};
        Object[] all = new Object[first.length + more.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return all;
    }

    private String drawn(Svg svg) {
        svg.leaf("rect", "class", "paper", "width", width(), "height", height());
        draw(svg);
        svg.close("svg");
        return svg.toString();
    }
}
