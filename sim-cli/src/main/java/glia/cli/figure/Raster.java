package glia.cli.figure;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** Figures as PNG, for where SVG cannot go. */
public final class Raster {
    /** Pixels of the image for each of the figure's; 640 of these across a column of 8.5 cm are about 600 dots an inch. */
    public static final int SCALE = 3;

    private Raster() {}

    /** The bytes of a PNG file. */
    public static byte[] png(Figure figure) {
        System.setProperty("java.awt.headless", "true");
        byte[] svg = figure.paper().getBytes(StandardCharsets.UTF_8);
        SVGDocument document = new SVGLoader().load(new ByteArrayInputStream(svg), null, LoaderContext.createDefault());
        if (document == null) {
            throw new IllegalStateException("figure " + figure.title() + " is no SVG");
        }
        int width = figure.width() * SCALE;
        int height = figure.height() * SCALE;
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        document.render(null, graphics, new ViewBox(0, 0, width, height));
        graphics.dispose();
        return encoded(image);
    }

    private static byte[] encoded(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** Whether Java finds letters to draw with; some minimal systems have none, and say so in many ways. */
    public static boolean hasLetters() {
        System.setProperty("java.awt.headless", "true");
        try {
            FontRenderContext context = new FontRenderContext(null, true, true);
            return new Font(Font.SANS_SERIF, Font.PLAIN, Svg.LETTER)
                            .getStringBounds("x", context)
                            .getWidth()
                    > 0;
        } catch (RuntimeException | Error none) {
            return false;
        }
    }
}
