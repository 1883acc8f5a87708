package dev.dateline.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.common.http.ProblemException;
import dev.dateline.common.wire.Json;
import dev.dateline.ingest.poll.check.CheckReport;
import dev.dateline.ingest.read.SourceName;
import dev.dateline.standalone.console.Palette;
import dev.dateline.standalone.console.Printable;
import dev.dateline.standalone.sources.CheckLines;
import dev.dateline.standalone.sources.LocalCheck;
import dev.dateline.standalone.sources.Opml;
import dev.dateline.standalone.sources.SourceLines;
import dev.dateline.standalone.sources.SourcesClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Feeds and sitemaps that ingest polls: declares, shows, checks and pauses them. */
@Command(
        name = "sources",
        description = "List and declare the feeds and sitemaps that ingest polls.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  dateline sources check https://example.com/feed.xml",
            "  dateline sources add https://example.com/feed.xml --id example --interval 30m",
            "  dateline sources list",
            "  dateline sources pause example",
            "  dateline sources import subscriptions.opml"
        })
final class SourcesCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "say what to do: list, add, remove, check, pause, resume, poll-now, import or export");
    }

    @Command(
            name = "list",
            description = "Show all sources, how their last polls went and when the next ones are due.",
            mixinStandardHelpOptions = true)
    int list(
            @Mixin IngestAddress address,
            @Option(names = "--json", description = "Print one JSON object per source.") boolean json) {
        List<JsonNode> sources = address.sources().list();
        if (json) {
            print(sources.stream().map(JsonNode::toString).toList());
        } else {
            print(SourceLines.of(sources, Instant.now(), palette()));
        }
        return 0;
    }

    @Command(
            name = "add",
            description = "Declare a source, or change the one of the same id.",
            mixinStandardHelpOptions = true)
    int add(
            @Mixin IngestAddress address,
            @Parameters(paramLabel = "URL", description = "Address of the feed or sitemap.") String url,
            @Option(
                            names = "--id",
                            paramLabel = "ID",
                            description = "The source_id of its articles. Default: its host.")
                    String id,
            @Mixin DeclarationOptions declaration) {
        String named = id != null ? id : SourceName.ofHost(url);
        if (named == null) {
            throw new ParameterException(spec.commandLine(), "URL must be an http or https address, not " + url);
        }
        SourcesClient sources = address.sources();
        sources.find(named)
                .filter(known -> id == null && !known.path("url").asText().equals(url))
                .ifPresent(known -> {
                    throw new CommandFailure("there is a source " + named + " already, for "
                            + known.path("url").asText() + "; --id gives this one another name");
                });
        sources.declare(named, declaration.source(url));
        print(List.of("declared " + named + "; dateline sources list shows how its polls go"));
        return 0;
    }

    @Command(
            name = "remove",
            description = "Stop polling sources, and forget them. Their articles stay.",
            mixinStandardHelpOptions = true)
    int remove(@Mixin IngestAddress address, @Parameters(paramLabel = "ID", arity = "1..*") List<String> ids) {
        SourcesClient sources = address.sources();
        ids.forEach(sources::remove);
        print(ids.stream().map(id -> "removed " + id).toList());
        return 0;
    }

    @Command(
            name = "pause",
            description = "Leave sources alone until they are resumed.",
            mixinStandardHelpOptions = true)
    int pause(@Mixin IngestAddress address, @Parameters(paramLabel = "ID", arity = "1..*") List<String> ids) {
        return act(address, ids, "pause", "paused ");
    }

    @Command(
            name = "resume",
            description = "Poll sources again that were paused, or whose server said they were gone.",
            mixinStandardHelpOptions = true)
    int resume(@Mixin IngestAddress address, @Parameters(paramLabel = "ID", arity = "1..*") List<String> ids) {
        return act(address, ids, "resume", "resumed ");
    }

    @Command(
            name = "poll-now",
            description = "Poll sources out of turn; a server that asked for a pause gets it all the same.",
            mixinStandardHelpOptions = true)
    int pollNow(@Mixin IngestAddress address, @Parameters(paramLabel = "ID", arity = "1..*") List<String> ids) {
        return act(address, ids, "poll-now", "asked for a poll of ");
    }

    private int act(IngestAddress address, List<String> ids, String verb, String done) {
        SourcesClient sources = address.sources();
        ids.forEach(id -> sources.act(id, verb));
        print(ids.stream().map(id -> done + id).toList());
        return 0;
    }

    @Command(
            name = "check",
            description = "Show what a poll of an address would give. Needs no running ingest and changes nothing.",
            mixinStandardHelpOptions = true)
    int check(
            @Parameters(paramLabel = "URL", description = "Address of a feed or sitemap.") String url,
            @Mixin DeclarationOptions declaration,
            @Option(names = "--allow-private", description = "Also ask private and loopback addresses.")
                    boolean allowPrivate) {
        CheckReport report = LocalCheck.run(declaration.source(url), allowPrivate);
        print(CheckLines.of(report, palette()));
        return report.problem() == null ? 0 : 1;
    }

    @Command(
            name = "import",
            description = "Declare the feeds of an OPML file, as feed readers export it.",
            mixinStandardHelpOptions = true)
    int importFeeds(
            @Mixin IngestAddress address,
            @Parameters(paramLabel = "FILE", description = "An OPML file.") Path file,
            @Option(names = "--dry-run", description = "Show what would be declared.") boolean dry) {
        SourcesClient sources = address.sources();
        Map<String, ObjectNode> feeds;
        try {
            feeds = Opml.read(Files.readAllBytes(file), sources.list());
        } catch (IOException e) {
            throw new CommandFailure("can't read " + file + ": " + e, e);
        } catch (ProblemException e) {
            throw new CommandFailure(file + ": " + e.getMessage(), e);
        }
        feeds.forEach((id, source) -> {
            if (!dry) {
                sources.declare(id, source);
            }
            print(List.of((dry ? "would declare " : "declared ") + id + "  "
                    + Printable.of(source.path("url").asText())));
        });
        return 0;
    }

    @Command(
            name = "export",
            description = "Print all feeds as OPML, or all sources as JSON that PUT takes back.",
            mixinStandardHelpOptions = true)
    int exportFeeds(
            @Mixin IngestAddress address,
            @Option(names = "--json", description = "Print JSON: sitemaps, intervals and all, secrets masked.")
                    boolean json) {
        List<JsonNode> sources = address.sources().list();
        if (json) {
            ArrayNode declared = Json.MAPPER.createArrayNode();
            sources.forEach(source -> declared.add(declaration((ObjectNode) source)));
            print(List.of(declared.toPrettyString()));
        } else {
            spec.commandLine().getOut().print(Opml.write(sources));
            spec.commandLine().getOut().flush();
        }
        return 0;
    }

    private static ObjectNode declaration(ObjectNode source) {
        return source.deepCopy()
                .remove(List.of(
                        "state",
                        "subscription",
                        "updated_at",
                        "updated_at_ms",
                        "poll_requested_at",
                        "poll_requested_at_ms"));
    }

    private Palette palette() {
        return Palette.of(spec.commandLine().getColorScheme().ansi());
    }

    private void print(List<String> lines) {
        PrintWriter out = spec.commandLine().getOut();
        lines.forEach(out::println);
        out.flush();
    }
}
