package dev.dateline.dashboard.articles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.dateline.common.model.Duplicate;
import dev.dateline.common.model.DuplicateBuilder;
import dev.dateline.common.model.Entity;
import dev.dateline.common.model.EntityType;
import dev.dateline.common.model.EventStatus;
import dev.dateline.common.model.MediaTopic;
import dev.dateline.common.model.NewsEvent;
import dev.dateline.common.model.NewsEventBuilder;
import dev.dateline.common.model.Place;
import dev.dateline.dashboard.view.Samples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticlesTest {
    private final Samples.Clock clock = new Samples.Clock();
    private final Articles articles = new Articles(clock, 100);

    private static NewsEventBuilder event(int number) {
        return NewsEventBuilder.builder(Samples.event(number)).language("en");
    }

    private static NewsEvent inHamburg(int number) {
        return event(number)
                .title("Straße closed: Harbour strike, day 2")
                .topics(List.of(new MediaTopic("medtop:09000000", "labour", null, 0.9, List.of())))
                .entities(List.of(
                        new Entity(EntityType.ORG, "Harbour Board", List.of(), 0.5, 0.9, null, null),
                        new Entity(
                                EntityType.LOC,
                                "Hamburg",
                                List.of(),
                                0.5,
                                0.9,
                                new Place("geonames:2911298", "Hamburg", "DE", null, 53.55, 10.0, 0.9),
                                "DE")))
                .primaryPlace("Hamburg")
                .primaryCountry("DE")
                .primaryLat(53.55)
                .primaryLon(10.0)
                .build();
    }

    private void add(int offset, NewsEvent event) {
        articles.event(0, offset, Samples.START.plusSeconds(offset), event);
    }

    private ArticlePage page(Map<String, String> filter, String before, int limit) {
        return articles.page(ArticleFilter.of(filter), before, limit, true);
    }

    private List<String> ids(Map<String, String> filter) {
        return page(filter, null, 50).events().stream()
                .map(ArticlePage.Line::articleId)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "source, harbour-gazette, 2",
        "source, gazette, 0",
        "topic, medtop:09000000, 1",
        "topic, Labour, 1",
        "entity, harbour board, 1",
        "entity, ORG:Harbour Board, 1",
        "entity, geonames:2911298, 1",
        "entity, PER:Harbour Board, 0",
        "place, geonames:2911298, 1",
        "place, hamburg, 1",
        "country, de, 1",
        "country, FR, 0",
        "box, '9.5,53,10.5,54', 1",
        "box, '-9.5,53,9.5,54', 0",
        "language, en, 2",
        "status, active, 2",
        "status, withdrawn, 0",
        "q, harb STRIKE, 1",
        "q, arbour, 0",
        "q, leaves time, 1",
        "q, straße, 1",
        "q, STRÀSSE, 0",
        "q, Hàrböur, 1",
        "from, 2026-11-22T09:00:02Z, 1",
        "to, 2026-11-22T09:00:02Z, 1",
        "to, 2026-11-22T09:00:01Z, 0"
    })
    void filtersLetThroughWhatTheyName(String parameter, String value, int expected) {
        add(1, event(1).build());
        add(2, inHamburg(2));

        assertThat(ids(Map.of(parameter, value))).hasSize(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "Élysée, elysee",
        "Élysée, ÉLY",
        "Elysee, élysée",
        "Łódź, łodz",
        "São Paulo, sao",
        "L’État, etat",
        "Ελλάδα, ελλαδα"
    })
    void wordsAreFoundWithAndWithoutAccents(String title, String words) {
        add(1, event(1).title(title).build());

        assertThat(ids(Map.of("q", words))).hasSize(1);
    }

    @Test
    void eventsAreCountedByTheTimeTheyCame() {
        add(0, event(1).build());
        add(60, event(2).build());
        add(61, inHamburg(3));
        clock.advanceSeconds(130);

        EventTimes all = articles.times(ArticleFilter.of(Map.of()), TimeSpan.HOUR);
        assertThat(all.barSeconds()).isEqualTo(60);
        assertThat(all.counts()).hasSize(60).endsWith(0, 1, 2, 0);
        assertThat(articles.times(ArticleFilter.of(Map.of("country", "DE")), TimeSpan.HOUR)
                        .counts())
                .endsWith(0, 0, 1, 0);
        assertThat(articles.times(ArticleFilter.of(Map.of()), TimeSpan.WEEK).counts())
                .hasSize(84)
                .contains(3);
    }

    @ParameterizedTest
    @CsvSource({"from, yesterday", "to, 1", "status, new", "box, '1,2,3'", "box, '5,0,4,1'", "q, a b c d e f g h i j k"
    })
    void aFilterThatIsNoneNamesItsParameter(String parameter, String value) {
        assertThatThrownBy(() -> ArticleFilter.of(Map.of(parameter, value)))
                .isInstanceOfSatisfying(InvalidFilterException.class, e -> assertThat(e.parameter())
                        .isEqualTo(parameter));
    }

    @Test
    void pagesMeetWithoutGapOrOverlapWhileNewEventsArrive() {
        for (int i = 1; i <= 25; i++) {
            add(i, event(i).build());
        }
        List<String> seen = new ArrayList<>();
        String before = null;
        do {
            ArticlePage page = page(Map.of(), before, 10);
            page.events().forEach(line -> seen.add(line.articleId()));
            before = page.next();
            add(seen.size() + 100, event(seen.size() + 100).build());
        } while (before != null);

        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
        assertThat(seen).first().isEqualTo(Samples.id(25));
    }

    @Test
    void aCursorThatIsNoneIsRefused() {
        assertThatThrownBy(() -> page(Map.of(), "1", 10)).isInstanceOf(InvalidFilterException.class);
    }

    @Test
    void memoryHoldsTheLatestAndNothingOfTheOthers() {
        for (int i = 1; i <= 250; i++) {
            add(i, event(i).sourceId("source-" + i).build());
        }

        ArticlePage page = page(Map.of(), null, 500);
        assertThat(page.held()).isEqualTo(100);
        assertThat(page.events()).hasSize(100);
        assertThat(page.since()).isEqualTo(Samples.START.plusSeconds(151));
        assertThat(articles.find(Samples.id(150))).isEmpty();
    }

    @Test
    void aRecordReadTwiceIsHeldOnce() {
        add(1, event(1).build());
        add(1, event(1).build());

        assertThat(page(Map.of(), null, 10).held()).isOne();
        assertThat(articles.trends(TrendKind.TOPICS, TrendWindow.HOUR).events()).isOne();
    }

    @Test
    void anArticleIsListedOnceAsItsLatestRevision() {
        add(1, event(1).build());
        add(
                2,
                event(1).revision(2)
                        .status(EventStatus.REVISED)
                        .title("Ferry late")
                        .build());

        assertThat(page(Map.of(), null, 10).events()).singleElement().satisfies(line -> assertThat(line.title())
                .isEqualTo("Ferry late"));
        assertThat(articles.find(Samples.id(1)).orElseThrow().events())
                .extracting(Row::revision)
                .containsExactly(1, 2);
    }

    @Test
    void copiesFollowTheHighestVersion() {
        add(1, event(1).build());
        add(2, event(2).build());
        articles.duplicate(0, 1, copy(7, 1, 1));
        articles.duplicate(0, 3, copy(7, 2, 2));
        articles.duplicate(0, 2, copy(7, 1, 1));

        assertThat(articles.find(Samples.id(1)).orElseThrow().copies()).isEmpty();
        assertThat(articles.find(Samples.id(2)).orElseThrow().copies())
                .singleElement()
                .satisfies(copy -> assertThat(copy.offset()).isEqualTo(3));

        add(9, event(7).build());
        assertThat(articles.find(Samples.id(2)).orElseThrow().copies()).isEmpty();
    }

    private static Duplicate copy(int number, int original, int version) {
        return DuplicateBuilder.builder(Samples.duplicate(number))
                .originalId(Samples.id(original))
                .version(version)
                .build();
    }

    @Test
    void theMapCountsEachEventAtItsPrimaryPlace() {
        add(1, inHamburg(1));
        add(2, inHamburg(2));
        add(3, event(3).build());
        add(4, event(4).build());

        PlaceMap map = articles.map(ArticleFilter.of(Map.of()));

        assertThat(map.places()).singleElement().satisfies(place -> {
            assertThat(place.id()).isEqualTo("geonames:2911298");
            assertThat(place.count()).isEqualTo(2);
            assertThat(place.share()).isEqualTo(0.5);
            assertThat(place.lat()).isCloseTo(53.55, within(1e-5));
        });
        assertThat(map.withoutPlace()).isEqualTo(0.5);
    }

    @Test
    void whatIsNamedMoreThanBeforeComesFirst() {
        Instant before = Samples.START.minusSeconds(3600);
        for (int i = 0; i < 60; i++) {
            articles.event(1, i, before, tagged(i, "weather"));
            articles.event(2, i, Samples.START, tagged(100 + i, i % 4 == 0 ? "strike" : "weather"));
        }

        TrendPage page = articles.trends(TrendKind.TOPICS, TrendWindow.HOUR);

        assertThat(page.rows()).extracting(TrendPage.Trend::key).containsExactly("strike", "weather");
        TrendPage.Trend strike = page.rows().get(0);
        assertThat(strike.count()).isEqualTo(15);
        assertThat(strike.share()).isEqualTo(0.25);
        assertThat(strike.beforeShare()).isZero();
        // One is expected where none was: (15 - 1) / sqrt(1).
        assertThat(strike.burst()).isCloseTo(14.0, within(1e-9));
        assertThat(strike.series()).hasSize(60).endsWith(15);
        assertThat(page.rows().get(1).burst()).isNegative();
    }

    private static NewsEvent tagged(int number, String topic) {
        return event(number)
                .topics(List.of(new MediaTopic(topic, topic, null, 0.9, List.of())))
                .build();
    }

    @Test
    void countsAreTooHighByAtMostTheBound() {
        TopCounts counts = new TopCounts();
        int total = 0;
        for (int i = 0; i < 1000; i++) {
            counts.add(new Tag("rare-" + i, "rare"));
            counts.add(new Tag("often", "often"));
            total += 2;
        }

        int[] seen = {0, 0};
        counts.forEach((tag, count) -> {
            seen[0]++;
            seen[1] = tag.key().equals("often") ? count : seen[1];
        });

        assertThat(seen[0]).isEqualTo(TopCounts.CAPACITY);
        assertThat(seen[1]).isBetween(1000, 1000 + total / TopCounts.CAPACITY);
    }

    @Test
    void sharedValuesGoWithTheirLastHolder() {
        Shared<Tag> tags = new Shared<>();
        Tag first = tags.take(new Tag("medtop:1", "labour"));

        assertThat(tags.take(new Tag("medtop:1", "labour"))).isSameAs(first);
        tags.release(first);
        assertThat(tags.size()).isOne();
        tags.release(first);
        assertThat(tags.size()).isZero();
    }
}
