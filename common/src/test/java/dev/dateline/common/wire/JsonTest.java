package dev.dateline.common.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.dateline.common.model.RawArticle;
import dev.dateline.common.model.RawArticleBuilder;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @Test
    void timesAreUtcWithMilliseconds() throws Exception {
        RawArticle article =
                Json.STRICT.readValue("{\"received_at\": \"2020-01-03T20:44:00+01:00\"}", RawArticle.class);

        assertThat(article.receivedAt()).isEqualTo(Instant.parse("2020-01-03T19:44:00Z"));
        assertThat(Json.MAPPER.writeValueAsString(article))
                .isEqualTo("{\"received_at\":\"2020-01-03T19:44:00.000Z\",\"received_at_ms\":1578080640000}");
    }

    @Test
    void fieldsStandInTheOrderOfTheRecordAndDerivedOnesBehindByName() throws Exception {
        Instant at = Instant.parse("2020-01-03T19:44:00Z");
        RawArticle article = RawArticleBuilder.builder()
                .articleId("a")
                .receivedAt(at)
                .publishedAt(at)
                .title("t")
                .bodyText("b")
                .build();

        assertThat(Json.MAPPER.valueToTree(article).fieldNames())
                .toIterable()
                .containsExactly(
                        "article_id",
                        "received_at",
                        "published_at",
                        "title",
                        "body_text",
                        "published_at_ms",
                        "received_at_ms");
    }

    @Test
    void unknownFieldsOnTopicsAreANewerProducersBusiness() throws Exception {
        assertThat(Json.MAPPER
                        .readValue("{\"title\": \"x\", \"added_later\": 1}", RawArticle.class)
                        .title())
                .isEqualTo("x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"titel\": \"x\"}",
                "{\"title\": \"x\", \"title\": \"y\"}",
                "{\"title\": 5}",
                "{\"title\": true}",
                "{\"title\": 1.5}",
                "{\"authors\": \"x\"}",
                "{\"published_at\": 1578080640000}",
                "{\"published_at\": \"yesterday\"}",
                "{\"title\": \"x\"} trailing",
                "{\"title\":",
                "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
                "{\"title\": 111111111111111111111111111111111111111111111111111111111111111111111111111111111111}"
            })
    void whatPeopleSendIsReadStrictly(String json) {
        assertThatThrownBy(() -> Json.STRICT.readValue(json, RawArticle.class))
                .isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void digestsAreStableAndKnowTheirParts() {
        assertThat(Digest.of("a", "b"))
                .hasSize(26)
                .isEqualTo(Digest.of("a", "b"))
                .matches("[0-9a-v]{26}");
        assertThat(Digest.of("ab", "c")).isNotEqualTo(Digest.of("a", "bc"));
        assertThat(Digest.of("a", null)).isNotEqualTo(Digest.of("a", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-14T09:05:03.007Z, 2026-04-14T09:05:03.007Z",
        "2026-12-31T23:59:59.999999999Z, 2026-12-31T23:59:59.999Z",
        "1969-12-31T23:59:59.9995Z, 1969-12-31T23:59:59.999Z",
        "0476-09-04T00:00:00Z, 0476-09-04T00:00:00.000Z",
        "+12026-01-01T00:00:00Z, +12026-01-01T00:00:00.000Z"
    })
    void timesHaveThreeFractionDigits(Instant instant, String text) {
        assertThat(Json.iso(instant)).isEqualTo(text);
    }
}
