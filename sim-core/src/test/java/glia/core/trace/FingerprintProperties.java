package glia.core.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class FingerprintProperties {
    private static String print(long... values) {
        Fingerprint fingerprint = new Fingerprint();
        Arrays.stream(values).forEach(fingerprint::add);
        return fingerprint.toString();
    }

    @Property
    void equalSequencesHaveEqualPrintsOfSixteenDigits(@ForAll long[] values) {
        assertEquals(print(values), print(values));
        assertTrue(print(values).matches("[0-9a-f]{16}"));
    }

    @Property
    void thePrintDependsOnTheOrder(@ForAll @Size(min = 2, max = 20) long[] values, @ForAll int one, @ForAll int other) {
        int i = Math.floorMod(one, values.length);
        int j = Math.floorMod(other, values.length);
        Assume.that(values[i] != values[j]);
        long[] swapped = values.clone();
        swapped[i] = values[j];
        swapped[j] = values[i];
        assertNotEquals(print(values), print(swapped));
    }

    @Property
    void oneChangedNumberChangesThePrint(
            @ForAll @Size(min = 1, max = 20) long[] values, @ForAll int place, @ForAll long change) {
        Assume.that(change != 0);
        long[] changed = values.clone();
        changed[Math.floorMod(place, values.length)] ^= change;
        assertNotEquals(print(values), print(changed));
    }

    @Property
    void aLongerSequenceHasAnotherPrint(@ForAll long[] values, @ForAll long more) {
        long[] longer = Arrays.copyOf(values, values.length + 1);
        longer[values.length] = more;
        assertNotEquals(print(values), print(longer));
    }

    @Property
    void floatsCountByTheirBits(@ForAll float[] values) {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add(values);
        long[] bits = new long[values.length];
        Arrays.setAll(bits, i -> Float.floatToRawIntBits(values[i]));
        assertEquals(print(bits), fingerprint.toString());
    }

    @Property
    void wholeNumbersCountByTheirValues(@ForAll int[] values) {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add(values);
        assertEquals(print(Arrays.stream(values).asLongStream().toArray()), fingerprint.toString());
    }

    @Example
    void thePrintOfASequenceStaysTheSameForEver() {
        assertEquals("6d03b699ff17cdd6", print());
        assertEquals("3b9b16adcbdb37a0", print(1, 2, 3));
    }

    @Example
    void theTwoZerosDiffer() {
        Fingerprint plus = new Fingerprint();
        plus.add(new float[] {0f});
        Fingerprint minus = new Fingerprint();
        minus.add(new float[] {-0f});
        assertNotEquals(plus.toString(), minus.toString());
    }
}
