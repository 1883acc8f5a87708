package dev.dateline.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dateline.common.model.RawArticle;
import dev.dateline.common.wire.JsonSerde;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is delivered has the form its channel takes, and malformed deliveries are as malformed as they claim. */
class DeliveryFormatTest {
    private static final Set<String> JSON_FIELDS = Set.of(
            "source_id",
            "source_name",
            "source_domain",
            "provider_id",
            "url",
            "published_at",
            "modified_at",
            "title",
            "subtitle",
            "authors",
            "agency",
            "language",
            "section",
            "keywords",
            "body_text",
            "body_html");
    private static final DateTimeFormatter TIME_LINE =
            DateTimeFormatter.ofPattern("EEEE dd MMMM yyyy HH:mm 'GMT'", Locale.ENGLISH);
    private static List<Delivery> run;

    @BeforeAll
    static void deliver() {
        run = Runs.of(17, 5_000);
    }

    private static List<Delivery> on(Channel channel) {
        return run.stream().filter(delivery -> delivery.channel() == channel).toList();
    }

    @Test
    void everyJsonDeliveryIsStrictJsonOfAllowedFields() {
        Set<String> seen = new TreeSet<>();
        for (Delivery delivery : on(Channel.HTTP_JSON)) {
            Map<String, Object> fields = DeliveredBody.json(delivery);
            assertThat(JSON_FIELDS).containsAll(fields.keySet());
            assertThat(fields).containsKeys("source_id", "provider_id", "title", "published_at");
            assertThat(fields.containsKey("body_text")).isNotEqualTo(fields.containsKey("body_html"));
            assertThat(fields.get("source_id")).isEqualTo(delivery.truth().sourceId());
            assertThat(Instant.parse(fields.get("published_at").toString()))
                    .isEqualTo(delivery.truth().publishedAt());
            assertThat(delivery.mediaType()).isEqualTo("application/json");
            seen.addAll(fields.keySet());
        }
        assertThat(seen).isEqualTo(new TreeSet<>(JSON_FIELDS));
    }

    @Test
    void pastedTextBeginsWithHeadlineBylineAndTheMinuteOfPublication() {
        for (Delivery delivery : on(Channel.HTTP_TEXT)) {
            assertThat(delivery.parameters()).containsOnlyKeys("source", "id");
            assertThat(delivery.mediaType()).isEqualTo("text/plain; charset=utf-8");
            if (delivery.truth().kind() != Kind.MALFORMED) {
                String header = new String(delivery.body(), StandardCharsets.UTF_8)
                        .lines()
                        .limit(6)
                        .filter(line -> line.endsWith(" GMT"))
                        .findFirst()
                        .orElseThrow();
                LocalDateTime time = LocalDateTime.parse(header, TIME_LINE);
                assertThat(time.toInstant(ZoneOffset.UTC))
                        .isEqualTo(delivery.truth().publishedAt());
            }
        }
    }

    @Test
    void everyBodyHasTheStatedLength() {
        List<Integer> lengths = run.stream()
                .filter(delivery -> delivery.truth().kind() == Kind.ORIGINAL)
                .map(delivery -> DeliveredBody.words(delivery).size())
                .toList();
        assertThat(lengths).allMatch(words -> words >= 75 && words <= 850);
        assertThat(lengths).anyMatch(words -> words < 110).anyMatch(words -> words > 550);
    }

    @Test
    void nothingOfTheNotationIsLeftInTheTexts() {
        for (Delivery delivery : run) {
            Truth truth = delivery.truth();
            if (truth.kind() == Kind.ORIGINAL && truth.changes().stream().allMatch("late"::equals)) {
                String words = String.join(" ", DeliveredBody.words(delivery));
                assertThat(words).doesNotContain(" an an ").doesNotContain("null");
                assertThat(new String(delivery.body(), StandardCharsets.UTF_8))
                        .doesNotContain("a/an", "..", " ,", " .", ",,", "|");
            }
        }
    }

    @Test
    void hostileContentOccurs() {
        Set<String> traits = on(Channel.HTTP_JSON).stream()
                .filter(delivery -> delivery.truth().kind() == Kind.ORIGINAL)
                .flatMap(delivery -> delivery.truth().changes().stream())
                .collect(Collectors.toSet());
        assertThat(traits)
                .contains("emoji", "right_to_left", "markup", "combining", "template", "zero_width", "long_title");
        assertThat(run)
                .anyMatch(delivery -> new String(delivery.body(), StandardCharsets.UTF_8).contains("<script>alert("));
    }

    @Test
    void titlesAreNoLongerThanIngestReads() {
        // Very long ones are rare: a longer run has enough of them.
        List<Integer> lengths = new Newswire(Runs.plan(1, 20_000))
                .stream()
                        .filter(delivery -> delivery.channel() == Channel.HTTP_JSON)
                        .filter(delivery -> delivery.truth().changes().contains("long_title"))
                        .map(delivery -> DeliveredBody.json(delivery)
                                .get("title")
                                .toString()
                                .length())
                        .toList();
        assertThat(lengths).hasSizeGreaterThan(10).allMatch(length -> length <= 1000);
    }

    @Test
    void everyDefectOccurs() {
        Set<String> defects = run.stream()
                .filter(delivery -> delivery.truth().kind() == Kind.MALFORMED)
                .flatMap(delivery -> delivery.truth().changes().stream())
                .collect(Collectors.toSet());
        assertThat(defects).hasSize(Defect.values().length);
    }

    @Test
    void malformedBodiesThatPassTheDoorHoldNoWord() {
        for (Delivery delivery : run) {
            if (delivery.truth().kind() == Kind.MALFORMED && delivery.channel() == Channel.HTTP_JSON) {
                Map<String, Object> fields = DeliveredBody.json(delivery);
                String body = fields.getOrDefault("body_text", fields.get("body_html"))
                        .toString();
                assertThat(body.replaceAll("<[^<>]*>|&nbsp;", "")).doesNotContainPattern("[\\p{L}\\p{N}]");
            } else if (delivery.truth().kind() == Kind.MALFORMED && delivery.channel() == Channel.HTTP_TEXT) {
                assertThat(new String(delivery.body(), StandardCharsets.UTF_8)).matches("[- \n]+");
            }
        }
    }

    @Test
    void noRecordWrittenStraightToTheTopicIsAUsableArticle() {
        assertThat(on(Channel.TOPIC)).allSatisfy(delivery -> {
            assertThat(delivery.truth().kind()).isEqualTo(Kind.MALFORMED);
            assertThat(delivery.parameters()).containsOnlyKeys("key");
            String defect = delivery.truth().changes().get(0);
            if (Set.of("without_article_id", "without_source_id", "far_future").contains(defect)) {
                RawArticle article = read(delivery);
                assertThat(article.articleId() == null
                                || article.sourceId() == null
                                || article.publishedAt().isAfter(Instant.parse("9999-12-31T00:00:00Z")))
                        .isTrue();
            } else {
                assertThatExceptionOfType(SerializationException.class)
                        .as(defect)
                        .isThrownBy(() -> read(delivery));
            }
        });
    }

    private static RawArticle read(Delivery delivery) {
        return JsonSerde.of(RawArticle.class).deserializer().deserialize("news.raw.v1", delivery.body());
    }

    @Test
    void allButInvalidUtf8IsUtf8() {
        for (Delivery delivery : run) {
            if (!delivery.truth().changes().contains("invalid_utf8")
                    && !delivery.truth().changes().contains("truncated_json")) {
                assertThatCode(() -> StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(delivery.body())))
                        .doesNotThrowAnyException();
            }
        }
    }
}
