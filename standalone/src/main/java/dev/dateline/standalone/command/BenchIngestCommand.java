package dev.dateline.standalone.command;

import dev.dateline.common.config.Settings;
import dev.dateline.standalone.bench.IngestBench;
import dev.dateline.standalone.bench.IngestPlan;
import dev.dateline.standalone.bench.IngestTable;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures ingest alone: articles a second, CPU for each, answer times. */
@Command(
        name = "ingest",
        description = "Measure ingest alone, article by article and in batches, on a broker of its own.",
        mixinStandardHelpOptions = true,
        footer = {"", "Takes about a minute; what each figure means is in docs/performance.md."})
final class BenchIngestCommand implements Callable<Integer> {
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

    @Mixin
    private BenchOptions options;

    @Override
    public Integer call() throws InterruptedException {
        options.positive("--seconds", seconds);
        options.positive("--warm-up", warmUp);
        options.positive("--connections", connections);
        options.positive("--batch-connections", batchConnections);
        options.positive("--batch-items", batchItems);
        IngestPlan plan = new IngestPlan(
                Duration.ofSeconds(warmUp),
                Duration.ofSeconds(seconds),
                connections,
                batchConnections,
                batchItems,
                options.bootstrapServers());
        options.print(
                () -> new IngestBench(plan, Settings::load, options::tell).run(),
                (out, report) -> new IngestTable(out).print(report));
        return 0;
    }
}
