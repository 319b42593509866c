package glia.cli.sweep;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/**
 * A Slurm of one node on the loopback interface, with a munge of its own: every file, socket and key is in one folder, and every
 * daemon is a child of this process under {@code timeout}, so that none outlives a test that dies.
 */
final class SlurmCluster implements AutoCloseable {
    private static final List<String> PROGRAMS =
            List.of("munged", "slurmctld", "slurmd", "sbatch", "squeue", "sinfo", "scancel", "timeout");
    private static final String LONGEST_SECONDS = "300";
    private static final String NODE = "localhost";

    private final Path folder;
    private final Path config;
    private final List<Process> daemons = new ArrayList<>();
    private final Thread ending = new Thread(this::end);

    private SlurmCluster(Path folder) {
        this.folder = folder;
        config = folder.resolve("slurm.conf");
    }

    /** Starts it; aborts the test where Slurm is not installed or does not start. */
    static SlurmCluster start(Path folder) throws IOException, InterruptedException {
        for (String program : PROGRAMS) {
            if (find(program).isEmpty()) {
                throw new TestAbortedException("no " + program + " here (Debian: slurm-wlm munge)");
            }
        }
        SlurmCluster cluster = new SlurmCluster(Files.createDirectories(folder));
        Runtime.getRuntime().addShutdownHook(cluster.ending);
        cluster.startDaemons();
        return cluster;
    }

    private static Optional<Path> find(String program) {
        return Stream.of((System.getenv("PATH") + ":/usr/sbin:/sbin").split(":"))
                .map(each -> Path.of(each, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private void startDaemons() throws IOException, InterruptedException {
        Path key = Files.write(folder.resolve("munge.key"), new byte[1024]);
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        Files.writeString(config, config());
        daemon(
                "munged",
                "--foreground",
                "--force",
                "--num-threads=2",
                "--key-file=" + key,
                "--socket=" + folder.resolve("munge.socket"),
                "--pid-file=" + folder.resolve("munged.pid"),
                "--log-file=" + folder.resolve("munged.log"),
                "--seed-file=" + folder.resolve("munged.seed"));
        await("munge.socket", () -> Files.exists(folder.resolve("munge.socket")));
        daemon("slurmctld", "-D", "-i");
        daemon("slurmd", "-D", "-N", NODE);
        await("an idle node", () -> said("sinfo", "--noheader", "--format=%T").equals("idle"));
    }

    private String config() throws IOException {
        String user = System.getProperty("user.name");
        Files.createDirectories(folder.resolve("state"));
        Files.createDirectories(folder.resolve("spool"));
        return String.join(
                "\n",
                "ClusterName=glia-test",
                "SlurmctldHost=" + NODE + "(127.0.0.1)",
                "SlurmctldPort=" + freePort(),
                "SlurmdPort=" + freePort(),
                "SlurmUser=" + user,
                "SlurmdUser=" + user,
                "AuthType=auth/munge",
                "AuthInfo=socket=" + folder.resolve("munge.socket"),
                "CommunicationParameters=NoCtldInAddrAny,NoInAddrAny",
                "StateSaveLocation=" + folder.resolve("state"),
                "SlurmdSpoolDir=" + folder.resolve("spool"),
                "SlurmctldPidFile=" + folder.resolve("slurmctld.pid"),
                "SlurmdPidFile=" + folder.resolve("slurmd.pid"),
                "SlurmctldLogFile=" + folder.resolve("slurmctld.log"),
                "SlurmdLogFile=" + folder.resolve("slurmd.log"),
                "ProctrackType=proctrack/linuxproc",
                "TaskPlugin=task/none",
                "MpiDefault=none",
                "SwitchType=switch/none",
                "AccountingStorageType=accounting_storage/none",
                "JobAcctGatherType=jobacct_gather/none",
                "SelectType=select/cons_tres",
                "SelectTypeParameters=CR_Core",
                "SchedulerParameters=batch_sched_delay=0,sched_interval=1",
                "SlurmdParameters=config_overrides",
                "ReturnToService=2",
                "NodeName=" + NODE + " NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN",
                "PartitionName=test Nodes=ALL Default=YES State=UP",
                "");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** What a client of this cluster needs to find it. */
    Map<String, String> environment() {
        return Map.of("SLURM_CONF", config.toString());
    }

    private void daemon(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "timeout",
                "--kill-after=5",
                LONGEST_SECONDS,
                find(program).orElseThrow().toString()));
        Collections.addAll(command, arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(folder.resolve(program + ".out").toFile());
        builder.environment().putAll(environment());
        daemons.add(builder.start());
    }

    private interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }

    private void await(String what, Condition condition) throws IOException, InterruptedException {
        for (int i = 0; i < 200; i++) {
            if (condition.holds()) {
                return;
            }
            Thread.sleep(100);
        }
        close();
        throw new TestAbortedException("Slurm does not start here: no " + what + "; " + logs());
    }

    private String logs() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> logs = files.filter(each -> each.toString().endsWith(".out"))
                    .sorted()
                    .toList();
            StringBuilder text = new StringBuilder();
            for (Path log : logs) {
                text.append(Files.readString(log).lines().limit(3).collect(Collectors.joining(" | ")));
            }
            return text.toString();
        }
    }

    /** What a command of Slurm prints. */
    String said(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment());
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return text.strip();
    }

    /** Cancels all jobs and ends all daemons. */
    @Override
    public void close() throws IOException, InterruptedException {
        if (daemons.size() == 3) {
            said("scancel", "--state=PENDING", "--user=" + System.getProperty("user.name"));
            said("scancel", "--user=" + System.getProperty("user.name"));
            for (int i = 0; i < 100 && !said("squeue", "--noheader").isEmpty(); i++) {
                Thread.sleep(100);
            }
        }
        end();
        Runtime.getRuntime().removeShutdownHook(ending);
    }

    private void end() {
        List<Process> last = new ArrayList<>(daemons);
        Collections.reverse(last);
        for (Process daemon : last) {
            List<ProcessHandle> children = daemon.descendants().toList();
            daemon.destroy();
            try {
                if (!daemon.waitFor(10, TimeUnit.SECONDS)) {
                    daemon.destroyForcibly();
                }
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
            children.forEach(ProcessHandle::destroyForcibly);
        }
    }
}
