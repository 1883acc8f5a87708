package dev.dateline.standalone.command;

import dev.dateline.common.config.Settings;
import dev.dateline.common.runtime.KafkaSettings;
import dev.dateline.common.wire.Json;
import dev.dateline.enrich.EnrichSettings;
import dev.dateline.enrich.Pipeline;
import dev.dateline.ingest.IngestSettings;
import dev.dateline.standalone.console.Palette;
import dev.dateline.standalone.console.PrintableJson;
import dev.dateline.standalone.explain.Explainer;
import dev.dateline.standalone.explain.Explanation;
import dev.dateline.standalone.explain.ExplanationPage;
import dev.dateline.standalone.explain.Input;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what every step does to one article, without Kafka. */
@Command(
        name = "explain",
        description = "Show what every step makes of one article, and why. Needs no Kafka.",
        mixinStandardHelpOptions = true,
        footer = {"", "Exits 1 when ingest would refuse the article or a step would bury it."})
final class ExplainCommand implements Callable<Integer> {
    private static final String STANDARD_INPUT = "-";

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            description =
                    "One article in any format that ingest reads: plain text as a desk pastes it, our JSON, a page, a news message. - reads standard input.")
    private String file;

    @Option(names = "--json", description = "Print one JSON object instead of a page.")
    private boolean json;

    @Option(names = "--source", paramLabel = "S", description = "Who delivers it, where it does not say.")
    private String source;

    @Option(names = "--id", paramLabel = "I", description = "The provider's identifier, where it does not say.")
    private String id;

    @Option(names = "--url", paramLabel = "U", description = "Where it is published, where it does not say.")
    private String url;

    @Override
    public Integer call() {
        Settings settings = Settings.load(Map.of());
        EnrichSettings enrich = EnrichSettings.from(settings);
        KafkaSettings kafka = KafkaSettings.from(settings);
        int maxBytes = IngestSettings.from(settings).limits().maxArticleBytes();
        settings.check();

        Input input = Input.of(file, bytes(maxBytes), source, id, url);
        Explanation explanation = new Explainer(
                        Pipeline.standard(), enrich, kafka.topics().raw().name(), maxBytes)
                .explain(input, Clock.systemUTC().instant());
        print(explanation);
        return explanation.endsAsEvent() ? 0 : 1;
    }

    private void print(Explanation explanation) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(PrintableJson.line(Json.bytes(explanation)).orElseThrow());
        } else {
            new ExplanationPage(
                            out, Palette.of(spec.commandLine().getColorScheme().ansi()))
                    .print(explanation);
        }
        out.flush();
    }

    /** The input, or one byte more than is accepted. */
    private byte[] bytes(int maxBytes) {
        if (!file.equals(STANDARD_INPUT) && !Files.isRegularFile(Path.of(file))) {
            throw new CommandFailure("there is no file " + file + "; give one article's file, or - for standard input");
        }
        try (InputStream in = file.equals(STANDARD_INPUT) ? System.in : Files.newInputStream(Path.of(file))) {
            return in.readNBytes(maxBytes + 1);
        } catch (IOException e) {
            throw new CommandFailure("can't read " + file + ": " + e, e);
        }
    }
}
