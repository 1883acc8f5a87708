package dev.dateline.standalone.books;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.common.model.DeadLetter;
import dev.dateline.common.model.DeadLetterBuilder;
import dev.dateline.common.model.Duplicate;
import dev.dateline.common.model.DuplicateBuilder;
import dev.dateline.common.model.DuplicateKind;
import dev.dateline.common.model.EventStatus;
import dev.dateline.common.model.LedgerLine;
import dev.dateline.common.model.NewsEvent;
import dev.dateline.common.model.NewsEventBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecountTest {
    private final Recount recount = new Recount("news.raw.v1");

    @Test
    void everyEndIsCountedUnderItsSource() {
        raw("a", 5);
        raw(null, 1);
        recount.event(event("1", 1, EventStatus.ACTIVE));
        recount.event(event("1", 2, EventStatus.REVISED));
        recount.duplicate(duplicate("2", 1, 1));
        recount.deadLetter(letter("news.raw.v1", 0, 9, "a"));
        recount.deadLetter(letter("news.raw.v1", 1, 9, null));

        assertThat(recount.counts())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("a", new Count(5, 2, 1, 1, 1), LedgerLine.UNKNOWN_SOURCE, new Count(1, 0, 0, 0, 1)));
    }

    @Test
    void aWithdrawnEventIsADuplicate() {
        raw("a", 1);
        recount.event(event("1", 1, EventStatus.ACTIVE));
        recount.event(event("1", 1, EventStatus.WITHDRAWN));
        recount.duplicate(duplicate("1", 1, 1));

        assertThat(recount.counts().get("a")).isEqualTo(new Count(1, 0, 1, 0, 0));
    }

    @Test
    void whatWasHandedOverCountsWhereItWasPublished() {
        raw("a", 2);
        recount.event(event("1", 1, EventStatus.ACTIVE));
        recount.event(event("1", 2, EventStatus.REVISED));
        recount.duplicate(DuplicateBuilder.builder(duplicate("2", 1, 1))
                .kind(DuplicateKind.UPDATE)
                .build());
        recount.duplicate(DuplicateBuilder.builder(duplicate("2", 1, 2))
                .kind(DuplicateKind.NEAR)
                .build());

        assertThat(recount.counts().get("a")).isEqualTo(new Count(2, 2, 0, 0, 0));
    }

    @Test
    void aRevisionThatIsACopyLeavesTheRevisionBeforeAnEvent() {
        raw("a", 2);
        recount.event(event("1", 1, EventStatus.ACTIVE));
        recount.event(event("1", 2, EventStatus.WITHDRAWN));
        recount.duplicate(duplicate("1", 2, 1));

        assertThat(recount.counts().get("a")).isEqualTo(new Count(2, 1, 1, 0, 0));
    }

    @Test
    void aReassignmentIsNoSecondDuplicate() {
        raw("a", 1);
        recount.duplicate(duplicate("1", 1, 1));
        recount.duplicate(duplicate("1", 1, 2));

        assertThat(recount.counts().get("a").duplicates()).isEqualTo(1);
        assertThat(recount.compactedAway()).isZero();
    }

    @Test
    void missingAssignmentsAreNoticed() {
        recount.duplicate(duplicate("1", 3, 3));

        assertThat(recount.compactedAway()).isEqualTo(2);
    }

    @Test
    void oneRecordIsBuriedOnceAndOthersTopicsDoNotCount() {
        raw("a", 1);
        recount.deadLetter(letter("news.raw.v1", 0, 9, "a"));
        recount.deadLetter(letter("news.raw.v1", 0, 9, "a"));
        recount.deadLetter(letter("other", 0, 9, "a"));

        assertThat(recount.counts().get("a").deadLetters()).isEqualTo(1);
    }

    @Test
    void theLedgerIsHeldAgainstIt() {
        raw("a", 2);
        recount.event(event("1", 1, EventStatus.ACTIVE));
        Books right = Books.of(List.of(new LedgerLine("a", 0, 2, 1, 0, 1, 0, null)), Map.of(0, 2L));
        Books wrong = Books.of(List.of(new LedgerLine("a", 0, 2, 2, 0, 0, 0, null)), Map.of(0, 2L));

        assertThat(Verification.of(right, recount.counts()).agrees()).isTrue();
        assertThat(Verification.of(wrong, recount.counts()).differences())
                .containsExactly(
                        "a: events 2 in the ledger, 1 on the topics", "a: resends 0 in the ledger, 1 on the topics");
    }

    @Test
    void aSourceThatOnlyOneSideKnowsIsADifference() {
        raw("b", 1);
        Books books = Books.of(List.of(), Map.of());

        assertThat(Verification.of(books, recount.counts()).agrees()).isFalse();
    }

    private void raw(String source, int times) {
        for (int i = 0; i < times; i++) {
            recount.raw(source);
        }
    }

    private static NewsEvent event(String article, int revision, EventStatus status) {
        return NewsEventBuilder.builder()
                .articleId(article)
                .revision(revision)
                .status(status)
                .sourceId("a")
                .build();
    }

    private static Duplicate duplicate(String article, int revision, int version) {
        return DuplicateBuilder.builder()
                .articleId(article)
                .revision(revision)
                .version(version)
                .sourceId("a")
                .build();
    }

    private static DeadLetter letter(String topic, int partition, long offset, String source) {
        return DeadLetterBuilder.builder()
                .originTopic(topic)
                .originPartition(partition)
                .originOffset(offset)
                .sourceId(source)
                .build();
    }
}
