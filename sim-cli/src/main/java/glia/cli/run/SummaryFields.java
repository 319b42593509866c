package glia.cli.run;

import com.fasterxml.jackson.databind.JsonNode;
import glia.core.config.InputException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;

/** The fields of a {@code summary.json} by their paths, such as {@code /time/cycles}; one that is missing or of another kind is refused. */
final class SummaryFields {
    /** No figure of a run has more digits before or behind its point. */
    private static final int MOST_DIGITS = 300;

    private final Path file;
    private final JsonNode root;

    SummaryFields(Path file, JsonNode root) {
        this.file = file;
        this.root = root;
    }

    /** A text. */
    String text(String path) {
        JsonNode node = root.at(path);
        if (!node.isTextual()) {
            throw complaint(path, "a text");
        }
        return node.textValue();
    }

    /** A text that not every run has. */
    Optional<String> optionalText(String path) {
        return isAbsent(path) ? Optional.empty() : Optional.of(text(path));
    }

    /** Yes or no. */
    boolean flag(String path) {
        JsonNode node = root.at(path);
        if (!node.isBoolean()) {
            throw complaint(path, "true or false");
        }
        return node.booleanValue();
    }

    /** A whole number of at least 0. */
    long count(String path) {
        JsonNode node = root.at(path);
        if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < 0) {
            throw complaint(path, "a whole number of at least 0");
        }
        return node.longValue();
    }

    /** A whole number of at least 1. */
    long positive(String path) {
        long value = count(path);
        if (value == 0) {
            throw complaint(path, "a whole number of at least 1");
        }
        return value;
    }

    /** A decimal number of at least 0. */
    BigDecimal number(String path) {
        JsonNode node = root.at(path);
        if (node.isNumber()) {
            BigDecimal value = node.decimalValue();
            boolean plain = Math.abs((long) value.scale()) <= MOST_DIGITS && value.precision() <= MOST_DIGITS;
            if (plain && value.signum() >= 0) {
                return value;
            }
        }
        throw complaint(path, "a number of at least 0");
    }

    /** A share of 1. */
    BigDecimal share(String path) {
        BigDecimal value = number(path);
        if (value.compareTo(BigDecimal.ONE) > 0) {
            throw complaint(path, "a number from 0 to 1");
        }
        return value;
    }

    /** A share of 1 that not every run has. */
    Optional<BigDecimal> optionalShare(String path) {
        return isAbsent(path) ? Optional.empty() : Optional.of(share(path));
    }

    private boolean isAbsent(String path) {
        return root.at(path).isMissingNode() || root.at(path).isNull();
    }

    /** A complaint about a field's value. */
    InputException complaint(String path, String expected) {
        JsonNode node = root.at(path);
        String name = path.substring(1).replace('/', '.');
        String found = node.isMissingNode() ? "has no " + name : name + " is " + shortened(node.toString());
        return new InputException(file + ": " + found + "; expected " + expected);
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 37) + "...";
    }
}
