package dev.dateline.standalone.command;

import dev.dateline.common.access.ApiKey;
import dev.dateline.common.model.AccessKey;
import dev.dateline.common.model.AccessKeyBuilder;
import dev.dateline.common.wire.Json;
import dev.dateline.standalone.console.Palette;
import dev.dateline.standalone.console.Printable;
import dev.dateline.standalone.console.Table;
import dev.dateline.standalone.keys.KeyBook;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes, lists and revokes the API keys that ingest asks for. */
@Command(
        name = "keys",
        description = "Make, list and revoke the API keys of producers.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(create | list | revoke)",
        footer = {
            "",
            "A key is shown once, when it is made; only the hash of its secret is kept, in the",
            "topic news.access-keys.v1. Every instance of ingest follows that topic: a change",
            "holds within a second. Limits are counted by each instance for itself.",
            "",
            "Examples:",
            "  dateline keys create --label \"city desk\" --source city-desk",
            "  dateline keys create --label crawler --rate 20 --quota 100000",
            "  dateline keys list",
            "  dateline keys revoke 0f3a5c7b9d1e"
        })
final class KeysCommand {
    @Spec
    private CommandSpec spec;

    /** A new key as JSON: the record, and what is shown this once. */
    private record Created(String key, AccessKey record) {}

    @Command(
            name = "create",
            description = "Make a key and print it. It can't be shown again.",
            mixinStandardHelpOptions = true)
    int create(
            @Option(names = "--label", required = true, paramLabel = "TEXT", description = "Who will hold it.")
                    String label,
            @Mixin KeyLimits limits,
            @Option(names = "--json", description = "Print one JSON object.") boolean json,
            @Mixin ClusterOptions cluster) {
        limits.check(spec.commandLine());
        ApiKey key = ApiKey.generate(new SecureRandom());
        AccessKey record = AccessKeyBuilder.builder()
                .keyId(key.id())
                .secretSha256(key.secretSha256())
                .label(label)
                .scope(limits.scope())
                .sourceId(limits.source())
                .requestsPerSecond(limits.rate())
                .articlesPerDay(limits.quota())
                .createdAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
                .build();
        cluster.ask(kafka -> {
            new KeyBook(kafka).put(record);
            return null;
        });
        if (json) {
            print(List.of(json(new Created(key.token(), record))));
        } else {
            print(List.of(key.token()));
            PrintWriter err = spec.commandLine().getErr();
            err.println("This is the only time it is shown. Send it as  Authorization: Bearer <key>");
            err.flush();
        }
        return 0;
    }

    @Command(name = "list", description = "Print the keys, without their secrets.", mixinStandardHelpOptions = true)
    int list(
            @Option(names = "--json", description = "Print one JSON object per key.") boolean json,
            @Mixin ClusterOptions cluster) {
        List<AccessKey> keys = cluster.ask(kafka -> new KeyBook(kafka).all());
        if (json) {
            print(keys.stream().map(KeysCommand::json).toList());
        } else if (keys.isEmpty()) {
            print(List.of("no keys yet; make one with: dateline keys create --label NAME"));
        } else {
            print(table(keys));
        }
        return 0;
    }

    @Command(
            name = "revoke",
            description = "Make a key worthless. It stays in the list.",
            mixinStandardHelpOptions = true)
    int revoke(
            @Parameters(paramLabel = "ID", description = "The key's id, as `dateline keys list` prints it.") String id,
            @Mixin ClusterOptions cluster) {
        // People paste whole keys.
        String keyId = ApiKey.parse(id).map(ApiKey::id).orElse(id);
        AccessKey revoked = cluster.ask(kafka -> new KeyBook(kafka).revoke(keyId, Instant.now()))
                .orElseThrow(() -> new CommandFailure(
                        "there is no key of id " + Printable.of(keyId) + "; dateline keys list prints them"));
        print(List.of("revoked " + revoked.keyId() + " (" + Printable.of(revoked.label()) + ") at "
                + Json.iso(revoked.revokedAt())));
        return 0;
    }

    private List<String> table(List<AccessKey> keys) {
        Table table = new Table("id", "label", "scope", "source", "requests/s", "articles/day", "created", "revoked");
        for (AccessKey key : keys) {
            table.row(
                    key.keyId(),
                    Printable.of(key.label()),
                    KeyLimits.typed(key.scope()),
                    key.sourceId() == null ? "any" : Printable.of(key.sourceId()),
                    key.requestsPerSecond() == null ? "-" : key.requestsPerSecond(),
                    key.articlesPerDay() == null ? "-" : key.articlesPerDay(),
                    Json.iso(key.createdAt()),
                    key.revokedAt() == null ? "" : Json.iso(key.revokedAt()));
        }
        List<String> lines = new ArrayList<>(table.lines());
        lines.set(0, Palette.of(spec.commandLine().getColorScheme().ansi()).bold(lines.get(0)));
        return lines;
    }

    private static String json(Object value) {
        return new String(Json.bytes(value), StandardCharsets.UTF_8);
    }

    private void print(List<String> lines) {
        PrintWriter out = spec.commandLine().getOut();
        lines.forEach(out::println);
        out.flush();
    }
}
