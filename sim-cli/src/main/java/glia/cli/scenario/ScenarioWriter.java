package glia.cli.scenario;

import glia.core.config.Key;
import glia.core.config.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes settings as YAML, and what each key means for people. */
public final class ScenarioWriter {
    private ScenarioWriter() {}

    /** All keys with their values, some of them replaced. */
    static String write(Settings settings, Map<String, String> replaced) {
        StringBuilder out = new StringBuilder();
        List<String> open = List.of();
        for (Key key : settings.keys()) {
            String value = replaced.getOrDefault(key.name(), settings.text(key.name()));
            List<String> path = List.of(key.name().split("\\."));
            List<String> sections = path.subList(0, path.size() - 1);
            openSections(out, open, sections);
            open = sections;
            out.append("  ".repeat(sections.size()))
                    .append(path.get(path.size() - 1))
                    .append(": ")
                    .append(settings.isList(key.name()) ? value : quote(value))
                    .append('\n');
        }
        return out.toString();
    }

    private static void openSections(StringBuilder out, List<String> open, List<String> sections) {
        int common = 0;
        while (common < Math.min(open.size(), sections.size())
                && open.get(common).equals(sections.get(common))) {
            common++;
        }
        for (int depth = common; depth < sections.size(); depth++) {
            out.append("  ".repeat(depth)).append(sections.get(depth)).append(":\n");
        }
    }

    /** A text as a value of YAML. */
    public static String quote(String text) {
        boolean plain = text.matches("[A-Za-z0-9_./][A-Za-z0-9_./ +-]*");
        return plain ? text : "'" + text.replace("'", "''") + "'";
    }

    /** Every key with its default, its meaning and what it may hold, for people. */
    public static String document(List<Key> keys) {
        StringBuilder out = new StringBuilder();
        List<String> shown = new ArrayList<>();
        for (Key key : keys) {
            String section = key.name().split("\\.")[0];
            if (!shown.contains(section)) {
                shown.add(section);
                out.append(shown.size() == 1 ? "" : "\n");
            }
            out.append(key.name()).append(": ").append(key.standard()).append('\n');
            out.append("    ")
                    .append(key.description())
                    .append("; ")
                    .append(key.type().expected())
                    .append('\n');
        }
        return out.toString();
    }
}
