package dev.dateline.dashboard.deadletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.dateline.common.model.AuditEntry;
import dev.dateline.common.model.DeadLetter;
import dev.dateline.common.model.DeadLetterBuilder;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LetterIndexTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String TOPIC = "news.dead-letters.v1";

    private final LetterIndex index = new LetterIndex(TOPIC, 3);

    @Test
    void lettersOfTheSameReasonStepAndSourceAreOneGroup() {
        take(0, 0, 0, "NO_TEXT", "wire");
        take(1, 0, 60, "NO_TEXT", "wire");
        take(0, 1, 30, "NO_TEXT", "post");

        LetterGroups groups = index.groups(true);

        assertThat(groups.letters()).isEqualTo(3);
        assertThat(groups.groups()).hasSize(2);
        LetterGroup wire = groups.groups().get(0);
        assertThat(wire.count()).isEqualTo(2);
        assertThat(wire.first()).isEqualTo(NOON);
        assertThat(wire.last()).isEqualTo(NOON.plusSeconds(60));
        assertThat(wire.sample()).isEqualTo("1@0");
    }

    @Test
    void aRecordReadTwiceCountsOnce() {
        take(0, 0, 0, "NO_TEXT", "wire");
        take(0, 0, 0, "NO_TEXT", "wire");

        assertThat(index.groups(true).letters()).isEqualTo(1);
    }

    @Test
    void pagesGoFromTheNewestToTheOldest() {
        take(0, 0, 0, "NO_TEXT", "wire");
        take(0, 1, 10, "NO_TEXT", "wire");
        take(0, 2, 20, "NO_TEXT", "wire");

        LetterPage first = index.page(null, null, 2);
        LetterPage second = index.page(null, first.before(), 2);

        assertThat(offsets(first)).containsExactly(2L, 1L);
        assertThat(offsets(second)).containsExactly(0L);
        assertThat(second.before()).isNull();
        assertThatIllegalArgumentException().isThrownBy(() -> index.page(null, "yesterday", 2));
    }

    @Test
    void olderLettersThanAreKeptStayInTheCounts() {
        for (int offset = 0; offset < 5; offset++) {
            take(0, offset, offset, "NO_TEXT", "wire");
        }

        assertThat(offsets(index.page(null, null, 10))).containsExactly(4L, 3L, 2L);
        assertThat(index.groups(true).groups().get(0).count()).isEqualTo(5);
        assertThat(index.groups(true).listed()).isEqualTo(3);
    }

    @Test
    void theAuditSaysWhichWereRedriven() {
        audit(TOPIC + "-0@1");
        take(0, 0, 0, "NO_TEXT", "wire");
        take(0, 1, 1, "NO_TEXT", "wire");
        audit(TOPIC + "-0@0");
        audit(TOPIC + "-0@0");

        assertThat(index.isRedriven(new LetterPosition(0, 0))).isTrue();
        assertThat(index.redrivenTo(0, 1)).contains("news.raw.v1-0@9");
        assertThat(index.groups(true).groups().get(0).redriven()).isEqualTo(2);
    }

    @Test
    void whatIsSaidInASelectionMustAllApply() {
        take(0, 0, 0, "NO_TEXT", "wire");
        take(0, 1, 10, "NO_TEXT", "post");
        take(0, 2, 20, "TOO_LARGE", "wire");

        assertThat(index.select(selection("NO_TEXT", null, null), 10)).hasSize(2);
        assertThat(index.select(selection("NO_TEXT", "wire", null), 10)).containsExactly(new LetterPosition(0, 0));
        assertThat(index.select(selection(null, "wire", NOON.plusSeconds(1)), 10))
                .containsExactly(new LetterPosition(0, 2));
        assertThat(index.select(selection(null, null, NOON), 1)).containsExactly(new LetterPosition(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> selection(null, null, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Selection(null, List.of("3-4"), null, null, null, null, null));
    }

    private static Selection selection(String reason, String source, Instant from) {
        return new Selection(null, null, reason, null, source, from, null);
    }

    private static List<Long> offsets(LetterPage page) {
        return page.letters().stream().map(item -> item.letter().offset()).toList();
    }

    private void audit(String target) {
        index.take(new AuditEntry(NOON, "0123456789ab", AuditEntry.REDRIVE_LETTER, target, "news.raw.v1-0@9"));
    }

    private void take(int partition, long offset, int second, String reason, String source) {
        DeadLetter letter = DeadLetterBuilder.builder()
                .originTopic("news.raw.v1")
                .originalValue(new byte[] {1})
                .sourceId(source)
                .step("extract-article")
                .reason(reason)
                .attempts(1)
                .build();
        index.take(partition, offset, NOON.plusSeconds(second), letter);
    }
}
