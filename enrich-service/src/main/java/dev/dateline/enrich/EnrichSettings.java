package dev.dateline.enrich;

import dev.dateline.common.config.Settings;
import dev.dateline.enrich.near.CopyRule;
import dev.dateline.enrich.near.CopySettings;
import dev.dateline.enrich.near.Standing;
import dev.dateline.enrich.sketch.SketchSettings;
import dev.dateline.enrich.tag.language.LanguageTable;
import dev.dateline.enrich.tag.topics.TopicBook;
import dev.dateline.enrich.tag.topics.TopicFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * How the enrich service runs.
 *
 * @param stateDir where local state lives; it can be lost, Kafka has it too
 * @param threads stream threads of this instance
 * @param commitInterval how often a transaction ends: the latency of each of the two hops
 * @param groupProtocol {@code streams} (KIP-1071) or {@code classic}
 * @param standbyReplicas warm copies of state on other instances
 * @param missedAfter an instance that is silent for this long is taken for dead
 * @param identityRetention how long a resend or revision is recognised after an article's first delivery
 * @param copies how copies are found
 * @param languages what the language of an article is one of; any when empty
 * @param topics what articles are tagged with: the topics of the product, and those of the folder that the setting names
 * @param rocksDbCache memory for all state stores together, bytes
 */
public record EnrichSettings(
        String stateDir,
        int threads,
        Duration commitInterval,
        String groupProtocol,
        int standbyReplicas,
        Duration missedAfter,
        Duration identityRetention,
        CopySettings copies,
        Set<String> languages,
        TopicBook topics,
        long rocksDbCache) {

    public static EnrichSettings from(Settings settings) {
        Settings enrich = settings.section("enrich");
        return new EnrichSettings(
                enrich.text("state-dir"),
                enrich.integer("threads", 1, 256),
                enrich.duration("commit-interval", Duration.ofMillis(10), Duration.ofMinutes(1)),
                enrich.choice("group-protocol", List.of("streams", "classic")),
                enrich.integer("standby-replicas", 0, 3),
                enrich.duration("missed-after", Duration.ofSeconds(2), Duration.ofMinutes(5)),
                enrich.duration("identity-retention", Duration.ofHours(1), Duration.ofDays(366)),
                copies(enrich.section("copies")),
                languages(enrich),
                topics(enrich.section("topics")),
                enrich.bytes("rocksdb-cache", 8L << 20, 64L << 30));
    }

    private static CopySettings copies(Settings copies) {
        return new CopySettings(
                copies.integer("partitions", 1, Standing.MAX_PARTITIONS),
                copies.duration("grace", Duration.ZERO, Duration.ofDays(366)),
                new SketchSettings(
                        copies.integer("shingle-words", 1, 16),
                        copies.integer("bands", 1, 256),
                        copies.integer("rows", 1, 8)),
                new CopyRule(
                        share(copies, "threshold"),
                        copies.duration("window", Duration.ofHours(1), Duration.ofDays(366)),
                        copies.duration("updates-within", Duration.ZERO, Duration.ofDays(366)),
                        share(copies, "shared-numbers")));
    }

    private static Set<String> languages(Settings enrich) {
        Set<String> known = LanguageTable.load().codes();
        return enrich.converted(
                "languages",
                text -> {
                    Set<String> languages = new TreeSet<>(List.of(text.strip().split("[\\s,]+")));
                    languages.remove("");
                    for (String language : languages) {
                        if (!known.contains(language)) {
                            throw new IllegalArgumentException("unknown: " + language);
                        }
                    }
                    return Set.copyOf(languages);
                },
                "codes such as en, de, nb, of the languages " + String.join(" ", new TreeSet<>(known)));
    }

    private static TopicBook topics(Settings topics) {
        String folder = topics.text("folder");
        if (folder.isBlank()) {
            return TopicBook.shipped();
        }
        try {
            return TopicBook.withFolder(Path.of(folder));
        } catch (TopicFileException e) {
            topics.refuse("folder", "can't be used: " + e.getMessage());
            return TopicBook.shipped();
        }
    }

    private static double share(Settings settings, String name) {
        return settings.converted(
                name,
                text -> {
                    double share = Double.parseDouble(text);
                    if (!(share >= 0 && share <= 1)) {
                        throw new IllegalArgumentException(text);
                    }
                    return share;
                },
                "a number from 0 to 1");
    }
}
