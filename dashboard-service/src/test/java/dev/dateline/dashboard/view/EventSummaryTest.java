package dev.dateline.dashboard.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.common.model.Entity;
import dev.dateline.common.model.EntityType;
import dev.dateline.common.model.Keyword;
import dev.dateline.common.model.NewsEvent;
import dev.dateline.common.model.NewsEventBuilder;
import dev.dateline.common.wire.Json;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventSummaryTest {

    @Test
    void anEventWithNothingButItsIdentityIsListed() {
        EventSummary summary = EventSummary.of(Samples.at(3), Samples.event(1));

        assertThat(summary.keywords()).isEmpty();
        assertThat(summary.entityCount()).isZero();
        assertThat(summary.record().offset()).isEqualTo(3);
    }

    @Test
    void anEnormousEventBecomesASmallSummary() {
        String enormous = "x".repeat(1_000_000);
        Entity entity = new Entity(EntityType.PER, enormous, Collections.nCopies(10_000, null), 1, 1, null, enormous);
        NewsEvent event = NewsEventBuilder.builder(Samples.event(1))
                .title(enormous)
                .subtitle(enormous)
                .summary(enormous)
                .bodyText(enormous)
                .url("https://example.org/" + enormous)
                .authors(Collections.nCopies(1000, enormous))
                .keywords(Collections.nCopies(1000, new Keyword(enormous, 1, 1, null, 0, 5)))
                .entities(Collections.nCopies(1000, entity))
                .build();

        EventSummary summary = EventSummary.of(Samples.at(0), event);

        assertThat(Json.bytes(summary)).hasSizeLessThan(20_000);
        assertThat(summary.entityCount()).isEqualTo(1000);
        assertThat(summary.entities()).hasSize(20).allMatch(named -> named.mentions() == 10_000);
        assertThat(summary.url()).isNull();
    }

    @Test
    void summariesHoldTheStrongestKeywords() {
        NewsEvent event = NewsEventBuilder.builder(Samples.event(1))
                .keywords(List.of(new Keyword("ferry", 1, 1, null, 0, 5), new Keyword("strike", 0.5, 1, null, 0, 5)))
                .build();

        assertThat(EventSummary.of(Samples.at(0), event).keywords()).containsExactly("ferry", "strike");
    }
}
