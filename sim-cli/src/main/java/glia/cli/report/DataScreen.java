package glia.cli.report;

import glia.cli.data.DataFormat;
import glia.cli.data.DataList;
import glia.cli.data.FetchListener;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** What {@code glia data} shows. */
public final class DataScreen {
    private DataScreen() {}

    /** The data sets as a table. */
    public static String list(List<DataList.Entry> entries) {
        Table table = new Table().row("data set", "format", "training", "test", "size", "where");
        for (DataList.Entry entry : entries) {
            table.row(
                    entry.name(),
                    entry.format().map(DataFormat::title).orElse("not fetched"),
                    samples(entry.train()),
                    samples(entry.test()),
                    entry.bytes() == 0 ? "-" : Quantities.scaled((double) entry.bytes(), "B"),
                    entry.problem().orElse(entry.folder().map(Path::toString).orElse("comes with Glia")));
        }
        return table.toString();
    }

    private static String samples(OptionalInt count) {
        return count.isPresent() ? Quantities.count(count.getAsInt()) : "-";
    }

    /** A display for downloads. */
    public static Fetching fetching() {
        return new Fetching();
    }

    /** A progress bar a file on a terminal; one line a file where there is none. */
    public static final class Fetching implements FetchListener, AutoCloseable {
        private String shown = "";
        private Optional<ProgressBar> bar = Optional.empty();

        private Fetching() {}

        @Override
        public void onProgress(String file, long bytes, OptionalLong total) {
            if (!file.equals(shown)) {
                close();
                shown = file;
                start(file, total);
            }
            bar.ifPresent(each -> each.stepTo(bytes));
        }

        private void start(String file, OptionalLong total) {
            if (!Terminal.isInteractive()) {
                System.err.println("fetching " + file);
                return;
            }
            bar = Optional.of(new ProgressBarBuilder()
                    .setTaskName(file)
                    .setInitialMax(total.orElse(-1))
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUnit(" kB", 1000)
                    .build());
        }

        @Override
        public void close() {
            bar.ifPresent(ProgressBar::close);
            bar = Optional.empty();
        }
    }
}
