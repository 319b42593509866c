package glia.cli.trace;

import glia.core.config.InputException;
import glia.core.config.NearestName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an option {@code --trace FORMAT[,option=value...]} asks for.
 *
 * @param format the format
 * @param samples which samples, from and to, the last one not included; unless told, the first ten, or all where cycles are told
 * @param every of them every so many, from the first on
 * @param cycles from and to, the last one not included
 * @param blocks names, or beginnings of names that end at a dot; all if empty
 * @param kinds kinds of message; all if empty
 * @param bin cycles of a bin of power, or as many as make a thousand bins or so
 * @param synapses how many synapses' updates are told at most, of table formats
 * @param limit bytes, after which the trace stops
 */
public record TraceRequest(
        TraceFormat format,
        Range samples,
        long every,
        Range cycles,
        Set<String> blocks,
        Set<String> kinds,
        Optional<Long> bin,
        long synapses,
        long limit) {
    /** How the option is written. */
    public static final String SYNTAX = "FORMAT[,OPTION=VALUE...]";

    private static final List<String> OPTIONS =
            List.of("samples", "every", "cycles", "blocks", "kinds", "bin", "synapses", "limit");

    private static final long DEFAULT_SAMPLES = 10;
    private static final long DEFAULT_SYNAPSES = 1000;
    private static final long DEFAULT_LIMIT = 1_000_000_000;
    private static final Pattern RANGE = Pattern.compile("(\\d{1,18})(?:\\.\\.(\\d{1,18}))?");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,9})\\s*(k|M|G|)B", Pattern.CASE_INSENSITIVE);

    /**
     * A range of numbers.
     *
     * @param from the first
     * @param to behind the last
     */
    public record Range(long from, long to) {
        static final Range ALL = new Range(0, Long.MAX_VALUE);

        /** Whether a number lies in it. */
        public boolean contains(long number) {
            return number >= from && number < to;
        }

        /** Whether something from one number to another lies in it in part. */
        public boolean meets(long start, long end) {
            return start < to && Math.max(end, start + 1) > from;
        }
    }

    /** Reads an option's text. */
    public static TraceRequest of(String text) {
        String[] parts = text.split(",", -1);
        boolean ofCycles = Arrays.stream(parts).anyMatch(part -> part.startsWith("cycles="));
        TraceRequest request = new TraceRequest(
                format(text, parts[0]),
                ofCycles ? Range.ALL : new Range(0, DEFAULT_SAMPLES),
                1,
                Range.ALL,
                Set.of(),
                Set.of(),
                Optional.empty(),
                DEFAULT_SYNAPSES,
                DEFAULT_LIMIT);
        for (int i = 1; i < parts.length; i++) {
            int sign = parts[i].indexOf('=');
            String name = sign < 0 ? parts[i] : parts[i].substring(0, sign);
            if (!OPTIONS.contains(name)) {
                throw complaint(
                        text, "unknown option " + name + NearestName.hint(name, OPTIONS) + "; there are " + OPTIONS);
            }
            if (sign < 0 || sign == parts[i].length() - 1) {
                throw complaint(text, name + " has no value; expected " + name + "=VALUE");
            }
            request = request.with(text, name, parts[i].substring(sign + 1));
        }
        return request;
    }

    private static TraceFormat format(String text, String name) {
        if (!TraceFormat.labels().contains(name)) {
            throw complaint(
                    text,
                    "unknown format " + name + NearestName.hint(name, TraceFormat.labels()) + "; there are "
                            + TraceFormat.labels());
        }
        return TraceFormat.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private TraceRequest with(String text, String name, String value) {
        Range newSamples = name.equals("samples") ? samples(text, value) : samples;
        long newEvery = name.equals("every") ? positive(text, name, value) : every;
        Range newCycles = name.equals("cycles") ? range(text, name, value) : cycles;
        Set<String> newBlocks = name.equals("blocks") ? names(value) : blocks;
        Set<String> newKinds = name.equals("kinds") ? names(value) : kinds;
        Optional<Long> newBin = name.equals("bin") ? Optional.of(positive(text, name, value)) : bin;
        long newSynapses = name.equals("synapses") ? positive(text, name, value) : synapses;
        long newLimit = name.equals("limit") ? size(text, value) : limit;
        return new TraceRequest(
                format, newSamples, newEvery, newCycles, newBlocks, newKinds, newBin, newSynapses, newLimit);
    }

    private static Range samples(String text, String value) {
        if (value.equals("all")) {
            return Range.ALL;
        }
        return value.contains("..") ? range(text, "samples", value) : new Range(0, positive(text, "samples", value));
    }

    private static Range range(String text, String name, String value) {
        Matcher matcher = RANGE.matcher(value);
        if (!matcher.matches() || matcher.group(2) == null) {
            throw complaint(text, name + " is " + value + "; expected a range such as 100..200");
        }
        Range range = new Range(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
        if (range.from >= range.to) {
            throw complaint(text, name + " is " + value + ", which is empty; the end is not included");
        }
        return range;
    }

    private static long positive(String text, String name, String value) {
        if (!value.matches("[1-9]\\d{0,17}")) {
            throw complaint(text, name + " is " + value + "; expected a whole number from 1 on");
        }
        return Long.parseLong(value);
    }

    private static Set<String> names(String value) {
        return new TreeSet<>(List.of(value.split("\\+")));
    }

    private static long size(String text, String value) {
        Matcher matcher = SIZE.matcher(value);
        if (!matcher.matches()) {
            throw complaint(text, "limit is " + value + "; expected a size such as 100MB");
        }
        long unit = switch (matcher.group(2).toUpperCase(Locale.ROOT)) {
            case "K" -> 1_000L;
            case "M" -> 1_000_000L;
            case "G" -> 1_000_000_000L;
            default -> 1L;
        };
        return Long.parseLong(matcher.group(1)) * unit;
    }

    /** Checks that what is named exists on a chip. */
    public void check(TraceModel model) {
        List<String> names = model.blocks().stream().map(block -> block.name()).toList();
        for (String block : blocks) {
            if (names.stream().noneMatch(name -> matches(block, name))) {
                throw complaint(text(), "there is no block " + block + NearestName.hint(block, names));
            }
        }
        for (String kind : kinds) {
            if (!model.kinds().contains(kind)) {
                throw complaint(text(), "there is no kind of message " + kind + NearestName.hint(kind, model.kinds()));
            }
        }
    }

    private String text() {
        return format.label() + ",...";
    }

    private static boolean matches(String wanted, String name) {
        return name.equals(wanted) || name.startsWith(wanted + ".");
    }

    /** Whether a block is asked for. */
    boolean wantsBlock(String name) {
        return blocks.isEmpty() || blocks.stream().anyMatch(block -> matches(block, name));
    }

    /** Whether a kind of message is asked for. */
    boolean wantsKind(String name) {
        return kinds.isEmpty() || kinds.contains(name);
    }

    /** Whether a sample may be asked for, if it starts at a cycle. */
    boolean wantsSample(long sample, long cycle) {
        return samples.contains(sample) && (sample - samples.from()) % every == 0 && cycle < cycles.to();
    }

    private static InputException complaint(String text, String problem) {
        return new InputException("--trace " + text + ": " + problem);
    }
}
