package glia.learning.rule;

import glia.core.stat.Distribution;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * All objects that can be reached from one, field by field, compared with those reached from another of the same kind. Nothing is left
 * out but the fields that are named, so that state which somebody forgets to save is found.
 */
final class ObjectGraph {
    private record Pair(Object one, Object other, String path) {}

    private final Set<String> leftOut;
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Pair> pending = new ArrayDeque<>();
    private final List<String> differences = new ArrayList<>();

    private ObjectGraph(Set<String> leftOut) {
        this.leftOut = leftOut;
    }

    /**
     * The paths at which two graphs differ; none, if they are alike.
     *
     * @param leftOut fields that may differ, as {@code Class.field}
     */
    static List<String> differences(Object one, Object other, Set<String> leftOut) {
        ObjectGraph graph = new ObjectGraph(leftOut);
        graph.compare(one, other, one.getClass().getSimpleName());
        while (!graph.pending.isEmpty()) {
            Pair next = graph.pending.pop();
            graph.look(next.one, next.other, next.path);
        }
        return graph.differences;
    }

    private void compare(Object one, Object other, String path) {
        boolean lists = one instanceof List && other instanceof List;
        if (!lists && !Objects.equals(kind(one), kind(other))) {
            differ(path, kind(one), kind(other));
        } else if (one == null) {
            return;
        } else if (isValue(one)) {
            if (!one.equals(other)) {
                differ(path, one, other);
            }
        } else if (seen.add(one)) {
            pending.push(new Pair(one, other, path));
        }
    }

    /** What Java itself knows is compared by what it says of itself, unless it holds other objects. */
    private static boolean isValue(Object object) {
        boolean holds = object instanceof Optional || object instanceof Collection || object instanceof Map;
        return object instanceof Enum || (object.getClass().getName().startsWith("java.") && !holds);
    }

    private static String kind(Object object) {
        return object == null ? "null" : object.getClass().getName();
    }

    private void differ(String path, Object one, Object other) {
        differences.add(path + ": " + one + " and " + other);
    }

    private void look(Object one, Object other, String path) {
        if (one.getClass().isArray()) {
            compareArrays(one, other, path);
        } else if (one instanceof Optional<?> optional) {
            compare(optional.orElse(null), ((Optional<?>) other).orElse(null), path);
        } else if (one instanceof Collection<?> collection) {
            compareAll(collection, (Collection<?>) other, path);
        } else if (one instanceof Map<?, ?> map) {
            compareMaps(map, (Map<?, ?>) other, path);
        } else if (one instanceof Distribution distribution) {
            compare(distribution.tag(), ((Distribution) other).tag(), path + ".tag");
            compareAll(distribution.occurrences(), ((Distribution) other).occurrences(), path);
        } else {
            compareFields(one, other, path);
        }
    }

    private void compareArrays(Object one, Object other, String path) {
        if (Array.getLength(one) != Array.getLength(other)) {
            differ(path + ".length", Array.getLength(one), Array.getLength(other));
        } else if (one.getClass().getComponentType().isPrimitive()) {
            if (!Arrays.deepEquals(new Object[] {one}, new Object[] {other})) {
                differ(path, Arrays.deepToString(new Object[] {one}), Arrays.deepToString(new Object[] {other}));
            }
        } else {
            for (int i = 0; i < Array.getLength(one); i++) {
                compare(Array.get(one, i), Array.get(other, i), path + "[" + i + "]");
            }
        }
    }

    private void compareAll(Collection<?> one, Collection<?> other, String path) {
        if (one.size() != other.size()) {
            differ(path + ".size", one.size(), other.size());
            return;
        }
        Iterator<?> others = other.iterator();
        int i = 0;
        for (Object each : one) {
            compare(each, others.next(), path + "[" + i++ + "]");
        }
    }

    private void compareMaps(Map<?, ?> one, Map<?, ?> other, String path) {
        if (!one.isEmpty() && other.keySet().containsAll(one.keySet())) {
            one.forEach((key, value) -> compare(value, other.get(key), path + "{" + key + "}"));
            compare(one.size(), other.size(), path + ".size");
        } else {
            compareAll(one.keySet(), other.keySet(), path + ".keys");
            compareAll(one.values(), other.values(), path + ".values");
        }
    }

    private void compareFields(Object one, Object other, String path) {
        for (Class<?> kind = one.getClass(); kind != Object.class; kind = kind.getSuperclass()) {
            for (Field field : kind.getDeclaredFields()) {
                String name = kind.getSimpleName() + "." + field.getName();
                if (!Modifier.isStatic(field.getModifiers()) && !leftOut.contains(name)) {
                    compare(value(field, one), value(field, other), path + "." + field.getName());
                }
            }
        }
    }

    private static Object value(Field field, Object of) {
        try {
            field.setAccessible(true);
            return field.get(of);
        } catch (IllegalAccessException closed) {
            throw new IllegalStateException(field + " cannot be read", closed);
        }
    }
}
