package glia.core.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Draws as they have always been; a change here changes every run. */
class RandomStreamTest {
    @Test
    void drawsStayTheSameForEver() {
        assertEquals(0xE220A8397B1DCDAFL, new RandomStream(0).bits(1));
        RandomStream stream = RandomStream.of(1, 2);
        assertEquals("7adda25fcf93ee03", Long.toHexString(stream.key()));
        assertEquals("e6b4422174d21ed8", Long.toHexString(stream.sub(3).bits(4)));
        assertEquals("-0x1.6ec1bddeabe52p-1", Double.toHexString(stream.gaussian(5)));
        assertArrayEquals(new int[] {5, 6, 2, 4, 0, 1, 7, 3}, stream.permutation(8));
    }
}
