package dev.dateline.standalone.command;

import dev.dateline.common.runtime.KafkaSettings;
import dev.dateline.common.wire.Json;
import dev.dateline.simulator.Newswire;
import dev.dateline.simulator.Shares;
import dev.dateline.simulator.SimulationPlan;
import dev.dateline.standalone.books.Books;
import dev.dateline.standalone.books.LedgerReader;
import dev.dateline.standalone.books.Settlement;
import dev.dateline.standalone.console.Palette;
import dev.dateline.standalone.console.Printable;
import dev.dateline.standalone.console.Progress;
import dev.dateline.standalone.simulate.Pace;
import dev.dateline.standalone.simulate.SimulationReport;
import dev.dateline.standalone.simulate.SimulationRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.kafka.common.errors.InterruptException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Sends a synthetic newswire to a running pipeline. */
@Command(
        name = "simulate",
        description =
                "Send a synthetic newswire: originals, copies, corrections, resends, late originals, malformed records.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "The same seed, start, span and count give the same articles. Most go to ingest",
            "over HTTP; malformed records that it would refuse are written onto the raw topic,",
            "as another producer would. Busy answers are tried again, so nothing is lost.",
            "",
            "Examples:",
            "  dateline simulate --count 10000 --wait",
            "  dateline simulate --rate 20/s --count 6000 --seed 7 --truth truth.jsonl",
            "  dateline simulate --count 500 --malformed 0 --bootstrap-servers kafka-1:9092"
        })
final class SimulateCommand implements Callable<Integer> {
    private static final Duration STILL_AT_MOST = Duration.ofMinutes(1);

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--rate",
            paramLabel = "N/s",
            defaultValue = "0",
            converter = Rates.class,
            description =
                    "Deliveries a second (20/s), minute (90/m) or hour; 0 is as fast as it goes. Default: ${DEFAULT-VALUE}.")
    private Pace pace;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Deliveries. Default: ${DEFAULT-VALUE}.")
    private int count;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Which newswire of all that are possible. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--malformed", paramLabel = "SHARE", description = "Share of malformed deliveries. Default: 0.05.")
    private Double malformed;

    @Option(
            names = "--start",
            paramLabel = "TIME",
            description =
                    "No article is published before, for example 2026-01-01T00:00:00Z. Default: now less the span.")
    private Instant start;

    @Option(
            names = "--span",
            paramLabel = "TIME",
            defaultValue = "12h",
            converter = Lengths.class,
            description = "Over which time they are published. Default: ${DEFAULT-VALUE}.")
    private Duration span;

    @Option(
            names = "--truth",
            paramLabel = "FILE",
            description = "Write what each delivery really is to this file, one JSON object a line.")
    private Path truth;

    @Option(names = "--wait", description = "Wait until everything has found its end, then print the ledger.")
    private boolean wait;

    @Option(names = "--json", description = "Print the sum (and the ledger) as one JSON object a line.")
    private boolean json;

    @Mixin
    private IngestOptions ingest;

    @Override
    public Integer call() {
        SimulationPlan plan = plan();
        return ingest.cluster().ask(kafka -> {
            try {
                return simulate(plan, kafka);
            } catch (InterruptedException e) {
                throw new InterruptException(e);
            }
        });
    }

    private SimulationPlan plan() {
        Instant from = start == null ? Instant.now().minus(span).truncatedTo(ChronoUnit.MILLIS) : start;
        try {
            Shares shares = malformed == null ? Shares.DEFAULT : Shares.DEFAULT.withMalformed(malformed);
            return new SimulationPlan(seed, count, from, span, shares);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private int simulate(SimulationPlan plan, KafkaSettings kafka) throws InterruptedException {
        SimulationReport report = send(plan, kafka);
        print(json ? line(report) : sentence(report));
        if (report.rejected() > 0) {
            spec.commandLine().getErr().println("rejected first: " + Printable.of(report.firstRejection()));
        }
        return settled(kafka) && report.rejected() == 0 ? 0 : 1;
    }

    private SimulationReport send(SimulationPlan plan, KafkaSettings kafka) throws InterruptedException {
        try (IngestOptions.Target target = ingest.open();
                Progress progress = progress(plan);
                TruthFile truths = TruthFile.create(truth);
                SimulationRun run =
                        new SimulationRun(new Newswire(plan).iterator(), pace, target.client(), kafka, sent -> {
                            truths.write(sent);
                            progress.add(sent.size());
                        })) {
            Shutdown shutdown = Shutdown.closing(run, truths);
            try {
                return run.run();
            } finally {
                shutdown.cancel();
            }
        } catch (IOException e) {
            throw new CommandFailure("--truth " + truth + " can't be written to its end: " + e.getMessage(), e);
        }
    }

    private boolean settled(KafkaSettings kafka) throws InterruptedException {
        if (!wait) {
            return true;
        }
        try (LedgerReader ledger = LedgerReader.open(kafka)) {
            Books books = new Settlement(ledger, STILL_AT_MOST).await(seen -> {});
            if (json) {
                print(LedgerJson.of(books, null).line());
            } else {
                print("");
                LedgerTable.lines(books, palette()).forEach(this::print);
            }
            return books.balanced();
        }
    }

    private Progress progress(SimulationPlan plan) {
        return palette().on() && !json ? Progress.ofItems("simulating", plan.count(), System.err) : Progress.none();
    }

    private static String sentence(SimulationReport report) {
        return String.format(
                Locale.ROOT,
                "%d deliveries in %.1f s (%.0f/s): %d accepted over HTTP, %d written onto the raw topic, %d rejected",
                report.deliveries(),
                report.elapsed().toMillis() / 1000.0,
                report.rate(),
                report.accepted(),
                report.produced(),
                report.rejected());
    }

    /** The sum for programs. */
    private record Sum(long deliveries, long accepted, long produced, long rejected, long elapsedMs) {}

    private static String line(SimulationReport report) {
        Sum sum = new Sum(
                report.deliveries(),
                report.accepted(),
                report.produced(),
                report.rejected(),
                report.elapsed().toMillis());
        return new String(Json.bytes(sum), StandardCharsets.UTF_8);
    }

    private Palette palette() {
        return Palette.of(spec.commandLine().getColorScheme().ansi());
    }

    private void print(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
