package glia.cli.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** Whole pictures: a small golden one, and what all of them are. */
class FiguresTest {
    private static final Axis X = Axis.linear("time, s", 0, 2);
    private static final Axis Y = Axis.linear("a < b", 0, 10);

    private static Chart chart(Series... series) {
        return new Chart("Title & more", "A chart.", X, Y, List.of(series));
    }

    private static List<Figure> all() {
        Series points = new Series(
                "points",
                Series.Mark.POINTS,
                new double[] {0, 1},
                new double[] {5, 6},
                new double[] {4, 5},
                new double[] {6, 7});
        Figure bars = new Bars(
                "Bars",
                "Bars.",
                List.of("one group", "other"),
                "groups",
                Y,
                List.of(Series.of("s", Series.Mark.POINTS, new double[2], new double[] {3, Double.NaN})));
        Figure heat = new HeatMap(
                "Heat", "Heat.", "x", "y", new double[][] {{-1, 0}, {1, 2}}, 1, List.of("a", "b"), List.of("c", "d"));
        Figure ramp = new HeatMap(
                "Ramp", "Ramp.", "x", "y", new double[][] {{0, 2}}, 2, List.of("a"), List.of("c", "d"), false);
        Figure histogram = new Histogram(
                "Counts", "Counts.", "x", "things", List.of("0", "1", "1.234k"), new long[] {5, 0, 123_456});
        return List.of(
                chart(points),
                bars,
                heat,
                new Panels("All", List.of(chart(points), bars, heat)),
                ramp,
                histogram,
                spans(),
                grid(Double.NaN));
    }

    private static Spans spans() {
        List<Spans.Span> parts =
                List.of(Spans.Span.of(0, 0.5, 0, "half"), new Spans.Span(0.5, 2, 1, 0.5, "a < b & \"c\""));
        return new Spans(
                "Spans",
                "Spans.",
                X,
                List.of("one", "two"),
                List.of(Spans.Row.heading("group"), new Spans.Row("row", parts, "2 s")));
    }

    private static GridMap grid(double share) {
        List<GridMap.Cell> cells = List.of(
                new GridMap.Cell(0, 0, GridMap.Shape.SQUARE, 0, share, List.of("a"), "first"),
                new GridMap.Cell(1, 0, GridMap.Shape.ROUND, 1, 1, List.of("b", "c"), "second"),
                new GridMap.Cell(1, 1, GridMap.Shape.HEXAGON, 2, 0.25, List.of(), "third"));
        List<GridMap.Line> lines = List.of(new GridMap.Line(0.5, 0.5, 1.5, 0.5));
        return new GridMap(
                "Grid", "Grid.", 2, 2, cells, lines, cells.subList(0, 1), new GridMap.Key(List.of(), "7 nJ"));
    }

    private static Document parsed(Figure figure) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(figure.svg())));
    }

    @Test
    void everyFigureIsWellFormedTitledAndDescribed() throws Exception {
        for (Figure figure : all()) {
            Document svg = parsed(figure);
            assertEquals(
                    "0 0 " + figure.width() + " " + figure.height(),
                    svg.getDocumentElement().getAttribute("viewBox"));
            assertEquals(
                    figure.title(), svg.getElementsByTagName("title").item(0).getTextContent());
            assertEquals(
                    figure.description(),
                    svg.getElementsByTagName("desc").item(0).getTextContent());
            assertTrue(figure.svg().contains("prefers-color-scheme: dark"));
        }
    }

    @Test
    void smallChartIsDrawnLikeThis() {
        Svg svg = new Svg();
        Series line =
                Series.of("line", Series.Mark.DASHED, new double[] {0, 0.5, 1, 2}, new double[] {0, Double.NaN, 5, 10});
        chart(line).draw(svg);
        String drawn = svg.toString();
        assertTrue(drawn.startsWith("""
                <text x="70" y="22" class="head">Title &amp; more</text>
                <rect x="70" y="37" width="14" height="8" class="fill0"/>
                <text x="89" y="45" class="">line</text>
                """), drawn);
        assertTrue(drawn.contains("""
                <line x1="343" y1="62" x2="343" y2="348" class="grid"/>
                <text x="343" y="366" class="middle">1</text>
                """), drawn);
        assertTrue(drawn.contains("""
                <text transform="translate(16 205) rotate(-90)" class="middle">a &lt; b</text>
                """), drawn);
        assertTrue(drawn.endsWith("""
                <path d="M70 348M343 205L616 62" class="curve stroke0 dashed"/>
                """), drawn);
    }

    @Test
    void pointsHaveTheirSpread() {
        String svg = all().get(0).svg();
        assertTrue(svg.contains("<circle cx=\"343\" cy=\"176.4\" r=\"3.5\" class=\"fill0\"/>"), svg);
        assertTrue(svg.contains("<line x1=\"343\" y1=\"205\" x2=\"343\" y2=\"147.8\" class=\"spread stroke0\"/>"), svg);
    }

    @Test
    void barsHaveTheirValueAndNoBarWithoutOne() throws Exception {
        Document svg = parsed(all().get(1));
        long bars = 0;
        for (int i = 0; i < svg.getElementsByTagName("rect").getLength(); i++) {
            String height = svg.getElementsByTagName("rect")
                    .item(i)
                    .getAttributes()
                    .getNamedItem("height")
                    .getNodeValue();
            bars += height.equals("85.8") ? 1 : 0;
        }
        assertEquals(1, bars);
        assertTrue(all().get(1).svg().contains(">3</text>"));
    }

    @Test
    void heatIsColdBelowZeroAndCutAtTheLargest() {
        String svg = all().get(2).svg();
        assertTrue(svg.contains("<path d=\"M84 42h240.1v150.1h-240.1z\" class=\"heat0\"/>"), svg);
        assertTrue(
                svg.contains("<path d=\"M84 192h240.1v150.1h-240.1zM324 192h240.1v150.1h-240.1z\" class=\"heat16\"/>"),
                svg);
        assertTrue(svg.contains("<path d=\"M324 42h240.1v150.1h-240.1z\" class=\"heat8\"/>"), svg);
    }

    /** The axis is logarithmic from 0.5 to 246,912: a bar of 5 takes log 10 / log 493,824 of it; one of 0 is none. */
    @Test
    void aHistogramHasABarForEveryBinThatHoldsSomething() {
        String svg = all().get(5).svg();
        double height = 304 * Math.log(10) / Math.log(493_824);
        String bar = String.format(Locale.ROOT, "y=\"%.2f\" width=\"181\" height=\"%.2f\"", 348 - height, height);
        assertTrue(svg.contains(bar), bar + " in " + svg);
        assertEquals(2, svg.split("class=\"fill0\"", -1).length - 1, svg);
        assertTrue(svg.contains(">5</text>") && svg.contains(">123k</text>"), svg);
    }

    /** Ten steps from nothing to the most. */
    @Test
    void heatWithoutNegativeValuesBeginsAtZero() {
        String svg = new HeatMap(
                        "H", "H.", "x", "y", new double[][] {{0, 2922}}, 2922, List.of("a"), List.of("b", "c"), false)
                .svg();
        assertEquals(11, svg.split("<rect x=\"582\"", -1).length - 1, svg);
        assertTrue(svg.contains(">2.92k</text>") && !svg.contains(">-2"), svg);
    }

    @Test
    void seriesOfDifferentLengthsAreRefused() {
        assertThrows(
                IllegalArgumentException.class, () -> Series.of("s", Series.Mark.LINE, new double[1], new double[2]));
    }

    /** A file for a paper needs no sheet: every mark holds its colour, letters their size. */
    @Test
    void picturesForPapersHoldTheirStyle() throws Exception {
        for (Figure figure : all()) {
            String svg = figure.paper();
            assertFalse(svg.contains("class=") || svg.contains("<style") || svg.contains("var("), svg);
            assertTrue(svg.contains("fill=\"#ffffff\""), svg);
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        }
        assertTrue(chart().paper().contains("font-weight=\"600\" font-size=\"14px\">Title"), chart().paper());
    }

    @Test
    void picturesOfAPageAreNamedByIdAndSayTheirValues() {
        String svg = spans().inline("p");
        assertTrue(svg.contains("role=\"img\" aria-labelledby=\"p-title\" aria-describedby=\"p-desc\""), svg);
        assertTrue(svg.contains("<title id=\"p-title\">Spans</title>"), svg);
        assertTrue(svg.contains("<desc id=\"p-desc\">Spans.</desc>"), svg);
        assertTrue(svg.contains("><title>a &lt; b &amp; &quot;c&quot;</title></rect>"), svg);
        assertFalse(svg.contains("http"), svg);
        assertFalse(spans().svg().contains("half"));
    }

    /** The axis goes from 43 (the longest name and its margin) to 598.24 over 0 to 2. */
    @Test
    void spansLieWhereTheirValuesAre() {
        Svg svg = new Svg();
        spans().draw(svg);
        double left = 14 + 8 + Svg.width("group");
        double right = 640 - 14 - Svg.width("2 s") - 6;
        String half = "<rect x=\"" + Svg.number(left) + "\" y=\"81\" width=\"" + Svg.number((right - left) / 4)
                + "\" height=\"14\" class=\"fill0\"/>";
        assertTrue(svg.toString().contains(half), svg.toString());
        assertTrue(
                svg.toString()
                        .contains("y=\"88\" width=\"" + Svg.number((right - left) * 0.75)
                                + "\" height=\"7\" class=\"fill1\"/>"),
                svg.toString());
    }

    @Test
    void cellsAreColouredByTheirShare() {
        String svg = grid(0).svg();
        assertTrue(svg.contains("class=\"ramp0\"/>") && svg.contains("class=\"ramp10\"/>"), svg);
        assertTrue(svg.contains("class=\"small middle strong\">b</text>"), svg);
        assertTrue(svg.contains(">7 nJ</text>"), svg);
        assertTrue(grid(Double.NaN).svg().contains("class=\"blank\"/>"));
    }

    @Test
    void rampsGoFromNothingToMost() {
        String svg = all().get(4).svg();
        assertTrue(svg.contains("class=\"ramp0\"/>") && svg.contains("class=\"ramp10\"/>"), svg);
        assertFalse(svg.contains("class=\"heat"), svg);
    }

    /** Three pixels each; the paper is white, and something is drawn on it. */
    @Test
    void pngIsDrawn() throws Exception {
        Assumptions.assumeTrue(Raster.hasLetters(), "Java finds no fonts here");
        for (Figure figure : all()) {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(Raster.png(figure)));
            assertEquals(figure.width() * Raster.SCALE, image.getWidth());
            assertEquals(figure.height() * Raster.SCALE, image.getHeight());
            assertEquals(0xffffffff, image.getRGB(0, 0));
            Set<Integer> colours = new HashSet<>();
            for (int y = 0; y < image.getHeight(); y += 2) {
                for (int x = 0; x < image.getWidth(); x += 2) {
                    colours.add(image.getRGB(x, y));
                }
            }
            assertTrue(colours.contains(0xff1f2328), figure.title() + " has no letters");
            assertTrue(colours.size() > 20, figure.title() + " has " + colours.size() + " colours");
        }
    }
}
