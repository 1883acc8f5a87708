package dev.dateline.standalone.command;

import dev.dateline.common.config.Settings;
import dev.dateline.standalone.bench.DashboardBench;
import dev.dateline.standalone.bench.DashboardPlan;
import dev.dateline.standalone.bench.DashboardTable;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the dashboard: CPU and memory for the events it reads and for the live streams it serves. */
@Command(
        name = "dashboard",
        description = "Measure the dashboard and its live streams while events arrive, on a broker of its own.",
        mixinStandardHelpOptions = true,
        footer = {"", "Takes about three minutes; what each figure means is in docs/performance.md."})
final class BenchDashboardCommand implements Callable<Integer> {
    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "500",
            description = "Events a second. Default: ${DEFAULT-VALUE}.")
    private int rate;

    @Option(
            names = "--clients",
            paramLabel = "N",
            defaultValue = "50",
            description = "Streams that are read at once. Default: ${DEFAULT-VALUE}.")
    private int clients;

    @Option(
            names = "--slow",
            paramLabel = "N",
            defaultValue = "10",
            description = "Streams beside them that are hardly read. Default: ${DEFAULT-VALUE}.")
    private int slow;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "20",
            description = "How long each situation is measured. Default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(
            names = "--warm-up",
            paramLabel = "S",
            defaultValue = "60",
            description = "Seconds of load before the clock starts. Default: ${DEFAULT-VALUE}.")
    private int warmUp;

    @Mixin
    private BenchOptions options;

    @Override
    public Integer call() throws InterruptedException {
        options.positive("--rate", rate);
        options.positive("--clients", clients);
        options.positive("--slow", slow);
        options.positive("--seconds", seconds);
        options.positive("--warm-up", warmUp);
        DashboardPlan plan = new DashboardPlan(
                rate,
                clients,
                slow,
                Duration.ofSeconds(warmUp),
                Duration.ofSeconds(seconds),
                options.bootstrapServers());
        options.print(
                () -> new DashboardBench(plan, Settings::load, options::tell).run(),
                (out, report) -> new DashboardTable(out).print(report));
        return 0;
    }
}
