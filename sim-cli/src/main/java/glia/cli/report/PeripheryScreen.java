package glia.cli.report;

import glia.chip.ChipAction;
import glia.chip.build.ChipConfig;
import glia.chip.build.Floorplan;
import glia.chip.build.Technology;
import glia.chip.datapath.Converters;
import glia.chip.datapath.FixedPoint;
import glia.chip.datapath.Periphery;
import glia.chip.plasticity.LayerSite;
import glia.cli.scenario.Scenario;
import java.util.Locale;
import java.util.stream.Collectors;

/** Converters, memories and the read-out of the cost, for people, and where a technology prices another resolution. */
final class PeripheryScreen {
    private static final int MOST_LAYERS = 6;

    private final ChipConfig config;
    private final Periphery periphery;
    private final Technology technology;
    private final StringBuilder out = new StringBuilder();

    private PeripheryScreen(Scenario scenario) {
        config = scenario.chipConfig();
        periphery = config.periphery();
        technology = scenario.technology();
    }

    /** The lines of a scenario on its floorplan. */
    static String of(Scenario scenario, Floorplan floorplan) {
        PeripheryScreen screen = new PeripheryScreen(scenario);
        screen.converters();
        if (!screen.periphery.converters().adc().isExact()) {
            screen.ranges(floorplan);
        }
        screen.memories(floorplan, scenario);
        screen.prices(ChipAction.DAC_CONVERSION, screen.dacBits());
        screen.prices(
                ChipAction.ADC_CONVERSION, screen.periphery.converters().adc().bits());
        return screen.out.toString();
    }

    private void converters() {
        Converters converters = periphery.converters();
        line(
                "Converters of a tile: %s; %s; %s",
                shared(config.lanes().dacs(), "DAC", config.tileRows(), "row", converters.dac()),
                shared(config.lanes().adcs(), "ADC", config.tileColumns(), "column", converters.adc()),
                converters.bitSerial()
                        ? "inputs in " + converters.planes() + " bit planes, one after the other"
                        : "inputs in parallel");
    }

    private static String shared(int there, String what, int lines, String line, FixedPoint numbers) {
        int each = (lines + there - 1) / there;
        return Quantities.count(there) + " " + what + (there == 1 ? "" : "s") + ", " + Quantities.count(each) + " "
                + line + (each == 1 ? "" : "s") + " each, "
                + (numbers.isExact() ? "exact" : numbers.bits() + " bits");
    }

    private void ranges(Floorplan floorplan) {
        String ranges = floorplan.layers().stream()
                .limit(MOST_LAYERS)
                .map(layer -> layer.name() + " " + reach(layer))
                .collect(Collectors.joining(", "));
        line("  ADCs read sums up to: %s%s", ranges, floorplan.layers().size() > MOST_LAYERS ? " ..." : "");
    }

    private String reach(LayerSite layer) {
        int lines = Math.min(config.tileRows(), layer.inputs());
        FixedPoint sums = periphery.converters().adc(lines, layer.inputs());
        return Quantities.digits(sums.range()) + " in steps of " + String.format(Locale.ROOT, "%.3g", sums.step());
    }

    private void memories(Floorplan floorplan, Scenario scenario) {
        long kept = (long) config.tileRows() * periphery.activations().storedBits();
        long deltaVecs = 0;
        for (LayerSite layer : floorplan.layers()) {
            long numbers = (long) layer.classes() * layer.neurons();
            deltaVecs += scenario.rule().astrocytes().in(layer)
                    ? numbers * periphery.deltaVecs().storedBits()
                    : 0;
        }
        line(
                "Memories: kept activations %s, %s bits a tile; DeltaVecs %s, %s bits in all; the cost is read %s",
                width(periphery.activations()),
                Quantities.count(kept),
                width(periphery.deltaVecs()),
                Quantities.count(deltaVecs),
                width(periphery.cost()));
    }

    private static String width(FixedPoint numbers) {
        return numbers.isExact()
                ? "exact"
                : "with " + numbers.bits() + " bits up to " + Quantities.number(numbers.range());
    }

    /** A bit-serial input drives its row with one bit. */
    private int dacBits() {
        Converters converters = periphery.converters();
        return converters.bitSerial() ? 1 : converters.dac().bits();
    }

    private void prices(ChipAction action, int bits) {
        Integer priced = technology.bits().get(action.name());
        if (bits == FixedPoint.EXACT || (priced != null && priced == bits)) {
            return;
        }
        line(
                "WARNING: %s has %d bit%s here; its energy, time and area in %s are %s",
                action,
                bits,
                bits == 1 ? "" : "s",
                technology.name(),
                priced == null ? "those of no stated number of bits" : "those of " + priced);
    }

    private void line(String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
