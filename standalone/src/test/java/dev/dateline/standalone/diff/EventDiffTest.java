package dev.dateline.standalone.diff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.common.wire.Json;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventDiffTest {
    private static final String EVENT =
            """
            {"article_id": "a", "revision": 1, "status": "active", "title": "Ferry strike ends", "body_text": "Ada Birch spoke.",
             "received_at": "2026-03-06T08:00:00.000Z", "language": "en", "duplicates_seen": 0,
             "topics": [{"code": "medtop:09000000", "name": "labour", "confidence": 0.8, "evidence": [{"term": "strike"}]}],
             "keywords": [{"term": "ferry", "weight": 1}, {"term": "strike", "weight": 0.5}],
             "entities": [{"type": "PER", "name": "Ada Birch", "mentions": [{"surface": "Ada Birch"}]}],
             "tone": {"value": -0.2, "positive": 0, "negative": 1},
             "lineage": {"raw_offset": 7, "pipeline_version": "1", "models": {"names": "names-1", "topics": "topics-1"}}}
            """;

    private ObjectNode first;
    private ObjectNode second;

    @BeforeEach
    void readTwice() throws IOException {
        first = (ObjectNode) Json.MAPPER.readTree(EVENT);
        second = (ObjectNode) Json.MAPPER.readTree(EVENT);
    }

    private List<FieldChange> changes() {
        return EventDiff.of(first, second);
    }

    private static JsonNode json(String text) throws IOException {
        return Json.MAPPER.readTree(text);
    }

    @Test
    void whatMadeAnEventIsNotWhatItSays() throws IOException {
        second.put("received_at", "2027-01-01T00:00:00.000Z").put("revision", 2).put("duplicates_seen", 4);
        second.set("lineage", json("{\"raw_offset\": 9, \"pipeline_version\": \"2\", \"models\": {}}"));
        assertThat(changes()).isEmpty();
    }

    @Test
    void orderAndWeightsOfKeywordsAreNoDifference() throws IOException {
        second.set("keywords", json("[{\"term\": \"strike\", \"weight\": 1}, {\"term\": \"ferry\", \"weight\": 0.9}]"));
        assertThat(changes()).isEmpty();
    }

    @Test
    void aTopicThatIsNewComesWithItsTerms() throws IOException {
        second.set(
                "topics",
                json(
                        """
                        [{"code": "medtop:09000000", "name": "labour", "confidence": 0.7, "evidence": [{"term": "strike"}]},
                         {"code": "medtop:04000000", "name": "economy", "confidence": 0.4, "evidence": [{"term": "ferry"}, {"term": "fare"}]}]
                        """));
        assertThat(changes()).singleElement().satisfies(change -> {
            assertThat(change.field()).isEqualTo("topics");
            assertThat(change.gone()).isEmpty();
            assertThat(change.come()).containsExactly("economy 0.4 (ferry, fare)");
        });
    }

    @Test
    void anEntityOfAnotherTypeIsAnother() {
        ((ObjectNode) second.at("/entities/0")).put("type", "ORG");
        assertThat(changes()).singleElement().satisfies(change -> {
            assertThat(change.gone()).containsExactly("PER Ada Birch (Ada Birch ×1)");
            assertThat(change.come()).containsExactly("ORG Ada Birch (Ada Birch ×1)");
        });
    }

    @Test
    void aFieldThatOnlyOneHasIsToldOnItsSide() {
        second.put("primary_country", "NO");
        second.remove("language");
        assertThat(changes()).extracting(FieldChange::field).containsExactly("language", "primary_country");
        assertThat(changes().get(0).gone()).containsExactly("en");
        assertThat(changes().get(0).come()).isEmpty();
        assertThat(changes().get(1).come()).containsExactly("NO");
    }

    @Test
    void toneIsComparedByItsSign() {
        ((ObjectNode) second.get("tone")).put("value", -0.4);
        assertThat(changes()).isEmpty();
        ((ObjectNode) second.get("tone")).put("value", 0.4);
        assertThat(changes().get(0).come()).containsExactly("positive 0.4");
    }

    @Test
    void theTextExplainsMoreThanAModel() {
        second.put("body_text", "Ada Birch spoke again.");
        second.remove("keywords");
        ((ObjectNode) second.at("/lineage/models")).put("names", "names-2");
        assertThat(changes()).extracting(FieldChange::field).containsExactly("body_text", "keywords");
        assertThat(changes())
                .extracting(FieldChange::why)
                .containsExactly("names names-1 → names-2", "body_text changed");
    }

    @Test
    void aModelExplainsMoreThanAVersion() {
        second.remove("keywords");
        ((ObjectNode) second.get("lineage")).put("pipeline_version", "2");
        assertThat(changes().get(0).why()).isEqualTo("pipeline 1 → 2");
        ((ObjectNode) second.at("/lineage/models")).remove("topics");
        assertThat(changes().get(0).why()).isEqualTo("topics topics-1 → none");
    }

    @Test
    void longValuesAreCutBetweenCodePoints() {
        second.put("title", "🚢".repeat(1000));
        assertThat(changes().get(0).come()).containsExactly("🚢".repeat(120) + "…");
    }
}
