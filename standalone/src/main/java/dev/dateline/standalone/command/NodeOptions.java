package dev.dateline.standalone.command;

import dev.dateline.standalone.Standalone;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where a node of its own keeps its data and listens; shared by {@code up} and {@code demo}. */
final class NodeOptions {
    private static final Duration READY_WITHIN = Duration.ofMinutes(2);

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Where Kafka's log and the state live, and survive a restart. Default: ~/.dateline/data.")
    private Path dataDir;

    @Option(
            names = "--http-port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Port of API and dashboard on 127.0.0.1; 0 takes a free one. Default: ${DEFAULT-VALUE}.")
    private int httpPort;

    @Option(
            names = "--kafka-port",
            paramLabel = "PORT",
            defaultValue = "9092",
            description = "Port of Kafka on 127.0.0.1; 0 takes a free one. Default: ${DEFAULT-VALUE}.")
    private int kafkaPort;

    @Mixin
    private ClusterOptions cluster;

    /** Starts everything, tells of it line by line, and returns when it is ready. */
    Standalone start(PrintWriter out) throws InterruptedException {
        Path data = dataDir != null ? dataDir : defaultDataDir(out);
        Standalone node = Standalone.start(
                new Standalone.Options(
                        data.toAbsolutePath().normalize(), httpPort, kafkaPort, cluster.bootstrapServers()),
                cluster::settings,
                line -> tell(out, line));
        if (!node.awaitReady(READY_WITHIN)) {
            String why = String.join("; ", node.notReady());
            node.close();
            throw new CommandFailure("not ready after " + READY_WITHIN.toSeconds() + " s: " + why);
        }
        tell(out, "ready");
        return node;
    }

    /** Waits for as long as the node runs; what it returns says why the node can't go on. Ctrl-C ends the process before that. */
    CommandFailure failed(Standalone running) throws InterruptedException, ExecutionException {
        String reason = running.failure().toCompletableFuture().get();
        return new CommandFailure(
                "Kafka can't go on: " + reason + ". Nothing that was acknowledged is lost; start again.");
    }

    private static void tell(PrintWriter out, String line) {
        double seconds = ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0;
        out.printf("%5.1f s  %s%n", seconds, line);
        out.flush();
    }

    /** The user's own directory; when it can't be written (another user's leftover), one in the temporary directory. */
    private static Path defaultDataDir(PrintWriter out) {
        Path usual = Path.of(System.getProperty("user.home"), ".dateline", "data");
        if (usable(usual)) {
            return usual;
        }
        Path instead = Path.of(System.getProperty("java.io.tmpdir"), "dateline-" + System.getProperty("user.name"));
        out.println(usual + " can't be written by you; using " + instead + " (choose with --data-dir)");
        return instead;
    }

    private static boolean usable(Path directory) {
        Path nearest = directory;
        while (nearest != null && !Files.exists(nearest)) {
            nearest = nearest.getParent();
        }
        return nearest != null && Files.isDirectory(nearest) && Files.isWritable(nearest);
    }
}
