package dev.dateline.standalone.browser;

import dev.dateline.common.model.DeadLetterBuilder;
import dev.dateline.common.model.RawArticle;
import dev.dateline.common.model.RawArticleBuilder;
import dev.dateline.common.runtime.KafkaSettings;
import dev.dateline.common.wire.Json;
import dev.dateline.standalone.instances.RawRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What the specs look for among the simulated articles: known by name, and some of it meant to break a page. */
final class Exhibits {
    /** Were it taken for markup anywhere, a browser would run it. */
    static final String HOSTILE = "<img src=x onerror=\"window.hostile=1\"><script>window.hostile=1</script> & so on";

    static final String HOSTILE_ID = "hostile0000000000000000000";
    static final String REVISED_ID = "revised0000000000000000000";
    static final String COPY_ID = "copied00000000000000000000";
    static final String BURIED_ID = "buried00000000000000000000";
    static final String BURIED_SOURCE = "buried-desk";
    private static final String EARLY_ID = "early000000000000000000000";
    private static final String EARLY_TITLE = "Lisbon opens a tram line";
    private static final Duration EARLIER = Duration.ofHours(6);

    private static final String FIRST_WORD = "seventeen";
    private static final String LATER_WORD = "eighteen";
    private static final String TEXT =
            """
            The harbour council of Bergen voted on Thursday to send %s ferries across the bay each day, ending a dispute that began \
            when the old terminal was closed for repairs in the spring.

            Captain Nils Aase, who has steered the same boat for thirty years, said that his crew had waited for the vote and \
            would sail on the first morning that the weather allows it.

            The transport ministry of Norway pays for most of the new quay, and the city for the rest of it.
            """;

    private Exhibits() {}

    /** The articles, in the order in which they are to be written. */
    static List<RawRecord> articles(Instant now) {
        return List.of(
                record(article(REVISED_ID, "harbour-post", now)
                        .providerVersion("1")
                        .title("Council sends ferries across the bay")
                        .bodyText(TEXT.formatted(FIRST_WORD))
                        .build()),
                record(article(REVISED_ID, "harbour-post", now.plusSeconds(1))
                        .providerVersion("2")
                        .title("Council sends ferries across the bay")
                        .bodyText(TEXT.formatted(LATER_WORD))
                        .build()),
                record(article(COPY_ID, "fjord-mirror", now.plusSeconds(2))
                        .title("Ferries to cross the bay of Bergen")
                        .bodyText(TEXT.formatted(LATER_WORD) + "\nThis paper belongs to the ferry's owner.\n")
                        .build()),
                record(article(HOSTILE_ID, "hostile-desk", now)
                        .sourceName(HOSTILE)
                        .url("javascript:window.hostile=1")
                        .authors(List.of(HOSTILE))
                        .title(HOSTILE)
                        .subtitle(HOSTILE)
                        .bodyText(HOSTILE + "\n\nThe mayor of Oslo spoke of it on Friday.")
                        .build()));
    }

    /** One received long before the others, for the map's brush. */
    static RawRecord earlier(Instant now) {
        return record(article(EARLY_ID, "early-desk", now.minus(EARLIER))
                .title(EARLY_TITLE)
                .bodyText("The city of Lisbon in Portugal opened a tram line along the river on Monday morning.")
                .build());
    }

    private static RawArticleBuilder article(String id, String source, Instant receivedAt) {
        return RawArticleBuilder.builder()
                .articleId(id)
                .sourceId(source)
                .receivedAt(receivedAt)
                .publishedAt(receivedAt.minusSeconds(60));
    }

    private static RawRecord record(RawArticle article) {
        return new RawRecord(article.articleId(), Json.bytes(article), article.receivedAt());
    }

    /** Writes the dead letter of an article whose step is mended by now. */
    static void bury(KafkaSettings kafka, Instant now) throws Exception {
        RawArticle article = article(BURIED_ID, BURIED_SOURCE, now)
                .title("Lighthouse of Stavanger is lit again")
                .bodyText("The lighthouse of Stavanger was lit again on Sunday, a year after the storm put it out.")
                .build();
        byte[] letter = Json.bytes(DeadLetterBuilder.builder()
                .originTopic(kafka.topics().raw().name())
                .originPartition(0)
                .originOffset(1_000_000)
                .originalKey(BURIED_ID)
                .originalValue(Json.bytes(article))
                .sourceId(BURIED_SOURCE)
                .step("tag-article")
                .reason("STEP_CRASHED")
                .message(HOSTILE)
                .attempts(1)
                .receivedAt(now)
                .pipelineVersion("test")
                .build());
        ProducerRecord<String, byte[]> written =
                new ProducerRecord<>(kafka.topics().deadLetters().name(), BURIED_ID, letter);
        written.headers().add("desk", HOSTILE.getBytes(StandardCharsets.UTF_8));
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(kafka.client("test-bury"), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(written).get();
        }
    }

    /** What the specs may know of them. */
    static Map<String, Object> known() {
        return Map.of(
                "hostile", HOSTILE,
                "hostileId", HOSTILE_ID,
                "revisedId", REVISED_ID,
                "copyId", COPY_ID,
                "buriedSource", BURIED_SOURCE,
                "removed", FIRST_WORD,
                "added", LATER_WORD,
                "onlyInTheCopy", "owner",
                "early", EARLY_TITLE);
    }
}
