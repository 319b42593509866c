package glia.cli.scenario;

import glia.core.config.InputException;
import glia.core.config.Position;
import glia.core.config.Written;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads YAML into values by dotted name, each with the line and column where it was written. */
public final class YamlReader {
    private static final int DEEPEST = 20;
    private static final int MOST_VALUES = 10_000;
    private static final String NESTED = "is nested too deep; expected sections within sections, at most " + DEEPEST;

    private final String source;
    private final Map<String, Listed> values = new LinkedHashMap<>();

    /**
     * What was written under a name, each item with its place.
     *
     * @param list whether it was written as a list
     * @param keyPosition where its key was written
     * @param position where it was written itself
     * @param items one, if it is no list; an item may be a list of single values
     */
    public record Listed(boolean list, Position keyPosition, Position position, List<Written> items) {
        private Written flat(String name) {
            for (Written item : items) {
                if (item.list()) {
                    throw new InputException(item.position(), "an item of " + name + " should be a single value");
                }
            }
            return new Written(items.stream().map(Written::toString).toList(), list, keyPosition, position);
        }
    }

    private YamlReader(String source) {
        this.source = source;
    }

    /** Reads a text; {@code source} is the name that complaints give it. */
    public static Map<String, Written> read(String text, String source) {
        Map<String, Written> flat = new LinkedHashMap<>();
        readLists(text, source).forEach((name, value) -> flat.put(name, value.flat(name)));
        return flat;
    }

    /** As {@link #read}, where the items of a list may be lists. */
    public static Map<String, Listed> readLists(String text, String source) {
        YamlReader reader = new YamlReader(source);
        reader.compose(text).ifPresent(root -> reader.flatten("", root, 0));
        return reader.values;
    }

    private Optional<Node> compose(String text) {
        LoadSettings settings = LoadSettings.builder().setLabel(source).build();
        try {
            return new Compose(settings).composeString(text);
        } catch (MarkedYamlEngineException broken) {
            Position position = broken.getProblemMark().map(this::position).orElse(Position.of(source));
            throw new InputException(position, "not YAML: " + oneLine(broken.getProblem()));
        } catch (StackOverflowError tooDeep) {
            throw new InputException(Position.of(source), NESTED);
        } catch (YamlEngineException broken) {
            throw new InputException(Position.of(source), "not YAML: " + oneLine(String.valueOf(broken.getMessage())));
        }
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").trim();
    }

    private void flatten(String prefix, Node node, int depth) {
        if (depth > DEEPEST) {
            throw new InputException(position(node), NESTED);
        }
        if (!(node instanceof MappingNode mapping)) {
            throw new InputException(
                    position(node), (prefix.isEmpty() ? "the file" : prefix) + " should hold keys with values");
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = scalar(tuple.getKeyNode(), "a key");
            String name = prefix.isEmpty() ? key : prefix + "." + key;
            Node value = tuple.getValueNode();
            if (value instanceof MappingNode) {
                flatten(name, value, depth + 1);
            } else {
                put(name, tuple.getKeyNode(), value);
            }
        }
    }

    private void put(String name, Node key, Node value) {
        List<Written> items = new ArrayList<>();
        boolean list = value instanceof SequenceNode;
        if (value instanceof SequenceNode sequence) {
            sequence.getValue().forEach(item -> items.add(written(item, "an item of " + name, key)));
        } else {
            items.add(written(value, name, key));
        }
        if (values.size() == MOST_VALUES) {
            throw new InputException(position(key), "has more than " + MOST_VALUES + " values");
        }
        Listed old = values.put(name, new Listed(list, position(key), position(value), items));
        if (old != null) {
            throw new InputException(position(key), name + " is given twice; first at " + old.keyPosition());
        }
    }

    private Written written(Node node, String what, Node key) {
        List<String> texts = new ArrayList<>();
        boolean list = node instanceof SequenceNode;
        if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(item -> texts.add(scalar(item, what)));
        } else {
            texts.add(scalar(node, what));
        }
        return new Written(texts, list, position(key), position(node));
    }

    private String scalar(Node node, String what) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw new InputException(position(node), what + " should be a single value");
    }

    private Position position(Node node) {
        return node.getStartMark().map(this::position).orElse(Position.of(source));
    }

    private Position position(Mark mark) {
        return new Position(source, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
