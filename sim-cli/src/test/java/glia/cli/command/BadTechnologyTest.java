package glia.cli.command;

import static glia.cli.command.BadInput.of;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Technology tables that cannot be used: the shipped one with one thing changed. */
class BadTechnologyTest {
    private static final String SHIPPED = Technology.shipped();

    static Stream<BadInput> tables() {
        return Stream.of(
                changed(
                        "unpriced action",
                        "DIR/t.yaml: lacks the energy of ADD",
                        "\n    energy: {value: 0.9 pJ,",
                        "\n    interval: {value: 1 ns,"),
                changed(
                        "action without a time",
                        "DIR/t.yaml: lacks the latency of DIVIDE",
                        "latency: {value: 10 ns, grade: assumed, source: 'ten stages, not pipelined'}\n  COMPARE",
                        "interval: {value: 10 ns, grade: assumed, source: 'ten stages, not pipelined'}\n  COMPARE"),
                changed(
                        "kind of block without static power",
                        "DIR/t.yaml: lacks the static power of bus",
                        "\n  bus: {value",
                        "\n  #: {value"),
                changed(
                        "kind of block without clock energy",
                        "DIR/t.yaml: lacks the clock energy of tile",
                        "\n  tile: {value: 0 pJ",
                        "\n  #: {value: 0 pJ"),
                changed(
                        "kind of block without gated power",
                        "DIR/t.yaml: lacks the gated power of tile",
                        "\n  tile: {value: 1 uW",
                        "\n  #: {value: 1 uW"),
                changed(
                        "part without an area",
                        "DIR/t.yaml: lacks the area of adc",
                        "\n  adc: {value",
                        "\n  #: {value"),
                changed(
                        "unknown part",
                        at("  adc: {", 0, 9) + "unknown part acd; did you mean adc?",
                        "  adc: {",
                        "  acd: {"),
                changed(
                        "area in no unit of area",
                        at("  adc: {", 0, 16)
                                + "area.adc.value is 1200 um; expected a number with a unit: mm2, um2, nm2",
                        "1200 um2",
                        "1200 um"),
                changed(
                        "unknown action",
                        at("  ADD:", 1, 14) + "unknown action ADDD; did you mean ADD?",
                        "  ADD:",
                        "  ADDD:"),
                changed(
                        "unknown kind of block",
                        at("  bus: {", 0, 10) + "unknown kind of block buss; did you mean bus?",
                        "  bus: {",
                        "  buss: {"),
                changed(
                        "unknown figure",
                        at("  ADD:", 1, 15) + "unknown figure enegry; did you mean energy?",
                        "energy: {value: 0.9 pJ",
                        "enegry: { value: 0.9 pJ"),
                changed(
                        "bits of an action without a resolution",
                        at("  ADD:", 1, 5) + "ADD has no bits; expected them of DAC_CONVERSION or ADC_CONVERSION",
                        "  ADD:",
                        "  ADD:\n    bits: 8"),
                changed(
                        "more bits than a converter has",
                        at("  ADC_CONVERSION:", 1, 11)
                                + "actions.ADC_CONVERSION.bits is 65; expected a whole number from 1 to 64",
                        "  ADC_CONVERSION:\n    bits: 8",
                        "  ADC_CONVERSION:\n    bits: 65"),
                changed(
                        "unknown key of a figure",
                        at("  ADD:", 1, 14) + "unknown key worth",
                        "energy: {value: 0.9 pJ",
                        "energy: {worth: 0.9 pJ"),
                changed(
                        "unknown key at the top",
                        "DIR/t.yaml:1:1: unknown key nam; did you mean name?",
                        "name: rram-32nm",
                        "nam: rram-32nm"),
                changed(
                        "unknown section",
                        at("staticPower:", 1, 11)
                                + "unknown key power.input.value; expected name, description, actions.ACTION.energy, .latency, .interval or .bits, staticPower.KIND, clockEnergy.KIND, gatedPower.KIND or area.PART, each with value, grade and source",
                        "staticPower:",
                        "power:"),
                changed(
                        "energy in no unit of energy",
                        at("  ADD:", 1, 21)
                                + "actions.ADD.energy.value is 0.9 ns; expected a number with a unit: J, uJ, nJ, pJ, fJ, aJ",
                        "0.9 pJ",
                        "0.9 ns"),
                changed(
                        "energy without unit",
                        at("  ADD:", 1, 21)
                                + "actions.ADD.energy.value is 0.9; expected a number with a unit: J, uJ, nJ, pJ, fJ, aJ",
                        "0.9 pJ",
                        "0.9"),
                changed(
                        "energy in words",
                        at("  ADD:", 1, 21)
                                + "actions.ADD.energy.value is little pJ; expected a number before the unit, such as 1 pJ",
                        "0.9 pJ",
                        "little pJ"),
                changed(
                        "energy that is not a number",
                        at("  ADD:", 1, 21)
                                + "actions.ADD.energy.value is NaN pJ; expected a number before the unit, such as 1 pJ",
                        "0.9 pJ",
                        "NaN pJ"),
                changed(
                        "negative energy",
                        at("  ADD:", 1, 21) + "actions.ADD.energy.value is -0.9 pJ; expected 0 to 1000000000000 pJ",
                        "0.9 pJ",
                        "-0.9 pJ"),
                changed(
                        "negative time",
                        at("  DIVIDE:", 2, 22) + "actions.DIVIDE.latency.value is -10 ns; expected 0 to 1000 s",
                        "latency: {value: 10 ns, grade: assumed, source: 'ten stages, not pipelined'}\n  COMPARE",
                        "latency: {value: -10 ns, grade: assumed, source: 'ten stages, not pipelined'}\n  COMPARE"),
                changed(
                        "energy beyond all",
                        at("  ADD:", 1, 21)
                                + "actions.ADD.energy.value is 1e2147483647 J; expected a number of at most 100 digits before the unit",
                        "0.9 pJ",
                        "1e2147483647 J"),
                changed(
                        "energy of too many digits",
                        at("  ADD:", 1, 21)
                                + "actions.ADD.energy.value is 1e-30000 pJ; expected a number of at most 100 digits before the unit",
                        "0.9 pJ",
                        "1e-30000 pJ"),
                changed(
                        "power in no unit of power",
                        at("  bus: {", 0, 16)
                                + "staticPower.bus.value is 10 pJ; expected a number with a unit: W, mW, uW, nW, pW",
                        "  bus: {value: 10 uW",
                        "  bus: {value: 10 pJ"),
                changed(
                        "unknown grade",
                        at("  ADD:", 1, 36) + "unknown grade guessed",
                        "0.9 pJ, grade: estimated",
                        "0.9 pJ, grade: guessed"),
                changed(
                        "unknown grade, near one",
                        at("  ADD:", 1, 36) + "unknown grade simulate; did you mean simulated?",
                        "0.9 pJ, grade: estimated",
                        "0.9 pJ, grade: simulate"),
                changed(
                        "missing grade",
                        at("  ADD:", 1, 14) + "actions.ADD.energy has no grade in DIR/t.yaml",
                        "0.9 pJ, grade: estimated",
                        "0.9 pJ"),
                changed(
                        "missing value",
                        at("  ADD:", 1, 14) + "actions.ADD.energy has no value in DIR/t.yaml",
                        "value: 0.9 pJ, ",
                        ""),
                changed(
                        "missing source",
                        at("  DIVIDE:", 1, 14) + "actions.DIVIDE.energy has no source in DIR/t.yaml",
                        ", source: 'about four multiplications of 3.7 pJ'",
                        ""),
                changed(
                        "figure given twice",
                        at("  ADD:", 1, 29) + "actions.ADD.energy.value is given twice; first at DIR/t.yaml:"
                                + (line("  ADD:") + 1) + ":14",
                        "value: 0.9 pJ",
                        "value: 0.9 pJ, value: 0.9 pJ"));
    }

    static Stream<BadInput> files() {
        return Stream.of(
                table("empty table", "DIR/t.yaml: lacks the energy of FETCH_WORD", ""),
                table("scalar as a table", "DIR/t.yaml:1:1: the file should hold keys with values", "rram-32nm\n"),
                table("list as a table", "DIR/t.yaml:1:1: the file should hold keys with values", "- ADD\n"),
                table(
                        "broken YAML as a table",
                        "DIR/t.yaml:1:6: not YAML: found unknown escape character q(113)",
                        "a: \"\\q\"\n"),
                of(
                        "folder as a table",
                        "DIR: is a folder; expected a YAML file",
                        "run",
                        "tiny",
                        "--set",
                        "technology=DIR"),
                of(
                                "bad table named in a scenario file",
                                "DIR/s.yaml:2:13: DIR/t.yaml:1:1: unknown key nam; did you mean name?",
                                "run",
                                "DIR/s.yaml")
                        .with("s.yaml", "# a table of our own\ntechnology: DIR/t.yaml\n")
                        .with("t.yaml", "nam: own\n"),
                of(
                                "bad table to describe",
                                "DIR/t.yaml: lacks the energy of FETCH_WORD",
                                "describe",
                                "tiny",
                                "--set",
                                "technology=DIR/t.yaml")
                        .with("t.yaml", "name: own\n"));
    }

    private static BadInput changed(String what, String line, String old, String now) {
        assertTrue(SHIPPED.contains(old), old);
        int start = SHIPPED.indexOf(old);
        return table(what, line, SHIPPED.substring(0, start) + now + SHIPPED.substring(start + old.length()));
    }

    private static BadInput table(String what, String line, String text) {
        return of(what, line, "run", "tiny", "--set", "technology=DIR/t.yaml").with("t.yaml", text);
    }

    private static String at(String text, int linesBelow, int column) {
        return "DIR/t.yaml:" + (line(text) + linesBelow) + ":" + column + ": ";
    }

    private static int line(String text) {
        return (int) SHIPPED.substring(0, SHIPPED.indexOf(text)).lines().count() + 1;
    }

    @ParameterizedTest
    @MethodSource({"tables", "files"})
    void isAnsweredInOneLineWithItsPlace(BadInput input, @TempDir Path folder) throws IOException {
        input.check(folder);
    }
}
