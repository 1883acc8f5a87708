package dev.dateline.common.topics;

import dev.dateline.common.model.AccessKey;
import dev.dateline.common.model.AuditEntry;
import dev.dateline.common.model.DeadLetter;
import dev.dateline.common.model.Duplicate;
import dev.dateline.common.model.LedgerLine;
import dev.dateline.common.model.Letter;
import dev.dateline.common.model.NewsEvent;
import dev.dateline.common.model.RawArticle;
import dev.dateline.common.model.Source;
import dev.dateline.common.model.SourceState;
import dev.dateline.common.model.Subscription;
import dev.dateline.common.model.Telemetry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.config.TopicConfig;

/**
 * The catalogue of topics. Partitioned topics share one count, because the partition of an article, or of a source, is where its state
 * lives; the small control topics have one partition each.
 */
public record Topics(
        Topic<RawArticle> raw,
        Topic<NewsEvent> events,
        Topic<Duplicate> duplicates,
        Topic<DeadLetter> deadLetters,
        Topic<LedgerLine> ledger,
        Topic<Letter> letters,
        Topic<Source> sources,
        Topic<SourceState> sourceStates,
        Topic<Subscription> subscriptions,
        Topic<Telemetry> telemetry,
        Topic<AccessKey> accessKeys,
        Topic<AuditEntry> audit) {

    /** A raw article of the largest size that ingest accepts, and room for the fields around its text. */
    private static final int RAW_MESSAGE_BYTES = 4 << 20;
    /** Some hours of a few instances. */
    private static final int TELEMETRY_SEGMENT_BYTES = 32 << 20;
    /** The same again, as base64 in a dead letter. */
    private static final int DEAD_LETTER_BYTES = 6 << 20;

    /** Longer than the enrich service may stand still. */
    private static final Duration WEEK = Duration.ofDays(7);

    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration YEAR = Duration.ofDays(365);
    private static final Map<String, String> COMPACTED =
            Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);

    /**
     * The catalogue of one cluster.
     *
     * @param prefix put before every name, for several pipelines on one cluster; may be empty
     * @param partitions of the topics that carry articles: the upper bound of parallel work
     */
    public static Topics of(String prefix, int partitions) {
        return new Topics(
                new Topic<>(
                        prefix + "news.raw.v1",
                        "raw-article",
                        "article_id",
                        RawArticle.class,
                        partitions,
                        kept(MONTH, RAW_MESSAGE_BYTES),
                        "Raw articles as received: fields mapped, content untouched."),
                new Topic<>(
                        prefix + "news.events.v1",
                        "news-event",
                        "article_id",
                        NewsEvent.class,
                        partitions,
                        kept(MONTH, RAW_MESSAGE_BYTES),
                        "The structured event: one per original article and revision."),
                new Topic<>(
                        prefix + "news.duplicates.v1",
                        "duplicate",
                        "article_id of the copy",
                        Duplicate.class,
                        partitions,
                        with(kept(MONTH, RAW_MESSAGE_BYTES), TopicConfig.CLEANUP_POLICY_CONFIG, "compact,delete"),
                        "Which article is a copy of which; the highest version holds."),
                new Topic<>(
                        prefix + "news.dead-letters.v1",
                        "dead-letter",
                        "the original record's key",
                        DeadLetter.class,
                        partitions,
                        kept(Duration.ofDays(90), DEAD_LETTER_BYTES),
                        "Records that could not be processed: original bytes, origin, step, reason."),
                new Topic<>(
                        prefix + "news.ledger.v1",
                        "ledger-line",
                        "source_id|partition",
                        LedgerLine.class,
                        1,
                        COMPACTED,
                        "What became of every raw record, counted per source and partition."),
                new Topic<>(
                        prefix + "news.letters.v1",
                        "letter",
                        "article_id of the addressee",
                        Letter.class,
                        partitions,
                        kept(WEEK, RAW_MESSAGE_BYTES),
                        "What the owners of articles ask and tell each other to find copies. For the enrich service alone."),
                // As many partitions as the articles have: they bound how many instances of ingest share the polling.
                new Topic<>(
                        prefix + "news.sources.v1",
                        "source",
                        "source_id",
                        Source.class,
                        partitions,
                        COMPACTED,
                        "Feeds and sitemaps to be polled, as declared. A tombstone removes one."),
                new Topic<>(
                        prefix + "news.source-states.v1",
                        "source-state",
                        "source_id",
                        SourceState.class,
                        partitions,
                        COMPACTED,
                        "What polling has found out about each source. In the partition of its source."),
                new Topic<>(
                        prefix + "news.subscriptions.v1",
                        "subscription",
                        "source_id",
                        Subscription.class,
                        partitions,
                        COMPACTED,
                        "WebSub subscriptions. Holds secrets: give nobody else the right to read it."),
                new Topic<>(
                        prefix + "news.telemetry.v1",
                        "telemetry",
                        "instance_id",
                        Telemetry.class,
                        1,
                        // All of the day, for charts. Time ends what is in closed segments only, so these are small.
                        with(
                                kept(Duration.ofDays(1), 1 << 20),
                                TopicConfig.SEGMENT_BYTES_CONFIG,
                                Integer.toString(TELEMETRY_SEGMENT_BYTES)),
                        "Health and counters of every instance, once a second."),
                new Topic<>(
                        prefix + "news.access-keys.v1",
                        "access-key",
                        "key_id",
                        AccessKey.class,
                        1,
                        Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT),
                        "API keys of producers, without their secrets. Whoever can write it can make keys."),
                new Topic<>(
                        prefix + "news.audit.v1",
                        "audit-entry",
                        "the target",
                        AuditEntry.class,
                        1,
                        kept(YEAR, 1 << 20),
                        "What somebody with an admin key did on the dashboard, and which dead letters were redriven."));
    }

    public List<Topic<?>> all() {
        return List.of(
                raw,
                events,
                duplicates,
                deadLetters,
                ledger,
                letters,
                sources,
                sourceStates,
                subscriptions,
                telemetry,
                accessKeys,
                audit);
    }

    private static Map<String, String> kept(Duration retention, int maxMessageBytes) {
        return Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention.toMillis()),
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(maxMessageBytes));
    }

    private static Map<String, String> with(Map<String, String> config, String name, String value) {
        Map<String, String> changed = new TreeMap<>(config);
        changed.put(name, value);
        return Map.copyOf(changed);
    }
}
