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
import dev.dateline.standalone.explain.PairExplainer;
import dev.dateline.standalone.explain.PairExplanation;
import dev.dateline.standalone.explain.PairPage;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
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
        footer = {
            "",
            "Exits 1 when ingest would refuse the article or a step would bury it. Whether articles are copies does not change it.",
            "",
            "Examples:",
            "  dateline explain article.txt",
            "  dateline explain article.txt --topics my-topics",
            "  dateline explain --against first.json second.json third.json --json"
        })
final class ExplainCommand implements Callable<Integer> {
    private static final String STANDARD_INPUT = "-";

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "One article in any format that ingest reads: plain text as a desk pastes it, our JSON, a page, a news message. - reads standard input.")
    private List<String> files;

    @Option(
            names = "--against",
            paramLabel = "OTHER",
            description =
                    "Show why each FILE and this other article are or are not copies of each other: what the service estimates, what the texts have in common, and the rule's judgement.")
    private String against;

    @Option(names = "--json", description = "Print one JSON object instead of a page.")
    private boolean json;

    @Option(names = "--source", paramLabel = "S", description = "Who delivers it, where it does not say.")
    private String source;

    @Option(names = "--id", paramLabel = "I", description = "The provider's identifier, where it does not say.")
    private String id;

    @Option(names = "--url", paramLabel = "U", description = "Where it is published, where it does not say.")
    private String url;

    @Option(
            names = "--topics",
            paramLabel = "FOLDER",
            description =
                    "Tag with the topics of this folder, too, in place of the setting dateline.enrich.topics.folder.")
    private String topics;

    @Override
    public Integer call() {
        Settings settings = Settings.load(topics == null ? Map.of() : Map.of("dateline.enrich.topics.folder", topics));
        EnrichSettings enrich = EnrichSettings.from(settings);
        KafkaSettings kafka = KafkaSettings.from(settings);
        int maxBytes = IngestSettings.from(settings).limits().maxArticleBytes();
        settings.check();

        refuseWhatIsAmbiguous();
        Explainer explainer = new Explainer(
                Pipeline.standard(enrich.copies(), enrich.topics(), enrich.languages()),
                enrich,
                kafka.topics().raw().name(),
                maxBytes);
        Instant now = Clock.systemUTC().instant();
        int exit = against == null
                ? explainOne(explainer.explain(input(files.get(0), maxBytes), now))
                : explainPairs(explainer, new PairExplainer(enrich.copies()), maxBytes, now);
        spec.commandLine().getOut().flush();
        return exit;
    }

    private void refuseWhatIsAmbiguous() {
        if (against == null && files.size() > 1) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "explain takes one FILE; to compare it with others, name one with --against OTHER");
        }
        if (against != null && (id != null || url != null)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--id and --url name one article, and --against compares several");
        }
        long fromStandardInput = Stream.concat(files.stream(), Stream.ofNullable(against))
                .filter(STANDARD_INPUT::equals)
                .count();
        if (fromStandardInput > 1) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "standard input is one article, and - names it more than once");
        }
    }

    private int explainOne(Explanation explanation) {
        print(explanation, () -> new ExplanationPage(out(), palette()).print(explanation));
        return explanation.endsAsEvent() ? 0 : 1;
    }

    private int explainPairs(Explainer explainer, PairExplainer pairs, int maxBytes, Instant now) {
        Explanation other = explainer.explain(input(against, maxBytes), now);
        if (other.article() == null) {
            return explainOne(other);
        }
        int exit = 0;
        for (String file : files) {
            Explanation one = explainer.explain(input(file, maxBytes), now);
            if (one.article() == null) {
                exit = explainOne(one);
            } else {
                PairExplanation pair = pairs.explain(against, other.article(), file, one.article());
                print(pair, () -> new PairPage(out(), palette()).print(pair));
            }
        }
        return exit;
    }

    private void print(Object explanation, Runnable page) {
        if (json) {
            out().println(PrintableJson.line(Json.bytes(explanation)).orElseThrow());
        } else {
            page.run();
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private Palette palette() {
        return Palette.of(spec.commandLine().getColorScheme().ansi());
    }

    private Input input(String file, int maxBytes) {
        return Input.of(file, bytes(file, maxBytes), source, id, url);
    }

    /** The input, or one byte more than is accepted. */
    private static byte[] bytes(String file, int maxBytes) {
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
