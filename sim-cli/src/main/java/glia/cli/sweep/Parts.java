package glia.cli.sweep;

import glia.core.config.InputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where each finished point of a sweep stands in the files of all processes; the points themselves stay on disk. */
final class Parts {
    private static final Pattern POINT = Pattern.compile("\\{\"point\":(\\d{1,9}),");
    private static final Pattern NAME = Pattern.compile("share-(\\d+)-of-(\\d+)-attempt-\\d+\\.jsonl");

    private final List<Path> files;
    private final int[] file;
    private final long[] offset;

    private Parts(List<Path> files, int points) {
        this.files = files;
        file = new int[points + 1];
        Arrays.fill(file, -1);
        offset = new long[points + 1];
    }

    /** Looks through the files in a folder, which need not be there, for the points of a sweep of so many. */
    static Parts read(Path folder, int points) {
        try {
            Parts parts = new Parts(files(folder), points);
            for (int i = 0; i < parts.files.size(); i++) {
                parts.index(i);
            }
            return parts;
        } catch (IOException broken) {
            throw SweepFolder.complaint(folder, broken);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(
                            each -> NAME.matcher(each.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        }
    }

    private void index(int number) throws IOException {
        byte[] bytes = Files.readAllBytes(files.get(number));
        int start = 0;
        int line = 1;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                add(number, start, new String(bytes, start, i - start, StandardCharsets.UTF_8), line++);
                start = i + 1;
            }
        }
    }

    private void add(int number, int start, String text, int line) {
        Matcher matcher = POINT.matcher(text);
        boolean found = matcher.lookingAt();
        int point = found ? Integer.parseInt(matcher.group(1)) : 0;
        if (point < 1 || point >= file.length) {
            throw new InputException(files.get(number) + ":" + line + ":1: is no line of a finished point");
        }
        if (file[point] < 0) {
            file[point] = number;
            offset[point] = start;
        }
    }

    /** Whether a point is done with. */
    boolean has(int point) {
        return file[point] >= 0;
    }

    /** How many points are done with. */
    int count() {
        return (int) IntStream.range(1, file.length).filter(this::has).count();
    }

    /** The points of a share that are not done with, in order. */
    int[] missing(Share share) {
        return IntStream.range(1, file.length)
                .filter(point -> share.contains(point) && !has(point))
                .toArray();
    }

    /** Into how many shares the sweep was cut, as the files tell; 1 if it was not. */
    int shares() {
        return files.stream()
                .map(each -> NAME.matcher(each.getFileName().toString()))
                .filter(Matcher::matches)
                .mapToInt(matcher -> Integer.parseInt(matcher.group(2)))
                .max()
                .orElse(1);
    }

    /** Hears of points. */
    interface Reader {
        /** A point. */
        void on(FinishedPoint point) throws IOException;
    }

    /** Reads the finished points in order. */
    void forEach(Reader reader) throws IOException {
        List<RandomAccessFile> open = new ArrayList<>();
        try {
            for (Path each : files) {
                open.add(new RandomAccessFile(each.toFile(), "r"));
            }
            for (int point = 1; point < file.length; point++) {
                if (has(point)) {
                    String place = files.get(file[point]) + ": byte " + offset[point];
                    reader.on(PartFile.parse(line(open.get(file[point]), offset[point]), place));
                }
            }
        } finally {
            for (RandomAccessFile each : open) {
                each.close();
            }
        }
    }

    private static String line(RandomAccessFile in, long offset) throws IOException {
        in.seek(offset);
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        byte[] block = new byte[2048];
        for (int count = in.read(block); count > 0; count = in.read(block)) {
            int end = 0;
            while (end < count && block[end] != '\n') {
                end++;
            }
            line.write(block, 0, end);
            if (end < count) {
                break;
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}
