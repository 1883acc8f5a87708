package dev.dateline.standalone.command;

import dev.dateline.common.config.Settings;
import dev.dateline.standalone.bench.Bench;
import dev.dateline.standalone.bench.BenchPlan;
import dev.dateline.standalone.bench.BenchTable;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures throughput, CPU by step, latency and memory on this machine. */
@Command(
        name = "bench",
        description =
                "Measure throughput, CPU by step, latency and memory, on a broker of its own in a temporary directory.",
        mixinStandardHelpOptions = true,
        subcommands = {BenchDashboardCommand.class, BenchIngestCommand.class, BenchRecallCommand.class},
        footer = {"", "Takes about a minute and a half; what each figure means is in docs/performance.md."})
final class BenchCommand implements Callable<Integer> {
    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "30000",
            description = "Articles for the throughput. Default: ${DEFAULT-VALUE}.")
    private int count;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "15000",
            description = "Articles before the clock starts. Default: ${DEFAULT-VALUE}.")
    private int warmUp;

    @Option(
            names = "--records",
            paramLabel = "N",
            defaultValue = "100000",
            description = "Records of 3 KiB for the pass-through. Default: ${DEFAULT-VALUE}.")
    private int records;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "200",
            description = "Articles a second for the latency. Default: ${DEFAULT-VALUE}.")
    private int rate;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "30",
            description = "How long latency is measured. Default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Mixin
    private BenchOptions options;

    @Override
    public Integer call() throws InterruptedException {
        options.positive("--count", count);
        options.positive("--records", records);
        options.positive("--rate", rate);
        options.positive("--seconds", seconds);
        BenchPlan plan =
                new BenchPlan(warmUp, count, records, rate, Duration.ofSeconds(seconds), options.bootstrapServers());
        options.print(() -> new Bench(plan, Settings::load, options::tell).run(), (out, report) -> new BenchTable(out)
                .print(report));
        return 0;
    }
}
