package dev.dateline.standalone.command;

import dev.dateline.common.wire.Json;
import dev.dateline.standalone.bench.BenchException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where a benchmark runs and how its report is printed. */
final class BenchOptions {
    private static final double MILLIS = 1e3;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--json", description = "Print one JSON object instead of a table.")
    private boolean json;

    /** Without the other options of a cluster: the topics get a prefix of this run's own, because they are deleted after it. */
    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            description = "Measure on this cluster instead; the topics of the run are deleted after it.")
    private String bootstrapServers;

    /** A benchmark that ends with a report. */
    interface Run<R> {
        R run() throws InterruptedException;
    }

    /** Null measures on a broker of this process. */
    String bootstrapServers() {
        return bootstrapServers;
    }

    /** Runs to the end and prints. */
    <R> void print(Run<R> benchmark, BiConsumer<PrintWriter, R> table) throws InterruptedException {
        R report;
        try {
            report = benchmark.run();
        } catch (BenchException e) {
            throw new CommandFailure("the benchmark did not come to its end: " + e.getMessage(), e);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new String(Json.bytes(report), StandardCharsets.UTF_8));
        } else {
            table.accept(out, report);
        }
        out.flush();
    }

    /** Progress, on standard error. */
    void tell(String line) {
        PrintWriter err = spec.commandLine().getErr();
        err.printf("%5.1f s  %s%n", ManagementFactory.getRuntimeMXBean().getUptime() / MILLIS, line);
        err.flush();
    }

    void positive(String option, int value) {
        if (value < 1) {
            throw new ParameterException(spec.commandLine(), option + " must be at least 1, not " + value);
        }
    }
}
