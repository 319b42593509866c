package glia.cli.run;

import glia.core.config.InputException;
import glia.core.config.NearestName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Why a folder holds no finished run, and which one was probably meant. */
final class MissingRun {
    private static final String EXPECTED = "expected a folder with summary.json and scenario.yaml";

    private MissingRun() {}

    /**
     * Complains about a folder without a finished run.
     *
     * @param given folders that are asked for anyhow, so that none of them was meant
     */
    static void check(Path folder, List<Path> given) {
        if (UnfinishedRun.isThere(folder)) {
            throw new InputException(folder + ": is an unfinished run; " + UnfinishedRun.advice(folder));
        }
        if (isUnfinished(folder)) {
            throw new InputException(
                    folder + ": is no finished run (it still goes on, was broken off, or never began); " + EXPECTED);
        }
        if (!FinishedRun.isRun(folder)) {
            throw new InputException(folder + ": is no run; " + EXPECTED + hint(folder, given));
        }
    }

    /** A run's folder is empty until all is written; meanwhile its files grow in one beside it. */
    private static boolean isUnfinished(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        return NewFolder.isTemporary(folder)
                || (Files.isReadable(folder) && entries(folder).isEmpty())
                || (Files.exists(folder.resolve("counts.csv")) && !Files.exists(folder.resolve("summary.json")));
    }

    private static String hint(Path folder, List<Path> given) {
        List<String> inside = runsIn(folder);
        if (!inside.isEmpty()) {
            return "; did you mean runs in it, such as " + folder.resolve(inside.get(0)) + "?";
        }
        Path wrong = whole(folder);
        Path parent = wrong.getParent();
        if (parent == null) {
            return "";
        }
        List<String> names = runsIn(parent).stream()
                .filter(name -> given.stream().noneMatch(each -> whole(each).equals(parent.resolve(name))))
                .toList();
        return NearestName.hint(String.valueOf(wrong.getFileName()), names);
    }

    private static Path whole(Path folder) {
        return folder.toAbsolutePath().normalize();
    }

    private static List<String> runsIn(Path folder) {
        return entries(folder).stream()
                .filter(FinishedRun::isRun)
                .map(run -> String.valueOf(run.getFileName()))
                .toList();
    }

    private static List<Path> entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
