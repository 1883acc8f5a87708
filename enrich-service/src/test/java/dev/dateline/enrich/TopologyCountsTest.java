package dev.dateline.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.common.model.StepCounts;
import dev.dateline.common.telemetry.Histogram;
import dev.dateline.common.wire.Json;
import dev.dateline.enrich.step.ReadProgress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What telemetry says of the steps is what they did. */
class TopologyCountsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static final String FERRY =
            "The harbour council of Bergen voted on Thursday to close the old ferry terminal after ninety years of service.";
    private static final String VOTE =
            "Ministers called an early election in Lisbon, and parties began to draw up their lists for the islands at once.";

    @Test
    void everyStepCountsWhatItDid() {
        try (TopologyFixture topology = new TopologyFixture()) {
            topology.send(article("one", "A quiet harbour", FERRY, NOON));
            topology.send(article("two", "An election is called", VOTE, NOON.plusSeconds(1)));
            topology.send(article("two", "An election is called", VOTE, NOON.plusSeconds(2)));
            topology.send(Json.MAPPER
                    .createObjectNode()
                    .put("at", NOON.plusSeconds(3).toString())
                    .put("text", "not JSON"));

            Map<String, StepCounts> steps = topology.steps().counters().counts().stream()
                    .collect(Collectors.toMap(StepCounts::step, Function.identity()));
            StepCounts decode = steps.get("decode-record");
            assertThat(List.of(decode.in(), decode.out(), decode.rejected())).containsExactly(4L, 3L, 1L);
            StepCounts identify = steps.get("identify-article");
            assertThat(List.of(identify.in(), identify.out(), identify.duplicates()))
                    .containsExactly(3L, 2L, 1L);
            assertThat(steps.get("match-copies").in()).isEqualTo(2);
            assertThat(steps.get("decide-article").out()).isEqualTo(2);
            assertThat(steps.get("write-events").out())
                    .isEqualTo(topology.read(TopologyFixture.TOPICS.events()).size())
                    .isEqualTo(2);
            assertThat(steps.get("write-dead-letters").out()).isEqualTo(1);
            assertThat(steps.values())
                    .filteredOn(step -> !step.took().isEmpty())
                    .hasSizeGreaterThan(5)
                    .allSatisfy(step -> {
                        assertThat(Histogram.micros(step.took()).count()).isEqualTo(step.in());
                        assertThat(step.errors()).isZero();
                    });
        }
    }

    @Test
    void theTimeToTheEventIsCountedOncePerEvent() {
        try (TopologyFixture topology = new TopologyFixture()) {
            topology.send(article("one", "A quiet harbour", FERRY, NOON));

            Histogram took = Histogram.millis(topology.steps().endToEnd().counts());

            // The driver's clock stands at midnight, before the article came: a clock set back counts as no time at
            // all.
            assertThat(took.count()).isEqualTo(1);
            assertThat(took.percentile(1)).isEqualTo(4);
        }
    }

    @Test
    void aCopyThatTurnsOutAnOriginalIsNotTimed() {
        try (TopologyFixture topology = new TopologyFixture()) {
            topology.send(article("one", "A quiet harbour", FERRY, NOON));
            topology.send(article("two", "A quiet harbour", FERRY, NOON.plusSeconds(1)));
            topology.send(article("one", "An election is called", VOTE, NOON.plusSeconds(2)));

            assertThat(topology.read(TopologyFixture.TOPICS.events())).hasSize(3);
            assertThat(Histogram.millis(topology.steps().endToEnd().counts()).count())
                    .isEqualTo(2);
        }
    }

    @Test
    void theProgressIsTheLastRecordOfEachTopic() {
        try (TopologyFixture topology = new TopologyFixture()) {
            topology.send(article("one", "A quiet harbour", FERRY, NOON));
            topology.send(article("two", "An election is called", VOTE, NOON.plusSeconds(1)));

            Map<String, ReadProgress.Position> read =
                    topology.steps().progress().task("0_0").orElseThrow().byTopic();

            assertThat(read.get("news.raw.v1"))
                    .isEqualTo(new ReadProgress.Position(1, NOON.plusSeconds(1).toEpochMilli()));
            assertThat(read.get("news.letters.v1").offset()).isEqualTo(1);
            // The driver has one task for all: beside these two, the claims.
            assertThat(read).hasSize(3);
        }
    }

    private static ObjectNode article(String id, String title, String body, Instant at) {
        ObjectNode line = Json.MAPPER.createObjectNode().put("at", at.toString());
        line.putObject("value")
                .put("article_id", id)
                .put("source_id", "harbour-post")
                .put("received_at", at.toString())
                .put("published_at", at.toString())
                .put("title", title)
                .put("body_text", body);
        return line;
    }
}
