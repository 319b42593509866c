package glia.cli.data;

import glia.core.config.InputException;
import glia.core.config.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How the files of a set are written; told by the names in its folder. */
public enum DataFormat {
    /** Drawn by Glia itself, no file. */
    EMBEDDED("embedded", "no file"),
    /** Pictures and labels as MNIST has them. */
    IDX("IDX", "(train|t10k)-(images|labels)[-.]idx[13]-ubyte(\\.gz)?"),
    /** CIFAR-10 in its binary version. */
    CIFAR("CIFAR-10", "(data_batch_[1-5]|test_batch)\\.bin(\\.gz)?"),
    /** Columns of numbers and a label, without a split. */
    CSV("CSV", ".*\\.csv(\\.gz)?");

    private final String title;
    private final String names;

    DataFormat(String title, String names) {
        this.title = title;
        this.names = names;
    }

    /** What to call it. */
    public String title() {
        return title;
    }

    /** The format of the files in a folder, if there are files of one. */
    static Optional<DataFormat> of(Path folder) {
        return Arrays.stream(values())
                .filter(format -> !format.files(folder).isEmpty())
                .findFirst();
    }

    /** The files of this format in a folder, by name. */
    List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().matches(names))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw ByteSource.complaint(folder, "", failed);
        }
    }

    /** The one file of this format in a folder. */
    Path onlyFile(Path folder) {
        List<Path> files = files(folder);
        if (files.size() != 1) {
            throw new InputException(
                    Position.of(folder.toString()), files.size() + " " + title + " files; expected exactly one");
        }
        return files.get(0);
    }
}
