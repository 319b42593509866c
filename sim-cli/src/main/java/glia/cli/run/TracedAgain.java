package glia.cli.run;

import glia.chip.block.DivergenceException;
import glia.chip.build.TraceTap;
import glia.cli.trace.TraceRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A part of a finished run, run again to be traced: from the first sample on, to the same bits, as far as the last one asked for.
 *
 * @param folder where the traces are
 * @param samples how many samples were run
 * @param files the traces with their sizes in bytes
 * @param remarks what is to be said
 */
public record TracedAgain(Path folder, long samples, Map<String, Long> files, List<String> remarks) {
    /** Runs it; into a folder that must be new, or one beside the run. */
    public static TracedAgain of(Path run, List<TraceRequest> requests, Optional<Path> out) {
        FinishedRun finished = FinishedRun.read(run);
        Path place = run.toAbsolutePath().normalize();
        try (NewFolder folder = out.map(path -> NewFolder.prepare(path, "the traces"))
                .orElseGet(() -> NewFolder.next(place.resolveSibling("."), place.getFileName() + "-trace"))) {
            TraceTap tap = new TraceTap();
            TrainingSession session = new TrainingSession(finished.scenario(), Optional.of(tap));
            Traces traces = Traces.start(session, tap, requests, folder);
            List<String> remarks = new ArrayList<>();
            long last = requests.stream()
                    .mapToLong(request -> request.samples().to())
                    .max()
                    .orElse(0);
            try {
                session.trainUntil(last);
            } catch (DivergenceException diverged) {
                remarks.add("the training diverged at sample " + session.chip().samples() + ", as in the run");
            }
            traces.finish();
            remarks.addAll(traces.remarks());
            Path written = folder.moveIntoPlace();
            return new TracedAgain(written, session.chip().samples(), sizes(written), remarks);
        } catch (IOException refused) {
            throw NewFolder.complaint(place, refused);
        }
    }

    private static Map<String, Long> sizes(Path folder) throws IOException {
        Map<String, Long> sizes = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                sizes.put(file.getFileName().toString(), Files.size(file));
            }
        }
        return sizes;
    }
}
