package glia.cli.sweep;

import glia.core.config.InputException;
import glia.core.config.Key;
import glia.core.config.NearestName;
import glia.core.config.Position;
import glia.core.config.Written;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A comparison between keys that every point meets: {@code side OPERATOR side}, with blanks between words. A side is a product of
 * keys and numbers, or a value of the key on the other side.
 */
final class Constraint {
    private static final List<String> OPERATORS = List.of("<=", ">=", "<", ">", "==", "!=");
    private static final String FORM = "expected a comparison such as 'chip.tile.rows * chip.tile.columns <= 16384'";

    private final String text;
    private final Position position;
    private final Map<String, Key> keys;
    private final String operator;
    private final List<String> left;
    private final List<String> right;

    private Constraint(String text, Position position, Map<String, Key> keys, int split, List<String> words) {
        this.text = text;
        this.position = position;
        this.keys = keys;
        operator = words.get(split);
        left = words.subList(0, split);
        right = words.subList(split + 1, words.size());
    }

    /** Reads a constraint; keys are those that there are. */
    static Constraint parse(Written written, Map<String, Key> keys) {
        String text = written.toString();
        List<String> words = List.of(text.trim().split("\\s+"));
        List<Integer> splits = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (OPERATORS.contains(words.get(i))) {
                splits.add(i);
            }
        }
        boolean whole = splits.size() == 1 && splits.get(0) > 0 && splits.get(0) < words.size() - 1;
        if (!whole || written.list()) {
            throw new InputException(
                    written.position(),
                    "constraint '" + text + "'; " + FORM + ", with one of " + String.join(", ", OPERATORS));
        }
        Constraint constraint = new Constraint(text, written.position(), keys, splits.get(0), words);
        constraint.checkNames();
        return constraint;
    }

    private void checkNames() {
        if (keys().isEmpty()) {
            for (String word : List.of(left.get(0), right.get(0))) {
                if (Amount.parse(word).isEmpty()) {
                    throw complaint("unknown key " + word + NearestName.hint(word, keys.keySet()));
                }
            }
            throw complaint("has no key; " + FORM);
        }
        for (List<String> side : List.of(left, right)) {
            List<String> other = side == left ? right : left;
            if (!isProduct(side) && !(isKey(other) && !side.contains("*"))) {
                throw complaint(wrongWord(side));
            }
        }
    }

    private String wrongWord(List<String> side) {
        for (int i = 0; i < side.size(); i++) {
            String word = side.get(i);
            if (i % 2 == 0 ? !keys.containsKey(word) && !isNumber(word) : !word.equals("*")) {
                return i % 2 == 0
                        ? "unknown key " + word + NearestName.hint(word, keys.keySet())
                        : "found " + word + "; expected *";
            }
        }
        return "ends in *; expected a key or a number behind it";
    }

    private boolean isKey(List<String> side) {
        return side.size() == 1 && keys.containsKey(side.get(0));
    }

    private static boolean isNumber(String word) {
        return Amount.parse(word).filter(amount -> amount.unit().isEmpty()).isPresent();
    }

    private boolean isProduct(List<String> side) {
        for (int i = 0; i < side.size(); i++) {
            String word = side.get(i);
            if (i % 2 == 0 ? !keys.containsKey(word) && !isNumber(word) : !word.equals("*")) {
                return false;
            }
        }
        return side.size() % 2 == 1;
    }

    private InputException complaint(String problem) {
        return new InputException(position, "constraint '" + text + "': " + problem);
    }

    /** The keys that it speaks of. */
    Set<String> keys() {
        Set<String> used = new LinkedHashSet<>();
        for (List<String> side : List.of(left, right)) {
            side.stream().filter(keys::containsKey).forEach(used::add);
        }
        return used;
    }

    /** Whether values, as texts by key, meet it. */
    boolean holds(UnaryOperator<String> values) {
        Object one = value(left, right, values);
        Object other = value(right, left, values);
        if (one instanceof BigDecimal a && other instanceof BigDecimal b) {
            return compare(a.compareTo(b));
        }
        if (!operator.equals("==") && !operator.equals("!=")) {
            throw complaint(shown(one, other) + " is no number; only == and != compare it");
        }
        return one.equals(other) == operator.equals("==");
    }

    private static Object shown(Object one, Object other) {
        return one instanceof BigDecimal ? other : one;
    }

    private boolean compare(int sign) {
        return switch (operator) {
            case "<=" -> sign <= 0;
            case ">=" -> sign >= 0;
            case "<" -> sign < 0;
            case ">" -> sign > 0;
            case "==" -> sign == 0;
            default -> sign != 0;
        };
    }

    private Object value(List<String> side, List<String> other, UnaryOperator<String> values) {
        if (!isProduct(side)) {
            return parsed(other.get(0), String.join(" ", side));
        }
        if (side.size() == 1) {
            return factor(side.get(0), values);
        }
        BigDecimal product = BigDecimal.ONE;
        for (int i = 0; i < side.size(); i += 2) {
            if (!(factor(side.get(i), values) instanceof BigDecimal number)) {
                throw complaint(side.get(i) + " is " + values.apply(side.get(i)) + "; expected a number");
            }
            product = product.multiply(number);
        }
        return product;
    }

    private Object factor(String word, UnaryOperator<String> values) {
        return keys.containsKey(word) ? parsed(word, values.apply(word)) : new BigDecimal(word);
    }

    private Object parsed(String name, String value) {
        Key key = Optional.ofNullable(keys.get(name))
                .orElseThrow(() -> new IllegalStateException("there is no key " + name));
        try {
            Object read = key.type().parser().apply(Written.of(value, position).items());
            return read instanceof Long || read instanceof Double ? new BigDecimal(read.toString()) : read;
        } catch (IllegalArgumentException wrong) {
            throw complaint(name + " is compared with " + value + "; expected " + wrong.getMessage());
        }
    }

    /** As it was written. */
    @Override
    public String toString() {
        return text;
    }
}
