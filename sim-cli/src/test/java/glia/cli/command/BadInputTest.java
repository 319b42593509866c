package glia.cli.command;

import static glia.cli.command.BadInput.of;
import static glia.cli.command.BadInput.set;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Arguments and single values that cannot be used. Files have tables of their own beside this one. */
class BadInputTest {
    private static final String SEE_RUN = " (see glia run --help)";
    private static final String LIST =
            "expected a list of at least 2 whole numbers from 1 to 1000000, such as [784, 64, 10]";
    private static final String HERTZ =
            "expected a quantity from 1 Hz to 100 GHz (a number with a unit: GHz, MHz, kHz, Hz)";

    static Stream<BadInput> arguments() {
        return Stream.of(
                of("unknown command", "Unmatched argument at index 0: 'xyz' (see glia --help)", "xyz"),
                of(
                        "unknown command, near one",
                        "Unmatched argument at index 0: 'descibe'; did you mean describe? (see glia --help)",
                        "descibe"),
                of("unknown option", "Unknown option: '--fast'" + SEE_RUN, "run", "tiny", "--fast"),
                of(
                        "unknown option, near one",
                        "Unknown option: '--quite'; did you mean --quiet?" + SEE_RUN,
                        "run",
                        "tiny",
                        "--quite"),
                of("two scenarios", "Unmatched argument at index 2: 'mnist'" + SEE_RUN, "run", "tiny", "mnist"),
                of(
                        "option without its value",
                        "Missing required parameter for option '--out' (DIR)" + SEE_RUN,
                        "run",
                        "tiny",
                        "--out"),
                of(
                        "option given twice",
                        "option '--out' (DIR) should be specified only once" + SEE_RUN,
                        "run",
                        "tiny",
                        "--out",
                        "DIR/out",
                        "--out",
                        "DIR/other"),
                of(
                        "missing argument",
                        "Missing required parameter: 'RUN|WEIGHTS' (see glia evaluate --help)",
                        "evaluate"),
                of("missing run", "Missing required parameter: 'RUN' (see glia resume --help)", "resume"),
                of(
                        "missing option",
                        "Missing required option: '--technology=FILE' (see glia recost --help)",
                        "recost",
                        "DIR"),
                of("missing run", "Missing required parameter: 'RUN' (see glia retime --help)", "retime"),
                of("missing name", "Missing required parameter: 'NAME' (see glia data fetch --help)", "data", "fetch"),
                of(
                        "unknown trace",
                        "--trace perfeto: unknown format perfeto; did you mean perfetto?; there are [perfetto, vcd, parquet, csv]",
                        "run",
                        "tiny",
                        "--trace",
                        "perfeto"),
                of(
                        "unknown option of a trace",
                        "--trace vcd,sample=3: unknown option sample; did you mean samples?; there are [samples, every, cycles,"
                                + " blocks, kinds, bin, synapses, limit]",
                        "run",
                        "tiny",
                        "--trace",
                        "vcd,sample=3"),
                of(
                        "empty range of a trace",
                        "--trace csv,samples=5..5: samples is 5..5, which is empty; the end is not included",
                        "run",
                        "tiny",
                        "--trace",
                        "csv,samples=5..5"),
                of(
                        "cycles without an end",
                        "--trace csv,cycles=5: cycles is 5; expected a range such as 100..200",
                        "run",
                        "tiny",
                        "--trace",
                        "csv,cycles=5"),
                of(
                        "trace of every 0th sample",
                        "--trace csv,every=0: every is 0; expected a whole number from 1 on",
                        "run",
                        "tiny",
                        "--trace",
                        "csv,every=0"),
                of(
                        "option of a trace without value",
                        "--trace csv,bin: bin has no value; expected bin=VALUE",
                        "run",
                        "tiny",
                        "--trace",
                        "csv,bin"),
                of(
                        "limit without unit",
                        "--trace csv,limit=5: limit is 5; expected a size such as 100MB",
                        "run",
                        "tiny",
                        "--trace",
                        "csv,limit=5"),
                of(
                        "trace of no block",
                        "--trace csv,...: there is no block layer1.neuron; did you mean layer1.neurons?",
                        "run",
                        "tiny",
                        "--out",
                        "DIR/traced",
                        "--trace",
                        "csv,blocks=layer1.neuron"),
                of(
                        "trace of no kind of message",
                        "--trace csv,...: there is no kind of message Deltavec; did you mean DeltaVec?",
                        "run",
                        "tiny",
                        "--out",
                        "DIR/traced",
                        "--trace",
                        "csv,kinds=Deltavec"),
                of(
                        "tracing what is no run",
                        "DIR: is no run; expected a folder with summary.json and scenario.yaml",
                        "trace",
                        "DIR",
                        "--trace",
                        "csv"),
                of("no sample to verify", "--samples is 0; expected at least 1", "verify", "tiny", "--samples", "0"),
                of(
                        "samples in words",
                        "Invalid value for option '--samples': 'some' is not a long (see glia verify --help)",
                        "verify",
                        "tiny",
                        "--samples",
                        "some"),
                of(
                        "unknown topic of help",
                        "no help on scenarios; did you mean scenario?; there is help on run, resume, describe, evaluate,"
                                + " trace, verify, recost, retime, technology, compare, sweep, pareto, endurance, report,"
                                + " reproduce, data, bench, help, scenario",
                        "help",
                        "scenarios"),
                of(
                        "unknown set to fetch",
                        "no set fashon-mnist to fetch; expected one of mnist, fashion-mnist; did you mean fashion-mnist?",
                        "data",
                        "fetch",
                        "fashon-mnist",
                        "--to",
                        "DIR/data"),
                of(
                        "home that is no web address",
                        "the home ftp://example.org/; expected an address that begins with https:// or http://",
                        "data",
                        "fetch",
                        "mnist",
                        "--from",
                        "ftp://example.org/",
                        "--to",
                        "DIR/data"),
                of(
                        "missing scenario",
                        "scenario tinny is neither a file nor one of glyphs, mnist, fashion-mnist, cifar-10, tiny,"
                                + " mnist-label, mnist-expected, mnist-runner-up, mnist-learning-astrocyte,"
                                + " mnist-undirected, mnist-node-perturbation, mnist-aligned, mnist-hebbian,"
                                + " mnist-hebbian-ternary, mnist-hebbian-deltavecs, mnist-backpropagation, mnist-sign-sgd,"
                                + " fashion-mnist-backpropagation, cifar-10-backpropagation,"
                                + " cifar-10-learning-astrocyte, isaac-like, sram-cim-like, loihi-like, neurosim-400-100-10,"
                                + " glyphs-in-place, mnist-in-place; did you mean tiny?",
                        "run",
                        "tinny"),
                of("folder as scenario", "DIR: is a folder; expected a YAML file", "run", "DIR"),
                of(
                        "seed in words",
                        "--set: run.seed is lucky; expected a whole number of at least 0",
                        "run",
                        "tiny",
                        "--seed",
                        "lucky"),
                of(
                        "negative seed",
                        "--set: run.seed is -1; expected a whole number of at least 0",
                        "run",
                        "tiny",
                        "--seed=-1"));
    }

    static Stream<BadInput> keysAndUnits() {
        return Stream.of(
                set(
                        "unknown key",
                        "unknown key learning.epsilom; did you mean learning.epsilon?",
                        "learning.epsilom=1"),
                set("unknown key, near none", "unknown key colour", "colour=blue"),
                set("section as a key", "chip.tile is a section; expected keys with values in it", "chip.tile=4"),
                set("key without its section", "unknown key rows; did you mean chip.tile.rows?", "rows=4"),
                set("no equals sign", "chip.clock is no key=value", "chip.clock"),
                set("no key", "=5 is no key=value", "=5"),
                set("wrong unit", "chip.clock is 100 parsecs; " + HERTZ, "chip.clock=100 parsecs"),
                set("missing unit", "chip.clock is 100; " + HERTZ, "chip.clock=100"),
                set("unit of another dimension", "chip.clock is 10 ns; " + HERTZ, "chip.clock=10 ns"),
                set(
                        "unit without a number",
                        "chip.clock is MHz; expected a quantity from 1 Hz to 100 GHz (a number before the unit, such as 1"
                                + " Hz)",
                        "chip.clock=MHz"),
                set(
                        "quantity out of range",
                        "chip.clock is 101 GHz; expected a quantity from 1 Hz to 100 GHz",
                        "chip.clock=101 GHz"),
                set(
                        "negative quantity",
                        "chip.clock is -1 MHz; expected a quantity from 1 Hz to 100 GHz",
                        "chip.clock=-1 MHz"),
                set(
                        "quantity beyond all",
                        "chip.clock is 1e2147483647 GHz; expected a quantity from 1 Hz to 100 GHz (a number of at most 100 digits before the unit)",
                        "chip.clock=1e2147483647 GHz"),
                set(
                        "part of a bit",
                        "chip.bus.width is 1.5 bit; expected a whole number of bits",
                        "chip.bus.width=1.5 bit"),
                set(
                        "link without width",
                        "chip.interconnect.width is 0 bit; expected a quantity from 1 bit to 65536 bit",
                        "chip.interconnect.width=0 bit"),
                set(
                        "list where a value is expected",
                        "chip.tile.rows is [4]; expected a whole number from 1 to 65536",
                        "chip.tile.rows=[4]"),
                set("value where a list is expected", "network.layers is 4; " + LIST, "network.layers=4"),
                set("one layer only", "network.layers is [4]; " + LIST, "network.layers=[4]"),
                set("no layer", "network.layers is []; " + LIST, "network.layers=[]"),
                set("zero neurons", "network.layers is [4, 0, 2]; " + LIST, "network.layers=[4, 0, 2]"),
                set("layer in words", "network.layers is [4, few, 2]; " + LIST, "network.layers=[4, few, 2]"));
    }

    static Stream<BadInput> numbers() {
        return Stream.of(
                whole("words as a number", "chip.tile.rows", "many", "from 1 to 65536"),
                whole("no number at all", "chip.tile.rows", "", "from 1 to 65536"),
                whole("part of a row", "chip.tile.rows", "2.5", "from 1 to 65536"),
                whole("tile without rows", "chip.tile.rows", "0", "from 1 to 65536"),
                whole("tile without columns", "chip.tile.columns", "0", "from 1 to 65536"),
                whole("absurd tile", "chip.tile.columns", "65537", "from 1 to 65536"),
                whole("number beyond all", "chip.tile.rows", "1e999999999", "from 1 to 65536"),
                whole("not a number as a whole one", "chip.tile.rows", "NaN", "from 1 to 65536"),
                whole("negative lanes", "chip.neurons.lanes", "-16", "from 1 to 65536"),
                whole("no bus stage", "chip.bus.depth", "0", "from 1 to 1000"),
                whole("negative seed", "run.seed", "-1", "of at least 0"),
                whole("seed too large", "run.seed", "9223372036854775808", "of at least 0"),
                set(
                        "no refresh",
                        "learning.deltaVecPeriod is 0; expected auto or a whole number of at least 1",
                        "learning.deltaVecPeriod=0"),
                set(
                        "negative sweeps",
                        "learning.sweeps is -1; expected auto or a whole number from 0 to 10000",
                        "learning.sweeps=-1"),
                of(
                        "probes of what is drawn",
                        "--set: learning.deltaVecSource is sparse; expected exemplars with recall random-map, which is"
                                + " never probed",
                        "run",
                        "tiny",
                        "--set=learning.deltaVecSource=sparse",
                        "--set=learning.recall=random-map"),
                number("no epoch", "run.epochs", "0", "from 0.0001 to 1000000"),
                number("no perturbation", "learning.epsilon", "0", "from 1.0E-9 to 1000"),
                number("no probe", "learning.probeStep", "0", "from 0.000001 to 100"),
                number("not a number", "learning.rate", "NaN", "from 0 to 1000000"),
                number("infinite", "learning.rate", "Infinity", "from 0 to 1000000"),
                number("infinite in digits", "learning.epsilon", "1e400", "from 1.0E-9 to 1000"),
                number("negative rate", "learning.rate", "-0.1", "from 0 to 1000000"),
                number("rate in words", "learning.rate", "fast", "from 0 to 1000000"),
                number("target above 100", "run.targetAccuracy", "101", "from 0 to 100"),
                set("neither yes nor no", "chip.zeroGating is yes; expected true or false", "chip.zeroGating=yes"));
    }

    /** The word beside the numbers belongs to what is expected. */
    static Stream<BadInput> numbersOrWords() {
        return Stream.of(
                set(
                        "memory above 1",
                        "learning.deltaVecMemory is 2; expected auto or a number from 0 to 1",
                        "learning.deltaVecMemory=2"),
                set(
                        "evaluation at no sample",
                        "run.evaluateEvery is 0; expected epoch or a whole number of at least 1",
                        "run.evaluateEvery=0"),
                set(
                        "no training sample",
                        "data.train is 0; expected all or a whole number from 1 to 2147483647",
                        "data.train=0"),
                set(
                        "gamma in words",
                        "learning.gamma is on; expected off or a number from 0 to 1.0E9",
                        "learning.gamma=on"));
    }

    static Stream<BadInput> words() {
        return Stream.of(
                choice(
                        "learning.rule",
                        "delta-mdg",
                        "delta-mgd, undirected-mgd, node-perturbation, aligned-mgd, hebbian-mgd, backpropagation,"
                                + " sign-sgd; did you mean delta-mgd?"),
                choice(
                        "learning.recall",
                        "lable",
                        "error, expected, runner-up, label, random-map, random-table; did you mean label?"),
                choice("learning.slope", "exakt", "exact, two-level, none; did you mean exact?"),
                choice("learning.norm", "none", "global, deferred, layer"),
                choice("learning.lastLayer", "perturbt", "perturbed, exact; did you mean perturbed?"),
                choice("learning.schedule", "cos", "cosine, constant, linear, exponential, step"),
                choice("network.activation", "TANH", "tanh, relu, identity; did you mean tanh?"),
                choice("network.cost", "mae", "cross-entropy, mse, linear; did you mean mse?"),
                choice(
                        "chip.device",
                        "memristor",
                        "ideal, quantized, pulsed, measured, sram, ag-a-si, taox-hfox, alox-hfo2, epiram, gst-pcm, hzo-fefet, ecram,"
                                + " embedded-flash, or a YAML file"),
                choice("chip.interconnect.kind", "torus", "point-to-point, shared-bus, h-tree, mesh"),
                choice("chip.interconnect.arbiter", "robin", "round-robin, fixed-priority"),
                whole("a packet of no beat", "chip.interconnect.packet", "0", "from 1 to 1000000"),
                whole("no buffer", "chip.interconnect.buffers", "0", "from 1 to 1000000"),
                choice("chip.bus.medium", "ring", "bus, tree, mesh"),
                choice("chip.bus.arbiter", "robin", "round-robin, fixed-priority"),
                choice("data.standardise", "yes", "auto, none, scalar, per-feature"),
                of(
                        "unknown technology",
                        "technology rram-23nm is neither a file nor one of rram-32nm, rram-65nm, isaac-32nm,"
                                + " neurosim-agsi-32nm, sram-cim-65nm, sram-cim-22nm, sram-7nm, loihi-14nm; did you mean"
                                + " rram-32nm?",
                        "run",
                        "tiny",
                        "--set",
                        "technology=rram-23nm"),
                set(
                        "network larger than the chip",
                        "chip.tiles is 5; expected at least 6, which network [4, 3, 2] needs with tiles of 2 x 2",
                        "chip.tiles=5"));
    }

    private static BadInput whole(String what, String key, String value, String range) {
        return set(what, key + " is " + value + "; expected a whole number " + range, key + "=" + value);
    }

    private static BadInput number(String what, String key, String value, String range) {
        return set(what, key + " is " + value + "; expected a number " + range, key + "=" + value);
    }

    private static BadInput choice(String key, String value, String expected) {
        return set("unknown " + key, key + " is " + value + "; expected one of " + expected, key + "=" + value);
    }

    @ParameterizedTest
    @MethodSource({"arguments", "keysAndUnits", "numbers", "numbersOrWords", "words"})
    void isAnsweredInOneLine(BadInput input, @TempDir Path folder) throws IOException {
        input.check(folder);
    }
}
