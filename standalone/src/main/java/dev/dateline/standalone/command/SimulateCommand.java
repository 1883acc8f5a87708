package dev.dateline.standalone.command;

import dev.dateline.common.runtime.KafkaSettings;
import dev.dateline.common.wire.Json;
import dev.dateline.simulator.LabelledSet;
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
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.kafka.common.errors.InterruptException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Sends a synthetic newswire to a running pipeline, or writes it down as a labelled set. */
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
            "With --labels nothing is sent and no pipeline is needed: N articles are written,",
            "none malformed or sent twice, with the pairs of copies among them.",
            "",
            "Examples:",
            "  dateline simulate --count 10000 --wait",
            "  dateline simulate --rate 20/s --count 6000 --seed 7 --truth truth.jsonl",
            "  dateline simulate --count 500 --malformed 0 --bootstrap-servers kafka-1:9092",
            "  dateline simulate --labels copies --count 100000 && dateline eval dedup copies"
        })
final class SimulateCommand implements Callable<Integer> {
    private static final Duration STILL_AT_MOST = Duration.ofMinutes(1);
    private static final Duration USUAL_SPAN = Duration.ofHours(12);
    /** Long enough for what comes again after a day. */
    private static final Duration SPAN_OF_LABELS = Duration.ofDays(7);

    private static final Instant START_OF_LABELS = Instant.parse("2026-01-01T00:00:00Z");

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
                    "No article is published before, for example 2026-01-01T00:00:00Z. Default: now less the span; that"
                            + " time with --labels.")
    private Instant start;

    @Option(
            names = "--span",
            paramLabel = "TIME",
            converter = Lengths.class,
            description = "Over which time they are published. Default: 12h; 7d with --labels.")
    private Duration span;

    @Option(
            names = "--truth",
            paramLabel = "FILE",
            description = "Write what each delivery really is to this file, one JSON object a line.")
    private Path truth;

    @Option(
            names = "--labels",
            paramLabel = "FOLDER",
            description = "Send nothing: write the articles and the pairs of copies among them to this folder, as"
                    + " dateline eval dedup reads them.")
    private Path labels;

    @Option(names = "--wait", description = "Wait until everything has found its end, then print the ledger.")
    private boolean wait;

    @Option(names = "--json", description = "Print the sum (and the ledger) as one JSON object a line.")
    private boolean json;

    @Mixin
    private IngestOptions ingest;

    @Override
    public Integer call() {
        SimulationPlan plan = plan();
        if (labels != null) {
            return writeLabels(plan);
        }
        return ingest.cluster().ask(kafka -> {
            try {
                return simulate(plan, kafka);
            } catch (InterruptedException e) {
                throw new InterruptException(e);
            }
        });
    }

    private SimulationPlan plan() {
        if (labels != null && (wait || malformed != null || pace.perSecond() > 0)) {
            throw new ParameterException(
                    spec.commandLine(), "--labels sends nothing: --rate, --malformed and --wait don't go with it");
        }
        Duration over = span != null ? span : labels == null ? USUAL_SPAN : SPAN_OF_LABELS;
        try {
            return new SimulationPlan(seed, count, startBefore(over), over, shares());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private Instant startBefore(Duration over) {
        if (start != null) {
            return start;
        }
        return labels == null ? Instant.now().minus(over).truncatedTo(ChronoUnit.MILLIS) : START_OF_LABELS;
    }

    private Shares shares() {
        Shares usual = labels == null ? Shares.DEFAULT : Shares.DISTINCT_ARTICLES;
        return malformed == null ? usual : usual.withMalformed(malformed);
    }

    private int writeLabels(SimulationPlan plan) {
        long from = System.nanoTime();
        try (Progress progress = progress(plan);
                TruthFile truths = TruthFile.create(truth)) {
            LabelledSet.Size size = LabelledSet.write(plan, labels, written -> {
                truths.write(List.of(written));
                progress.add(1);
            });
            long elapsedMs = Duration.ofNanos(System.nanoTime() - from).toMillis();
            print(json ? line(new SetSum(size.articles(), size.pairs(), elapsedMs)) : sentence(size, elapsedMs));
            return 0;
        } catch (IOException e) {
            throw new CommandFailure("--labels " + labels + " can't be written to its end: " + e.getMessage(), e);
        }
    }

    private int simulate(SimulationPlan plan, KafkaSettings kafka) throws InterruptedException {
        SimulationReport report = send(plan, kafka);
        print(json ? line(sum(report)) : sentence(report));
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

    private static String sentence(LabelledSet.Size size, long elapsedMs) {
        return String.format(
                Locale.ROOT,
                "%d articles and %d pairs of copies in %.1f s",
                size.articles(),
                size.pairs(),
                elapsedMs / 1000.0);
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

    /** The same for a labelled set. */
    private record SetSum(long articles, long pairs, long elapsedMs) {}

    private static Sum sum(SimulationReport report) {
        return new Sum(
                report.deliveries(),
                report.accepted(),
                report.produced(),
                report.rejected(),
                report.elapsed().toMillis());
    }

    private static String line(Object sum) {
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
