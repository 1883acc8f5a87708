package dev.dateline.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.common.wire.Json;
import dev.dateline.testkit.GoldenCase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EnrichTopologyTest {

    static List<GoldenCase> cases() {
        return GoldenCase.under("golden");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void goldenCase(GoldenCase golden) {
        try (TopologyFixture topology = new TopologyFixture()) {
            golden.in().forEach(topology::send);
            topology.aSecondPasses();

            golden.assertOutput("events", topology.read(TopologyFixture.TOPICS.events()));
            golden.assertOutput("duplicates", topology.read(TopologyFixture.TOPICS.duplicates()));
            golden.assertOutput("dead-letters", topology.read(TopologyFixture.TOPICS.deadLetters()));
            List<ObjectNode> ledger = topology.read(TopologyFixture.TOPICS.ledger());
            golden.assertOutput("ledger", ledger);
            assertThat(ledger)
                    .allSatisfy(line -> assertThat(line.at("/value/in_flight").asInt())
                            .as("every record found its end: %s", line)
                            .isZero());
        }
    }

    /**
     * The golden description of the topology. A changed name of a store, a repartition topic or a processor that owns one loses state on
     * an upgrade: such a change needs a new application id or a reset. Everything else may change; write it anew with
     * {@code -Dgolden.update}.
     */
    @Test
    void theDescriptionIsAsReviewed() throws Exception {
        Path golden = Path.of("src/test/resources/topology.txt");
        String description = TopologyFixture.topology(TopologyFixture.pipeline(), () -> null)
                .describe()
                .toString();
        if (GoldenCase.updating()) {
            Files.writeString(golden, description);
        }

        assertThat(description).isEqualTo(Files.readString(golden));
        assertThat(description)
                .as("every name is ours")
                .doesNotContain("KSTREAM-")
                .doesNotContain("KTABLE-");
    }

    @Test
    void twentyOrdersOfArrivalGiveTheSameOriginalsAndCopies() {
        List<ObjectNode> articles = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            articles.add(article("id-" + i, i % 9, (i * 17) % 60));
        }
        Map<String, String> first = null;
        for (long seed = 0; seed < 20; seed++) {
            Collections.shuffle(articles, new Random(seed));
            Map<String, String> assignments = assignments(articles);
            if (first == null) {
                first = assignments;
            }
            assertThat(assignments).as("order %d", seed).isEqualTo(first);
        }
        assertThat(first).hasSize(60);
        assertThat(new TreeSet<>(first.values()))
                .hasSize(9 + 1); // nine originals, named by their copies, and "original"
    }

    @Test
    void aStepThatThrowsMakesADeadLetterAndTheNextArticlePasses() {
        Pipeline standard = TopologyFixture.pipeline();
        Pipeline broken = new Pipeline(
                standard.version(),
                standard.decode(),
                standard.extract(),
                standard.sketch(),
                standard.identify(),
                standard.decide(),
                article -> {
                    if (article.title().startsWith("Poison")) {
                        throw new IllegalArgumentException("for the test");
                    }
                    return standard.tag().apply(article);
                },
                standard.compose());
        try (TopologyFixture topology = new TopologyFixture(broken)) {
            ObjectNode poison = article("poison", 1, 1);
            ((ObjectNode) poison.get("value")).put("title", "Poison");
            topology.send(poison);
            topology.send(article("good", 2, 2));
            topology.aSecondPasses();

            assertThat(topology.read(TopologyFixture.TOPICS.events()))
                    .extracting(event -> event.get("key").asText())
                    .containsExactly("good");
            assertThat(topology.read(TopologyFixture.TOPICS.deadLetters()))
                    .singleElement()
                    .satisfies(letter -> {
                        assertThat(letter.at("/value/step").asText()).isEqualTo("tag-article");
                        assertThat(letter.at("/value/reason").asText()).isEqualTo("STEP_CRASHED");
                        assertThat(letter.at("/value/original_value").binaryValue())
                                .isEqualTo(Json.bytes(poison.get("value")));
                    });
            assertThat(topology.read(TopologyFixture.TOPICS.ledger()))
                    .allSatisfy(line ->
                            assertThat(line.at("/value/in_flight").asInt()).isZero());

            topology.send(poison.put("redrives", 1)); // tried again, not taken for a resend
            assertThat(topology.read(TopologyFixture.TOPICS.deadLetters()))
                    .singleElement()
                    .satisfies(letter ->
                            assertThat(letter.at("/value/attempts").asInt()).isEqualTo(2));
            topology.aSecondPasses();
            assertThat(topology.read(TopologyFixture.TOPICS.ledger())).allSatisfy(line -> {
                assertThat(line.at("/value/in_flight").asInt()).isZero();
            });
        }
    }

    /** Twelve articles of three versions each, some in the words of others: each order ends with the same texts and the same copies. */
    @Test
    void twentyOrdersOfVersionsEndTheSame() {
        List<ObjectNode> versions = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            for (int version = 1; version <= 3; version++) {
                ObjectNode line = article("id-" + i, (i * 5 + version * version) % 7, (i * 17) % 60);
                ObjectNode value = (ObjectNode) line.get("value");
                value.put("provider_version", Integer.toString(version + 8)).put("title", "Version " + version);
                versions.add(line);
            }
        }
        Map<String, String> first = null;
        for (long seed = 0; seed < 20; seed++) {
            Map<String, String> ends = ends(versions);
            if (first == null) {
                first = ends; // in the order in which they were written
            }
            assertThat(ends).as("order %d", seed).isEqualTo(first);
            Collections.shuffle(versions, new Random(seed));
        }
        assertThat(first).hasSize(12);
        assertThat(first.values())
                .allMatch(end -> end.startsWith("Version 3"))
                .anyMatch(end -> end.endsWith(" by itself"))
                .anyMatch(end -> end.contains(" as a copy of "));
    }

    /** What a consumer that keeps the last record of each key is left with. */
    private static Map<String, String> ends(List<ObjectNode> articles) {
        Map<String, String> ends = new TreeMap<>();
        try (TopologyFixture topology = new TopologyFixture()) {
            articles.forEach(topology::send);
            topology.aSecondPasses();
            for (ObjectNode event : topology.read(TopologyFixture.TOPICS.events())) {
                boolean withdrawn = event.at("/value/status").asText().equals("withdrawn");
                String how = withdrawn ? " withdrawn" : " by itself";
                ends.put(event.get("key").asText(), event.at("/value/title").asText() + how);
            }
            Map<String, String> copies = new TreeMap<>();
            for (ObjectNode copy : topology.read(TopologyFixture.TOPICS.duplicates())) {
                String end = copy.at("/value/title").asText() + " as a copy of "
                        + copy.at("/value/original_id").asText();
                copies.put(copy.get("key").asText(), copy.get("value").isNull() ? null : end);
            }
            copies.values().removeIf(end -> end == null);
            ends.putAll(copies);
            assertThat(topology.read(TopologyFixture.TOPICS.ledger()))
                    .allSatisfy(line ->
                            assertThat(line.at("/value/in_flight").asInt()).isZero());
        }
        return ends;
    }

    private static Map<String, String> assignments(List<ObjectNode> articles) {
        Map<String, String> assignments = new TreeMap<>();
        try (TopologyFixture topology = new TopologyFixture()) {
            articles.forEach(topology::send);
            for (ObjectNode event : topology.read(TopologyFixture.TOPICS.events())) {
                if (!event.at("/value/status").asText().equals("withdrawn")) {
                    assignments.put(event.get("key").asText(), "original");
                }
            }
            for (ObjectNode copy : topology.read(TopologyFixture.TOPICS.duplicates())) {
                assignments.put(
                        copy.get("key").asText(), copy.at("/value/original_id").asText());
            }
        }
        return assignments;
    }

    private static ObjectNode article(String id, int group, int minute) {
        Instant published = Instant.parse("2026-03-01T12:00:00Z").plusSeconds(60L * minute);
        ObjectNode value = Json.MAPPER.createObjectNode();
        value.put("article_id", id);
        value.put("source_id", "source-" + id.length());
        value.put("received_at", "2026-03-01T14:00:00Z");
        value.put("published_at", published.toString());
        value.put("title", "Headline of " + id);
        value.put("body_text", story(group));
        ObjectNode line = Json.MAPPER.createObjectNode();
        line.put("at", "2026-03-01T14:00:00Z");
        line.set("value", value);
        return line;
    }

    /** Forty words that no other group has. */
    private static String story(int group) {
        return IntStream.range(0, 40)
                .mapToObj(word -> "word" + group + "x" + word)
                .collect(Collectors.joining(" "));
    }
}
