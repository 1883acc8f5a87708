package dev.dateline.standalone.command;

import dev.dateline.common.config.Settings;
import dev.dateline.common.wire.Json;
import dev.dateline.standalone.bench.BenchException;
import dev.dateline.standalone.bench.IngestBench;
import dev.dateline.standalone.bench.IngestPlan;
import dev.dateline.standalone.bench.IngestReport;
import dev.dateline.standalone.bench.IngestTable;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures ingest alone: articles a second, CPU for each, answer times. */
@Command(
        name = "ingest",
        description = "Measure ingest alone, article by article and in batches, on a broker of its own.",
        mixinStandardHelpOptions = true,
        footer = {"", "Takes about a minute; what each figure means is in docs/performance.md."})
final class BenchIngestCommand implements Callable<Integer> {
    private static final double MILLIS = 1e3;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "10",
            description = "How long each kind of load is measured. Default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(
            names = "--warm-up",
            paramLabel = "S",
            defaultValue = "10",
            description = "Seconds of each kind of load before the clock starts. Default: ${DEFAULT-VALUE}.")
    private int warmUp;

    @Option(
            names = "--connections",
            paramLabel = "N",
            defaultValue = "64",
            description = "Connections that post single articles. Default: ${DEFAULT-VALUE}.")
    private int connections;

    @Option(
            names = "--batch-connections",
            paramLabel = "N",
            defaultValue = "2",
            description = "Connections that post batches. Default: ${DEFAULT-VALUE}.")
    private int batchConnections;

    @Option(
            names = "--batch-items",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Articles in a batch. Default: ${DEFAULT-VALUE}.")
    private int batchItems;

    @Option(names = "--json", description = "Print one JSON object instead of a table.")
    private boolean json;

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            description = "Measure on this cluster instead; the topics of the run are deleted after it.")
    private String bootstrapServers;

    @Override
    public Integer call() throws InterruptedException {
        positive("--seconds", seconds);
        positive("--warm-up", warmUp);
        positive("--connections", connections);
        positive("--batch-connections", batchConnections);
        positive("--batch-items", batchItems);
        IngestPlan plan = new IngestPlan(
                Duration.ofSeconds(warmUp),
                Duration.ofSeconds(seconds),
                connections,
                batchConnections,
                batchItems,
                bootstrapServers);
        try {
            print(new IngestBench(plan, Settings::load, this::tell).run());
            return 0;
        } catch (BenchException e) {
            throw new CommandFailure("the benchmark did not come to its end: " + e.getMessage(), e);
        }
    }

    private void print(IngestReport report) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new String(Json.bytes(report), StandardCharsets.UTF_8));
        } else {
            new IngestTable(out).print(report);
        }
        out.flush();
    }

    private void tell(String line) {
        PrintWriter err = spec.commandLine().getErr();
        err.printf("%5.1f s  %s%n", ManagementFactory.getRuntimeMXBean().getUptime() / MILLIS, line);
        err.flush();
    }

    private void positive(String option, int value) {
        if (value < 1) {
            throw new ParameterException(spec.commandLine(), option + " must be at least 1, not " + value);
        }
    }
}
