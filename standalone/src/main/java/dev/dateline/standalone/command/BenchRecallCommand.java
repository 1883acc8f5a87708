package dev.dateline.standalone.command;

import dev.dateline.common.config.Settings;
import dev.dateline.common.wire.Json;
import dev.dateline.enrich.EnrichSettings;
import dev.dateline.standalone.console.Table;
import dev.dateline.standalone.recall.RecallChart;
import dev.dateline.standalone.recall.RecallCurve;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how often copies are found, by how much they have in common. */
@Command(
        name = "recall",
        description =
                "Measure how many near-duplicates are found by how much they have in common, on texts made for it, with the"
                        + " settings dateline.enrich.copies.*. Needs no Kafka.",
        mixinStandardHelpOptions = true,
        footer = {"", "What the columns mean is in docs/near-duplicates.md. The same seed gives the same figures."})
final class BenchRecallCommand implements Callable<Integer> {
    private static final int MOST_PAIRS = 100_000;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--pairs",
            paramLabel = "N",
            defaultValue = "500",
            description = "Pairs of texts for each point. Default: ${DEFAULT-VALUE}.")
    private int pairs;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Which texts. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--svg", paramLabel = "FILE", description = "Draw the curve to this file.")
    private Path svg;

    @Option(names = "--json", description = "Print one JSON object instead of a table.")
    private boolean json;

    @Override
    public Integer call() {
        if (pairs < 1 || pairs > MOST_PAIRS) {
            throw new CommandFailure("--pairs must be 1 to " + MOST_PAIRS + ", not " + pairs);
        }
        Settings settings = Settings.load(Map.of());
        EnrichSettings enrich = EnrichSettings.from(settings);
        settings.check();
        RecallCurve curve = RecallCurve.measure(enrich.copies(), seed, pairs);
        print(curve);
        if (svg != null) {
            draw(curve);
        }
        return 0;
    }

    private void print(RecallCurve curve) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new String(Json.bytes(curve), StandardCharsets.UTF_8));
        } else {
            print(out, "Texts of equal length that share a passage", curve.rewritten());
            out.println();
            print(out, "Texts and their beginnings", curve.truncated());
            out.println();
            print(out, "Texts and their ends", curve.excerpted());
        }
        out.flush();
    }

    private static void print(PrintWriter out, String title, List<RecallCurve.Point> points) {
        Table table = new Table("jaccard", "containment", "expected", "compared", "found");
        points.forEach(point -> table.row(
                three(point.jaccard()),
                three(point.containment()),
                three(point.expected()),
                three(point.compared()),
                three(point.found())));
        out.println(title);
        table.lines().forEach(out::println);
    }

    private void draw(RecallCurve curve) {
        try {
            Files.writeString(svg, RecallChart.svg(curve));
        } catch (IOException e) {
            throw new CommandFailure("can't write " + svg + ": " + e, e);
        }
    }

    private static String three(double share) {
        return String.format(Locale.ROOT, "%.3f", share);
    }
}
