package glia.cli.run;

import glia.chip.build.TraceTap;
import glia.chip.message.Phase;
import glia.cli.scenario.Scenario;
import glia.cli.trace.TraceFiles;
import glia.cli.trace.TraceFormat;
import glia.cli.trace.TraceModel;
import glia.cli.trace.TraceRequest;
import glia.cli.trace.Tracing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/** The traces of a training session, in its folder. */
public final class Traces {
    private static final EnumSet<TraceFormat> WITH_UPDATES = EnumSet.of(TraceFormat.PARQUET, TraceFormat.CSV);

    private static final long FEW_SAMPLES = 100;
    private static final double LARGE = 100e6;

    private final TraceFiles files;
    private final Tracing tracing;
    private final Path folder;

    private Traces(TraceFiles files, Tracing tracing, Path folder) {
        this.files = files;
        this.tracing = tracing;
        this.folder = folder;
    }

    /** Traces a session whose chip was built around a tap. */
    public static Traces start(TrainingSession session, TraceTap tap, List<TraceRequest> requests, RunFolder folder) {
        return start(session, tap, requests, folder.files());
    }

    static Traces start(TrainingSession session, TraceTap tap, List<TraceRequest> requests, NewFolder folder) {
        TraceModel model = model(session, tap);
        requests.forEach(request -> request.check(model));
        try {
            TraceFiles files = new TraceFiles(requests, model, folder.temporary());
            long updates = requests.stream()
                    .filter(request -> WITH_UPDATES.contains(request.format()))
                    .mapToLong(TraceRequest::synapses)
                    .max()
                    .orElse(0);
            Tracing tracing = new Tracing(tap, session.chip(), files, updates);
            session.watch(tracing);
            return new Traces(files, tracing, folder.folder());
        } catch (IOException refused) {
            throw NewFolder.complaint(folder.folder(), refused);
        }
    }

    private static TraceModel model(TrainingSession session, TraceTap tap) {
        Scenario scenario = session.scenario();
        return new TraceModel(
                tap.blocks(),
                tap.kinds(),
                session.chip().ledger().actions(),
                Arrays.stream(Phase.values()).map(Phase::name).toList(),
                scenario.chipConfig().clockHertz(),
                scenario.energyTable());
    }

    /** What is to be said before large traces start. */
    public static List<String> warnings(TrainingSession session, List<TraceRequest> requests) {
        long planned = session.plan().samples();
        List<TraceRequest> many = requests.stream()
                .filter(request -> Math.min(planned, request.samples().to())
                                - request.samples().from()
                        > FEW_SAMPLES)
                .toList();
        if (many.isEmpty()) {
            return List.of();
        }
        TraceEstimate estimate = TraceEstimate.of(session.scenario());
        List<String> warnings = new ArrayList<>();
        for (TraceRequest request : many) {
            double bytes = estimate.bytes(request, planned);
            if (bytes > LARGE) {
                warnings.add("the " + request.format().label() + " trace will take about "
                        + megabytes(bytes)
                        + (bytes > request.limit() ? " and stop at its limit of " : "; its limit is ")
                        + megabytes((double) request.limit()));
            }
        }
        return warnings;
    }

    private static String megabytes(double bytes) {
        return String.format(Locale.ROOT, "%.0f MB", bytes / 1e6);
    }

    /** Ends the traces. */
    public void finish() {
        try {
            tracing.finish();
        } catch (IOException refused) {
            throw NewFolder.complaint(folder, refused);
        }
    }

    /** What is to be said at the end. */
    public List<String> remarks() {
        return files.remarks();
    }
}
