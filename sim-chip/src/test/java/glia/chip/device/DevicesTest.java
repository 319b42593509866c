package glia.chip.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class DevicesTest {
    @Example
    void everyNameMakesADevice() {
        List<String> names = Devices.names();
        assertEquals(Devices.values().length, new HashSet<>(names).size());
        names.forEach(name -> assertInstanceOf(SynapticDevice.class, Devices.named(name)));
        assertInstanceOf(IdealDevice.class, Devices.named("ideal"));
    }

    @Example
    void anUnknownNameIsRefusedWithTheNamesThereAre() {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> Devices.named("Ideal"));
        assertEquals("there is no device Ideal; there are " + Devices.names(), refusal.getMessage());
    }

    @Property
    void aDeviceThatSaysThatItStoresSumsDoes(@ForAll float stored, @ForAll float change) {
        for (String name : Devices.names()) {
            SynapticDevice device = Devices.named(name);
            if (device.storesSums()) {
                assertEquals(stored + change, device.write(stored, change));
            }
        }
    }

    @Property
    void anIdealCellStoresWhatItIsAskedTo(@ForAll float stored, @ForAll float change) {
        assertEquals(stored + change, new IdealDevice().write(stored, change));
    }

    /** What a device does to rows, it does cell by cell; seven rows, so that any grouping has a remainder. */
    @Property
    void rowsAreWrittenCellByCell(
            @ForAll @Size(7) float[] stored, @ForAll @Size(7) float[] rowChanges, @ForAll @Size(7) float[] columns) {
        int[] rows = {6, 0, 1, 3, 5, 2, 4};
        for (String name : Devices.names()) {
            SynapticDevice device = Devices.named(name);
            SynapticDevice plain = device::write;
            float[][] weights = new float[stored.length][];
            Arrays.fill(weights, stored);
            for (int count = 0; count <= rows.length; count++) {
                float[][] written = Arrays.stream(weights).map(float[]::clone).toArray(float[][]::new);
                float[][] byDefault = Arrays.stream(weights).map(float[]::clone).toArray(float[][]::new);
                device.writeRows(written, rows, count, rowChanges, columns);
                plain.writeRows(byDefault, rows, count, rowChanges, columns);
                assertArrayEquals(byDefault, written);
                for (int k = 0; k < rows.length; k++) {
                    float change = rowChanges[rows[k]] * columns[0];
                    float expected = k < count ? device.write(stored[0], change) : stored[0];
                    assertEquals(expected, written[rows[k]][0]);
                }
            }
        }
    }
}
