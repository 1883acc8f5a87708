package dev.dateline.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dateline.common.model.ArticleId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the truth says is true of what was delivered. */
class TruthTest {
    private static final int COUNT = 6_000;
    private static final List<String> EDITS = List.of(
            "agency", "dateline", "dropped", "extended", "reordered", "replaced", "reworded", "teaser", "truncated");
    private static List<Delivery> run;

    /** Article id to the delivery that first carried it. */
    private static final Map<String, Delivery> FIRST = new HashMap<>();

    @BeforeAll
    static void deliver() {
        run = Runs.of(11, COUNT);
        run.forEach(delivery -> FIRST.putIfAbsent(delivery.truth().articleId(), delivery));
    }

    private static List<Delivery> of(Kind kind) {
        return run.stream().filter(delivery -> delivery.truth().kind() == kind).toList();
    }

    @Test
    void everyCopysOriginalIsDeliveredAndWasPublishedEarlierByAnotherSource() {
        int late = 0;
        for (Delivery copy : of(Kind.COPY)) {
            Truth truth = copy.truth();
            Truth original = FIRST.get(truth.original()).truth();
            assertThat(original.kind()).isEqualTo(Kind.ORIGINAL);
            assertThat(original.publishedAt()).isBefore(truth.publishedAt());
            assertThat(original.sourceId()).isNotEqualTo(truth.sourceId());
            assertThat(original.storyId()).isEqualTo(truth.storyId());
            assertThat(truth.copyOf()).isEqualTo(truth.original());
            if (original.number() > truth.number()) {
                assertThat(original.changes()).contains("late");
                late++;
            }
        }
        assertThat(late).isGreaterThan(COUNT / 100);
    }

    @Test
    void lateOriginalsFollowACopyAndOthersDoNot() {
        for (Delivery original : of(Kind.ORIGINAL)) {
            boolean copiedBefore = run.subList(0, (int) original.number()).stream()
                    .anyMatch(earlier ->
                            original.truth().articleId().equals(earlier.truth().copyOf()));
            assertThat(original.truth().changes().contains("late")).isEqualTo(copiedBefore);
        }
    }

    @Test
    void exactnessAndContainmentAreThoseOfTheDeliveredTexts() {
        for (Delivery copy : of(Kind.COPY)) {
            List<String> words = DeliveredBody.words(copy);
            List<String> original = DeliveredBody.words(FIRST.get(copy.truth().original()));
            double containment =
                    DeliveredBody.containment(DeliveredBody.shingles(words), DeliveredBody.shingles(original));
            assertThat(copy.truth().containment())
                    .as("%s", copy.truth())
                    .isCloseTo(containment, within(0.00006))
                    .isGreaterThanOrEqualTo(0.49);
            assertThat(copy.truth().jaccard())
                    .isCloseTo(
                            DeliveredBody.jaccard(DeliveredBody.shingles(words), DeliveredBody.shingles(original)),
                            within(0.00006));
            assertThat(copy.truth().exact()).as("%s", copy.truth()).isEqualTo(words.equals(original));
        }
    }

    @Test
    void onlyExactCopiesHaveTheWordsOfAnotherArticle() {
        Map<List<String>, Truth> texts = new HashMap<>();
        for (Delivery delivery : run) {
            Truth truth = delivery.truth();
            if (truth.kind() == Kind.MALFORMED || truth.kind() == Kind.RESEND) {
                continue;
            }
            Truth same = texts.putIfAbsent(DeliveredBody.words(delivery), truth);
            if (same != null) {
                assertThat(same.original()).isEqualTo(truth.original());
                assertThat(same.exact() || same.kind() == Kind.ORIGINAL).isTrue();
                assertThat(truth.exact() || truth.kind() == Kind.ORIGINAL).isTrue();
            }
        }
    }

    @Test
    void aboutHalfOfTheCopiesAreExactAndOthersSayWhatWasDone() {
        List<Truth> copies = of(Kind.COPY).stream().map(Delivery::truth).toList();
        assertThat(copies.stream().filter(Truth::exact).count() / (double) copies.size())
                .isBetween(0.33, 0.5);
        assertThat(copies).filteredOn(truth -> !truth.exact()).allMatch(truth -> truth.changes().stream()
                .anyMatch(EDITS::contains));
        assertThat(copies).filteredOn(Truth::exact).noneMatch(truth -> truth.changes().stream()
                .anyMatch(EDITS::contains));
        List<String> others = List.of("headline", "boilerplate", "agency_line", "restyled");
        for (String change : Stream.concat(EDITS.stream(), others.stream()).toList()) {
            assertThat(copies).as(change).anyMatch(truth -> truth.changes().contains(change));
        }
    }

    @Test
    void someCopiesAreRewrittenSoFarThatNobodyCanBeSure() {
        List<Truth> inexact = of(Kind.COPY).stream()
                .map(Delivery::truth)
                .filter(truth -> !truth.exact())
                .toList();
        List<Truth> unsure =
                inexact.stream().filter(truth -> truth.containment() < 0.7).toList();

        assertThat((double) unsure.size() / inexact.size()).isBetween(0.05, 0.15);
        assertThat(unsure).allMatch(truth -> truth.expected() == Expected.EVENT_OR_DUPLICATE);
        assertThat(unsure).anyMatch(truth -> truth.containment() < 0.55);
        assertThat(inexact)
                .filteredOn(truth -> truth.containment() >= 0.7)
                .allMatch(truth -> truth.expected() == Expected.DUPLICATE);
    }

    @Test
    void anotherAgencyNamesItselfAndHasItsOwnHeadline() {
        List<Delivery> retold = of(Kind.COPY).stream()
                .filter(copy -> copy.truth().changes().contains("agency"))
                .toList();

        assertThat(retold).isNotEmpty().allMatch(copy -> copy.truth().changes().contains("headline"));
        for (Delivery copy : retold) {
            if (copy.truth().changes().contains("replaced")) {
                continue;
            }
            List<String> lead = DeliveredBody.words(copy).subList(0, 12);
            List<String> original = DeliveredBody.words(FIRST.get(copy.truth().original()));
            assertThat(lead).isNotEqualTo(original.subList(0, 12));
            assertThat(lead.get(0)).isEqualTo(original.get(0));
        }
    }

    @Test
    void revisionsKeepTheIdCountUpAndChangeTheWords() {
        Map<String, Truth> latest = new HashMap<>();
        Map<String, List<String>> words = new HashMap<>();
        for (Delivery delivery : run) {
            Truth truth = delivery.truth();
            if (truth.kind() == Kind.MALFORMED) {
                continue;
            }
            Truth before = latest.put(truth.articleId(), truth);
            List<String> text = DeliveredBody.words(delivery);
            List<String> textBefore = words.put(truth.articleId(), text);
            switch (truth.kind()) {
                case REVISION -> {
                    assertThat(truth.revision())
                            .isEqualTo(before.revision() + 1)
                            .isLessThanOrEqualTo(truth.changes().contains("liveblog") ? 12 : 3);
                    assertThat(text).isNotEqualTo(textBefore);
                }
                case RESEND -> {
                    assertThat(truth.revision()).isEqualTo(before.revision());
                    assertThat(text).isEqualTo(textBefore);
                }
                default -> assertThat(before).isNull();
            }
        }
        assertThat(latest.values()).anyMatch(truth -> truth.revision() == 3);
    }

    @Test
    void resendsAreTheSameBytesUnlessRearranged() {
        Map<String, byte[]> latest = new HashMap<>();
        for (Delivery delivery : run) {
            Truth truth = delivery.truth();
            if (truth.kind() != Kind.RESEND) {
                latest.put(truth.articleId(), delivery.body());
            } else if (truth.changes().isEmpty()) {
                assertThat(delivery.body()).isEqualTo(latest.get(truth.articleId()));
            } else {
                assertThat(truth.changes()).containsExactly("rearranged");
                assertThat(delivery.body()).isNotEqualTo(latest.get(truth.articleId()));
            }
        }
        assertThat(of(Kind.RESEND)).anyMatch(resend -> !resend.truth().changes().isEmpty());
    }

    @Test
    void revisedOriginalsHaveNoExactCopies() {
        Set<String> revised = new HashSet<>();
        of(Kind.REVISION).forEach(revision -> revised.add(revision.truth().articleId()));
        assertThat(of(Kind.COPY))
                .filteredOn(copy -> copy.truth().exact())
                .noneMatch(copy -> revised.contains(copy.truth().original()));
        assertThat(of(Kind.COPY)).anyMatch(copy -> revised.contains(copy.truth().original()));
    }

    @Test
    void everyDeliveryIsExpectedSomewhere() {
        Map<Kind, Expected> expected = Map.of(
                Kind.ORIGINAL, Expected.EVENT,
                Kind.REVISION, Expected.EVENT,
                Kind.RESEND, Expected.RESEND,
                Kind.MALFORMED, Expected.DEAD_LETTER);
        assertThat(run)
                .filteredOn(delivery -> delivery.truth().kind() != Kind.COPY)
                .allSatisfy(delivery -> assertThat(delivery.truth().expected())
                        .isEqualTo(expected.get(delivery.truth().kind())));
    }

    @Test
    void articleIdsAreThoseThatIngestWillGive() {
        for (Delivery delivery : run) {
            Truth truth = delivery.truth();
            String id =
                    switch (delivery.channel()) {
                        case HTTP_JSON ->
                            ArticleId.ofProvider(
                                    truth.sourceId(),
                                    DeliveredBody.json(delivery)
                                            .get("provider_id")
                                            .toString());
                        case HTTP_TEXT ->
                            ArticleId.ofProvider(
                                    delivery.parameters().get("source"),
                                    delivery.parameters().get("id"));
                        case TOPIC -> delivery.parameters().get("key");
                    };
            assertThat(truth.articleId()).isEqualTo(id);
        }
    }

    @Test
    void storiesHaveSeveralIndependentArticlesAndAgenciesAreAmongTheSources() {
        Map<String, Long> reports = new HashMap<>();
        of(Kind.ORIGINAL).forEach(original -> reports.merge(original.truth().storyId(), 1L, Long::sum));
        assertThat(reports.values()).anyMatch(count -> count >= 3);
        assertThat(of(Kind.ORIGINAL).stream()
                        .map(o -> o.truth().topic())
                        .distinct()
                        .count())
                .isEqualTo(12);
        assertThat(of(Kind.ORIGINAL).stream()
                        .map(o -> o.truth().sourceId())
                        .distinct()
                        .count())
                .isGreaterThan(25);
    }
}
