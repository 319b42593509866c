package glia.cli.reproduce;

import glia.core.config.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/** Seeds as written on the command line: {@code 1-3}, {@code 5}, or {@code 1,4-6}. */
public final class SeedRange {
    private static final Pattern PART = Pattern.compile("(\\d{1,9})(?:-(\\d{1,9}))?");
    private static final int MOST = 100;

    private SeedRange() {}

    /** The seeds, in order of writing. */
    public static List<Long> parse(String text) {
        List<Long> seeds = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            Matcher matcher = PART.matcher(part.trim());
            if (!matcher.matches()) {
                throw complaint(text);
            }
            long first = Long.parseLong(matcher.group(1));
            long last = matcher.group(2) == null ? first : Long.parseLong(matcher.group(2));
            if (last < first || last - first >= MOST) {
                throw complaint(text);
            }
            LongStream.rangeClosed(first, last).forEach(seeds::add);
        }
        if (seeds.stream().distinct().count() < seeds.size() || seeds.size() > MOST) {
            throw complaint(text);
        }
        return seeds;
    }

    private static InputException complaint(String text) {
        return new InputException(
                "--seeds: " + text + "; expected different seeds such as 1-3 or 1,5, at most " + MOST);
    }
}
