package dev.dateline.standalone.docs;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.common.config.Settings;
import dev.dateline.common.runtime.ServiceContext;
import dev.dateline.common.topics.Topic;
import dev.dateline.common.topics.Topics;
import dev.dateline.common.wire.Json;
import dev.dateline.common.wire.Schemas;
import dev.dateline.enrich.stream.StateStores;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;

/** {@code docs/topics.md}: the catalogue, the fields of every value, and what Kafka Streams keeps for itself. */
class TopicsPageTest {
    private static final String INTRODUCTION =
            """
            # Topics

            One plain JSON object per record, no envelope; keys are UTF-8 strings. Read with `isolation.level=read_committed`. Within `.v1`
            changes only add: ignore fields you do not know. Headers are CloudEvents 1.0 in binary mode (`ce_id`, `ce_type`, `ce_source`,
            `ce_specversion`, `ce_time`, `ce_dataschema`, `content-type`). A record's timestamp is when the article was received. A running
            service serves each schema at `/schemas/<name>/v1.json`.

            `dateline topics plan` compares a cluster with this catalogue, `dateline topics apply` makes the difference. A prefix
            (`dateline.kafka.topic-prefix`) goes before every name. Partitions are `dateline.kafka.partitions`, unless a number stands here.

            | topic | key | partitions | kept | what |
            |---|---|---|---|---|
            """;
    private static final String INTERNAL =
            """

            ## Internal topics

            Kafka Streams makes these for the enrich service, whose application id is `%s` (after the prefix). They are no contract: nobody
            else reads them, their form may change with any version, and they are not to be deleted while the service has work to do. All have
            as many partitions as `news.raw.v1`.

            | topic | kept | what |
            |---|---|---|
            """;
    private static final Map<String, String> PURPOSE = Map.ofEntries(
            entry("claims", "What each article asks the owners of the bands: its sketch, once for each share of them."),
            entry(
                    StateStores.ARTICLES,
                    "What is known of each article id. Kept for `dateline.enrich.identity-retention` and a day."),
            entry(StateStores.PENDING, "Articles that wait for their verdict."),
            entry(StateStores.FOLLOWERS, "Who has to be told when an article turns into a copy, or back into an original."),
            entry(
                    StateStores.BANDS,
                    "The sketches of one share of the bands. Kept for `dateline.enrich.copies.window` and its `grace`."),
            entry(StateStores.LEDGER, "The books, a line per source."));

    private final ServiceContext context = ServiceContext.of(Settings.load(Map.of(), Map.of()));
    private final Topics topics = context.topics();

    @Test
    void thePageListsEveryTopic() throws IOException {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        topics.all().forEach(topic -> page.append(row(topic)));
        for (Topic<?> topic : topics.all()) {
            page.append(fields(topic));
        }
        InternalTopics internal = InternalTopics.of(context);
        page.append(INTERNAL.formatted(internal.applicationId()));
        for (InternalTopics.Internal topic : internal.topics()) {
            assertThat(PURPOSE).as("what %s is for", topic.topic()).containsKey(topic.of());
            page.append("| `%s` | %s | %s |%n".formatted(topic.topic(), topic.kept(), PURPOSE.get(topic.of())));
        }

        new GeneratedPage("topics.md").check(getClass(), page.toString());
    }

    private String row(Topic<?> topic) {
        boolean partitioned = topic.partitions() == topics.raw().partitions();
        return "| [`%s`](#%s) | %s | %s | %s | %s |%n"
                .formatted(
                        topic.name(),
                        topic.name().replace(".", ""),
                        GeneratedPage.cell(topic.key()),
                        partitioned ? "" : topic.partitions(),
                        kept(topic.config()),
                        GeneratedPage.cell(topic.description()));
    }

    private static String kept(Map<String, String> config) {
        String time = config.get(TopicConfig.RETENTION_MS_CONFIG);
        long days = time == null ? 0 : Duration.ofMillis(Long.parseLong(time)).toDays();
        String span = days == 0 ? "" : days == 1 ? "1 day" : days + " days";
        boolean compacted = config.get(TopicConfig.CLEANUP_POLICY_CONFIG).contains(TopicConfig.CLEANUP_POLICY_COMPACT);
        return compacted ? span.isEmpty() ? "compacted" : "compacted, " + span : span;
    }

    private static String fields(Topic<?> topic) throws IOException {
        String schema = Schemas.json(topic.schema()).orElseThrow();
        Map<String, String> rows = new SchemaFields(Json.MAPPER.readTree(schema)).rows();
        return "%n## `%s`%n%n".formatted(topic.name())
                + "Value: [%s/v1.json](../common/src/main/resources/schemas/%1$s/v1.json). Fields marked \\* are always there.%n%n"
                        .formatted(topic.schema())
                + "| field | type | meaning |%n|---|---|---|%n".formatted()
                + String.join("", rows.values());
    }

    @Test
    void theInternalTopicsAreNamedByUs() {
        assertThat(InternalTopics.of(context).topics())
                .extracting(InternalTopics.Internal::topic)
                .contains("dateline-enrich-claims-repartition", "dateline-enrich-articles-by-id-changelog")
                .noneMatch(name -> name.contains("KSTREAM"));
    }

    @Test
    void everyPurposeIsOfATopicThatExists() {
        assertThat(InternalTopics.of(context).topics())
                .extracting(InternalTopics.Internal::of)
                .containsAll(new TreeMap<>(PURPOSE).keySet());
    }
}
