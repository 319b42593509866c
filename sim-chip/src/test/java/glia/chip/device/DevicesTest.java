package glia.chip.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
    void anIdealCellStoresWhatItIsAskedTo(@ForAll float stored, @ForAll float change) {
        assertEquals(stored + change, new IdealDevice().write(stored, change));
    }

    /** What a device does to a row, it does cell by cell. */
    @Property
    void aRowIsWrittenCellByCell(
            @ForAll @Size(7) float[] stored, @ForAll float factor, @ForAll @Size(7) float[] columns) {
        for (String name : Devices.names()) {
            SynapticDevice device = Devices.named(name);
            float[] row = stored.clone();
            device.writeRow(row, factor, columns);
            SynapticDevice plain = device::write;
            float[] byDefault = stored.clone();
            plain.writeRow(byDefault, factor, columns);
            for (int j = 0; j < row.length; j++) {
                assertEquals(device.write(stored[j], factor * columns[j]), row[j]);
                assertEquals(byDefault[j], row[j]);
            }
        }
    }
}
