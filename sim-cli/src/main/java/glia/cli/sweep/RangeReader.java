package glia.cli.sweep;

import glia.cli.scenario.YamlReader;
import glia.core.config.InputException;
import glia.core.config.NearestName;
import glia.core.config.Position;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Reads a range: {@code from}, {@code to}, its {@code scale}, and for a list of values {@code step}, {@code count} or {@code factor}. */
final class RangeReader {
    /** What a range may hold. */
    static final List<String> FIELDS = List.of("from", "to", "step", "count", "factor", "scale");

    private static final int MOST_VALUES = 100_000;

    private final Map<String, YamlReader.Listed> values;
    private final String name;
    private final Range range;

    RangeReader(Map<String, YamlReader.Listed> values, String name) {
        this.values = values;
        this.name = name;
        Amount from = amount("from");
        Amount to = amount("to");
        if (!from.unit().equals(to.unit())) {
            throw complaint("to", "a number with the unit of from, " + from.text());
        }
        range = new Range(from.number(), to.number(), from.unit(), scale());
        check();
    }

    private void check() {
        if (range.to().compareTo(range.from()) <= 0) {
            throw complaint("to", "more than from, " + range.from().toPlainString());
        }
        if (range.scale().log() && range.from().signum() <= 0) {
            throw complaint("from", "more than 0 on a scale of logarithms");
        }
        for (String end : List.of("from", "to")) {
            if (range.scale().whole() && !isWhole(amount(end).number())) {
                throw complaint(
                        end, "a whole number on the scale " + range.scale().label());
            }
        }
    }

    private static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0 && number.abs().compareTo(BigDecimal.valueOf(1L << 53)) <= 0;
    }

    private boolean has(String field) {
        return values.containsKey(name + "." + field);
    }

    private YamlReader.Listed written(String field) {
        YamlReader.Listed written = values.get(name + "." + field);
        if (written == null) {
            String key = name.substring(name.indexOf('.') + 1);
            throw new InputException(place(), "the range of " + key + " has no " + field + "; expected from and to");
        }
        return written;
    }

    private String text(String field) {
        YamlReader.Listed written = written(field);
        if (written.list()) {
            throw new InputException(written.position(), field + " is a list; expected one value");
        }
        return written.items().get(0).toString();
    }

    private Amount amount(String field) {
        return Amount.parse(text(field)).orElseThrow(() -> complaint(field, "a number"));
    }

    private Range.Scale scale() {
        if (!has("scale")) {
            return has("factor") ? Range.Scale.LOG : Range.Scale.LINEAR;
        }
        List<String> labels =
                Arrays.stream(Range.Scale.values()).map(Range.Scale::label).toList();
        int index = labels.indexOf(text("scale"));
        if (index < 0) {
            throw complaint("scale", "one of " + String.join(", ", labels) + NearestName.hint(text("scale"), labels));
        }
        return Range.Scale.values()[index];
    }

    private InputException complaint(String field, String expected) {
        return new InputException(written(field).position(), field + " is " + text(field) + "; expected " + expected);
    }

    /** Where the range begins in the file. */
    Position place() {
        return FIELDS.stream()
                .filter(this::has)
                .findFirst()
                .map(field -> written(field).position())
                .orElseThrow(() -> new IllegalStateException(name + " is no range"));
    }

    /** The least and the greatest value. */
    List<String> ends() {
        return List.of(new Amount(range.from(), range.unit()).text(), new Amount(range.to(), range.unit()).text());
    }

    /** The axis of a key: a list of values, or a range to draw from. */
    Axis axis(String key, boolean listed) {
        List<String> steps =
                List.of("step", "count", "factor").stream().filter(this::has).toList();
        if (!listed) {
            if (!steps.isEmpty()) {
                throw new InputException(
                        written(steps.get(0)).keyPosition(),
                        steps.get(0) + " is for grids; values are drawn from the whole range");
            }
            return new RangeAxis(key, range);
        }
        if (steps.size() != 1) {
            Position place = steps.isEmpty() ? place() : written(steps.get(1)).keyPosition();
            throw new InputException(
                    place,
                    "the range of " + key + " has " + (steps.isEmpty() ? "no" : "more than one")
                            + " of step, count and factor; expected one of them");
        }
        return ListAxis.of(key, values(steps.get(0)).stream().distinct().toList());
    }

    private List<String> values(String field) {
        if (field.equals("count")) {
            return counted();
        }
        Amount amount = amount(field);
        boolean step = field.equals("step");
        if (step
                && (amount.number().signum() <= 0
                        || !amount.unit().equals(amount("from").unit()))) {
            throw complaint(field, "a number above 0 with the unit of from");
        }
        if (step && range.scale().log()) {
            throw complaint(field, "no step on a scale of logarithms, but a factor or a count");
        }
        if (step && range.steps(amount.number()).compareTo(BigDecimal.valueOf(MOST_VALUES)) > 0) {
            throw complaint(field, "at most " + MOST_VALUES + " steps");
        }
        if (!step
                && (amount.number().compareTo(new BigDecimal("1.001")) < 0
                        || range.from().signum() <= 0)) {
            throw complaint(field, "a number of at least 1.001, and from above 0");
        }
        return step ? range.stepped(amount.number()) : range.multiplied(amount.number());
    }

    private List<String> counted() {
        BigDecimal count = amount("count").number();
        if (!isWhole(count)
                || count.compareTo(BigDecimal.valueOf(2)) < 0
                || count.compareTo(BigDecimal.valueOf(MOST_VALUES)) > 0) {
            throw complaint("count", "a whole number from 2 to " + MOST_VALUES);
        }
        return range.counted(count.intValue());
    }
}
