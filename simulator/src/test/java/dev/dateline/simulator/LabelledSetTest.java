package dev.dateline.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.common.model.ArticleId;
import dev.dateline.common.wire.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledSetTest {
    private static final int COUNT = 1_500;

    @TempDir
    private Path folder;

    private static SimulationPlan plan(Shares shares) {
        return new SimulationPlan(5, COUNT, Runs.START, Duration.ofDays(2), shares);
    }

    private static List<JsonNode> articles(Path folder) throws IOException {
        List<JsonNode> articles = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(folder.resolve(LabelledSet.ARTICLES))),
                StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                articles.add(Json.MAPPER.readTree(line));
            }
        }
        return articles;
    }

    private static List<List<String>> pairs(Path folder) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve(LabelledSet.PAIRS));
        assertThat(lines.get(0)).isEqualTo("id_a\tid_b\tcontainment");
        return lines.stream()
                .skip(1)
                .map(line -> Arrays.asList(line.split("\t", -1)))
                .toList();
    }

    private static Set<String> shingles(JsonNode article) {
        String body = article.get("body").asText().toLowerCase(Locale.ROOT);
        return DeliveredBody.shingles(Arrays.stream(body.split("[^\\p{L}\\p{N}\\p{M}]+", -1))
                .filter(word -> !word.isEmpty())
                .toList());
    }

    @Test
    void everyPairOfAGroupIsListedWithTheContainmentOfItsTexts() throws IOException {
        Map<String, Truth> truths = new HashMap<>();
        LabelledSet.Size size = LabelledSet.write(
                plan(Shares.DISTINCT_ARTICLES), folder, truth -> truths.put(truth.articleId(), truth));

        Map<String, Truth> byId = new HashMap<>();
        Map<String, JsonNode> texts = new HashMap<>();
        for (JsonNode article : articles(folder)) {
            String id = article.get("id").asText();
            Truth truth = truths.get(ArticleId.ofProvider(article.get("source").asText(), id));
            assertThat(Instant.parse(article.get("published_at").asText())).isEqualTo(truth.publishedAt());
            assertThat(article.get("title").asText()).isNotBlank();
            assertThat(texts.put(id, article)).isNull();
            byId.put(id, truth);
        }
        Set<Set<String>> listed = new HashSet<>();
        for (List<String> pair : pairs(folder)) {
            Truth one = byId.get(pair.get(0));
            Truth other = byId.get(pair.get(1));
            double containment = Double.parseDouble(pair.get(2));
            assertThat(listed.add(Set.of(pair.get(0), pair.get(1)))).isTrue();
            assertThat(one.original()).isEqualTo(other.original());
            assertThat(containment)
                    .isCloseTo(
                            DeliveredBody.containment(
                                    shingles(texts.get(pair.get(0))), shingles(texts.get(pair.get(1)))),
                            within(0.00006));
            if (one.kind() == Kind.ORIGINAL && other.kind() == Kind.COPY) {
                assertThat(containment).isEqualTo(other.containment());
            }
        }
        Map<String, Integer> groups = new HashMap<>();
        byId.values().forEach(truth -> groups.merge(truth.original(), 1, Integer::sum));
        assertThat(listed)
                .hasSize(groups.values().stream().mapToInt(n -> n * (n - 1) / 2).sum())
                .hasSizeGreaterThan(COUNT / 4);
        assertThat(size).isEqualTo(new LabelledSet.Size(COUNT, listed.size()));
        assertThat(texts).hasSize(COUNT);
    }

    @Test
    void revisionsResendsAndMalformedDeliveriesAreLeftOutAndUpdatesBelongToTheirGroup() throws IOException {
        List<Truth> truths = new ArrayList<>();
        LabelledSet.write(plan(Shares.DEFAULT.withUpdates(0.05)), folder, truths::add);

        List<Truth> kept = truths.stream()
                .filter(truth -> Set.of(Kind.ORIGINAL, Kind.COPY, Kind.UPDATE).contains(truth.kind()))
                .toList();
        assertThat(truths).hasSize(COUNT);
        assertThat(articles(folder)).hasSize(kept.size());
        assertThat(pairs(folder))
                .anyMatch(pair -> pair.get(1).endsWith("u") && pair.get(0).endsWith("a"));
    }

    @Test
    void theSamePlanWritesTheSameFiles() throws IOException {
        Path again = folder.resolve("again");
        LabelledSet.write(plan(Shares.DISTINCT_ARTICLES), folder, truth -> {});
        LabelledSet.write(plan(Shares.DISTINCT_ARTICLES), again, truth -> {});

        for (String file : List.of(LabelledSet.ARTICLES, LabelledSet.PAIRS)) {
            assertThat(again.resolve(file)).hasSameBinaryContentAs(folder.resolve(file));
        }
    }
}
