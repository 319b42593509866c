package glia.cli.slurm;

import glia.core.config.InputException;
import glia.core.config.NearestName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a job array is asked for: {@code slurm} and options, such as {@code slurm,partition=long,tasks=32}.
 *
 * @param tasks of the array; as many as the asker likes, if not given
 * @param cpus of a task
 * @param attempts how often a task is submitted at most
 * @param pollSeconds between two looks at the queue
 * @param options what {@code sbatch} is told beside
 */
public record SlurmRequest(Optional<Integer> tasks, int cpus, int attempts, int pollSeconds, List<String> options) {
    /** How it is written. */
    public static final String SYNTAX = "slurm[,OPTION=VALUE...]";

    private static final List<String> PASSED = List.of("partition", "time", "mem", "account", "qos", "constraint");
    private static final List<String> NUMBERS = List.of("tasks", "cpus", "attempts", "poll");

    /** Reads an option. */
    public static SlurmRequest of(String option, String text) {
        List<String> words = List.of(text.split(",", -1));
        if (!words.get(0).equals("slurm")) {
            throw new InputException(option + ": no workload manager '" + words.get(0) + "'; expected " + SYNTAX);
        }
        Map<String, Integer> numbers = new LinkedHashMap<>();
        List<String> passed = new ArrayList<>();
        for (String word : words.subList(1, words.size())) {
            int split = word.indexOf('=');
            String name = split < 0 ? word : word.substring(0, split);
            String value = split < 0 ? "" : word.substring(split + 1).trim();
            if (NUMBERS.contains(name)) {
                numbers.put(name, number(option, name, value));
            } else if (PASSED.contains(name) && value.matches("[\\w.:@&|+-]+")) {
                passed.add("--" + name + "=" + value);
            } else {
                throw complaint(option, name, value);
            }
        }
        return new SlurmRequest(
                Optional.ofNullable(numbers.get("tasks")),
                numbers.getOrDefault("cpus", 1),
                numbers.getOrDefault("attempts", 3),
                numbers.getOrDefault("poll", 5),
                passed);
    }

    private static InputException complaint(String option, String name, String value) {
        if (PASSED.contains(name)) {
            return new InputException(
                    option + ": " + name + " is '" + value + "'; expected a value as sbatch takes it");
        }
        List<String> names = new ArrayList<>(PASSED);
        names.addAll(NUMBERS);
        return new InputException(option + ": unknown option " + name + NearestName.hint(name, names) + "; there are "
                + String.join(", ", names));
    }

    private static int number(String option, String name, String value) {
        int most = name.equals("tasks") ? 100_000 : name.equals("attempts") ? 100 : 1024;
        if (value.matches("\\d{1,6}")) {
            int number = Integer.parseInt(value);
            if (number >= 1 && number <= most) {
                return number;
            }
        }
        throw new InputException(
                option + ": " + name + " is '" + value + "'; expected a whole number from 1 to " + most);
    }
}
