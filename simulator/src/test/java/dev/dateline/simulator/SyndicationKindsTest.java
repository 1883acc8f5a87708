package dev.dateline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What looks like a copy and is none, and what grows or is sent again by its own source. */
class SyndicationKindsTest {
    private static final int COUNT = 4_000;
    private static final Shares MANY = Shares.DEFAULT
            .withForms(0.1)
            .withTranslations(0.02)
            .withLiveblogs(0.05)
            .withUpdates(0.05);
    private static final Map<String, Delivery> FIRST = new HashMap<>();
    private static List<Delivery> run;

    @BeforeAll
    static void deliver() {
        run = new Newswire(new SimulationPlan(19, COUNT, Runs.START, Duration.ofDays(6), MANY))
                .stream().toList();
        run.forEach(delivery -> FIRST.putIfAbsent(delivery.truth().articleId(), delivery));
    }

    private static double containment(Delivery one, Delivery other) {
        return DeliveredBody.containment(
                DeliveredBody.shingles(DeliveredBody.words(one)), DeliveredBody.shingles(DeliveredBody.words(other)));
    }

    @Test
    void formsComeAgainInTheSameWordsWithOtherNumbersAtLeastTwentyTwoHoursLater() {
        Map<String, List<Delivery>> series = run.stream()
                .filter(delivery -> delivery.truth().series() != null)
                .filter(delivery -> delivery.truth().kind() == Kind.ORIGINAL)
                .collect(Collectors.groupingBy(
                        delivery -> delivery.truth().series(), LinkedHashMap::new, Collectors.toList()));
        List<Double> alike = new ArrayList<>();
        List<Double> numbers = new ArrayList<>();
        for (List<Delivery> forms : series.values()) {
            for (int i = 1; i < forms.size(); i++) {
                Truth before = forms.get(i - 1).truth();
                Truth form = forms.get(i).truth();
                assertThat(Duration.between(before.publishedAt(), form.publishedAt()))
                        .isGreaterThanOrEqualTo(FormDesk.APART.minusMinutes(1));
                assertThat(form.sourceId()).isEqualTo(before.sourceId());
                assertThat(form.changes()).contains("form");
                assertThat(form.expected()).isEqualTo(Expected.EVENT);
                numbers.add(sharedNumbers(forms.get(i - 1), forms.get(i)));
                alike.add(containment(forms.get(i - 1), forms.get(i)));
            }
        }
        assertThat(alike).hasSizeGreaterThan(100);
        assertThat(alike.stream().filter(share -> share > 0.6).count()).isGreaterThan(alike.size() / 2);
        assertThat(numbers.stream().filter(share -> share >= 0.6).count()).isLessThanOrEqualTo(numbers.size() / 50);
        assertThat(run)
                .noneMatch(delivery -> delivery.truth().kind() == Kind.COPY
                        && FIRST.get(delivery.truth().original()).truth().series() != null);
    }

    private static double sharedNumbers(Delivery one, Delivery other) {
        Set<String> numbers = numbers(one);
        Set<String> others = numbers(other);
        Set<String> shared = new HashSet<>(numbers);
        shared.retainAll(others);
        return (double) shared.size() / Math.min(numbers.size(), others.size());
    }

    private static Set<String> numbers(Delivery delivery) {
        return DeliveredBody.words(delivery).stream()
                .filter(word -> word.matches("\\d+"))
                .collect(Collectors.toSet());
    }

    @Test
    void translationsShareTheStoryButNoWording() {
        int translations = 0;
        for (Delivery delivery : run) {
            Truth truth = delivery.truth();
            if (truth.translationOf() != null) {
                Delivery translated = FIRST.get(truth.translationOf());
                assertThat(truth.kind()).isEqualTo(Kind.ORIGINAL);
                assertThat(truth.language()).isNotEqualTo(translated.truth().language());
                assertThat(truth.storyId()).isEqualTo(translated.truth().storyId());
                assertThat(truth.topic()).isEqualTo(translated.truth().topic());
                assertThat(containment(delivery, translated)).isLessThan(0.1);
                translations++;
            }
        }
        assertThat(translations).isGreaterThan(COUNT / 100);
    }

    @Test
    void liveblogsGrowUnderOneId() {
        Map<String, Integer> words = new HashMap<>();
        int longest = 0;
        for (Delivery delivery : run) {
            Truth truth = delivery.truth();
            int count = count(delivery);
            if (truth.kind() == Kind.REVISION && truth.changes().contains("liveblog")) {
                assertThat(count).isGreaterThan(words.get(truth.articleId()));
                assertThat(containment(FIRST.get(truth.articleId()), delivery)).isGreaterThan(0.6);
                longest = Math.max(longest, truth.revision());
            }
            words.put(truth.articleId(), count);
        }
        assertThat(longest).isGreaterThan(5);
        assertThat(run)
                .filteredOn(delivery -> delivery.truth().kind() == Kind.COPY)
                .filteredOn(copy -> FIRST.containsKey(copy.truth().original())
                        && FIRST.get(copy.truth().original()).truth().changes().contains("liveblog"))
                .isNotEmpty()
                .noneMatch(copy -> copy.truth().exact());
    }

    /** Malformed deliveries have no words to count. */
    private static int count(Delivery delivery) {
        return delivery.truth().kind() == Kind.MALFORMED
                ? 0
                : DeliveredBody.words(delivery).size();
    }

    @Test
    void updatesAreOfTheSameSourceUnderAnotherIdAndTheSameHeadlineBehindAPrefix() {
        Set<String> prefixes = new HashSet<>();
        for (Delivery delivery : run) {
            Truth truth = delivery.truth();
            if (truth.kind() == Kind.UPDATE && delivery.channel() == Channel.HTTP_JSON) {
                Delivery updated = FIRST.get(truth.updates());
                assertThat(updated.truth().sourceId()).isEqualTo(truth.sourceId());
                assertThat(updated.truth().kind()).isEqualTo(Kind.ORIGINAL);
                assertThat(truth.articleId()).isNotEqualTo(truth.updates());
                assertThat(truth.publishedAt()).isAfter(updated.truth().publishedAt());
                assertThat(truth.expected()).isEqualTo(Expected.EVENT);
                assertThat(truth.containment()).isGreaterThan(0.5);
                String title = DeliveredBody.json(delivery).get("title").toString();
                prefixes.add(title.substring(0, title.indexOf('-')));
                if (updated.channel() == Channel.HTTP_JSON) {
                    assertThat(title).endsWith("-" + DeliveredBody.json(updated).get("title"));
                }
            }
        }
        assertThat(prefixes).contains("UPDATE 1", "UPDATE 2", "CORRECTED", "REFILE");
        Set<String> updated = run.stream()
                .map(delivery -> delivery.truth().updates())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        assertThat(run)
                .noneMatch(delivery -> delivery.truth().exact()
                        && updated.contains(delivery.truth().original()));
    }
}
