package glia.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A technology table read as text by lines, without Glia's reader; it must be laid out as the shipped one. */
final class Technology {
    private static final Pattern ACTION = Pattern.compile("  ([A-Z_]+):");
    private static final Pattern ENERGY = Pattern.compile("    energy: \\{value: ([0-9.]+) pJ,.*");
    private static final Pattern POWER = Pattern.compile("  ([a-z]+): \\{value: ([0-9.]+) uW,.*");

    /** Picojoules by action. */
    final Map<String, BigDecimal> energies = new TreeMap<>();

    /** Microwatts by kind of block. */
    final Map<String, BigDecimal> powers = new TreeMap<>();

    private String action = "";
    private String section = "";

    Technology(String text) {
        text.lines().forEach(this::read);
    }

    private void read(String line) {
        Matcher name = ACTION.matcher(line);
        Matcher energy = ENERGY.matcher(line);
        Matcher power = POWER.matcher(line);
        if (line.matches("\\w+:.*")) {
            section = line.substring(0, line.indexOf(':'));
        } else if (name.matches()) {
            action = name.group(1);
        } else if (energy.matches()) {
            energies.put(action, new BigDecimal(energy.group(1)));
        } else if (power.matches() && section.equals("staticPower")) {
            powers.put(power.group(1), new BigDecimal(power.group(2)));
        }
    }

    /** The text of the shipped table. */
    static String shipped() {
        try (InputStream in = Technology.class.getResourceAsStream("/glia/cli/technologies/rram-32nm.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A table with every energy and every static power twice as large, under another name. */
    static String doubled(String text) {
        StringBuilder out = new StringBuilder();
        Pattern price = Pattern.compile("(.*\\{value: )([0-9.]+)( pJ| uW)(,.*)");
        text.lines().forEach(line -> {
            Matcher matcher = price.matcher(line);
            String now = matcher.matches()
                    ? matcher.group(1)
                            + new BigDecimal(matcher.group(2)).multiply(BigDecimal.valueOf(2))
                            + matcher.group(3)
                            + matcher.group(4)
                    : line;
            out.append(now).append('\n');
        });
        return out.toString().replaceFirst("name: \\S+", "name: doubled");
    }
}
