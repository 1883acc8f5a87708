package dev.dateline.standalone.command;

import dev.dateline.common.config.Settings;
import dev.dateline.common.wire.Json;
import dev.dateline.standalone.bench.Bench;
import dev.dateline.standalone.bench.BenchException;
import dev.dateline.standalone.bench.BenchPlan;
import dev.dateline.standalone.bench.BenchReport;
import dev.dateline.standalone.bench.BenchTable;
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

/** Measures throughput, CPU by step, latency and memory on this machine. */
@Command(
        name = "bench",
        description =
                "Measure throughput, CPU by step, latency and memory, on a broker of its own in a temporary directory.",
        mixinStandardHelpOptions = true,
        subcommands = BenchIngestCommand.class,
        footer = {"", "Takes about a minute and a half; what each figure means is in docs/performance.md."})
final class BenchCommand implements Callable<Integer> {
    private static final double MILLIS = 1e3;

    @Spec
    private CommandSpec spec;

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

    @Option(names = "--json", description = "Print one JSON object instead of a table.")
    private boolean json;

    /** Without the other options of a cluster: the topics get a prefix of this run's own, because they are deleted after it. */
    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            description = "Measure on this cluster instead; the topics of the run are deleted after it.")
    private String bootstrapServers;

    @Override
    public Integer call() throws InterruptedException {
        positive("--count", count);
        positive("--records", records);
        positive("--rate", rate);
        positive("--seconds", seconds);
        BenchPlan plan = new BenchPlan(warmUp, count, records, rate, Duration.ofSeconds(seconds), bootstrapServers);
        try {
            print(new Bench(plan, Settings::load, this::tell).run());
            return 0;
        } catch (BenchException e) {
            throw new CommandFailure("the benchmark did not come to its end: " + e.getMessage(), e);
        }
    }

    private void print(BenchReport report) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new String(Json.bytes(report), StandardCharsets.UTF_8));
        } else {
            new BenchTable(out).print(report);
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
