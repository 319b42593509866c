package glia.cli.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** How elements, texts and numbers are written. */
class SvgTest {
    @Test
    void textsAndAttributesAreEscaped() {
        Svg svg = new Svg();
        svg.text("text", "a < b & \u0007", "class", "\"x\">");
        assertEquals("<text class=\"&quot;x&quot;&gt;\">a &lt; b &amp; ?</text>\n", svg.toString());
    }

    @Test
    void numbersHaveTwoDecimalsAtMost() {
        assertEquals("1.23", Svg.number(1.2345));
        assertEquals("100", Svg.number(100));
        assertEquals("0", Svg.number(-0.001));
        assertThrows(IllegalArgumentException.class, () -> Svg.number(Double.NaN));
    }
}
