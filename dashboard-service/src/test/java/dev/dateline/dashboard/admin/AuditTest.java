package dev.dateline.dashboard.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.common.model.AuditEntry;
import dev.dateline.common.runtime.AckedWriter;
import dev.dateline.common.runtime.KafkaSettings;
import dev.dateline.common.topics.Topics;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class AuditTest {
    private static final int READ = 510;
    private static final int SHOWN = 500;

    private final Audit audit = new Audit(
            Topics.of("", 1).audit(),
            new AckedWriter(new KafkaSettings("127.0.0.1:1", "", 1, (short) 1), "test"),
            InstantSource.fixed(Instant.EPOCH));

    @Test
    void theLastEntriesAreShownNewestFirst() {
        for (int i = 0; i < READ; i++) {
            audit.take(entry("source-pause", "source-" + i));
        }

        assertThat(audit.newestFirst(2)).extracting(AuditEntry::target).containsExactly("source-509", "source-508");
        assertThat(audit.newestFirst(READ)).hasSize(SHOWN);
    }

    @Test
    void marksOfLettersAreNot() {
        audit.take(entry("redrive", "job"));
        audit.take(entry(AuditEntry.REDRIVE_LETTER, "news.dead-letters.v1-0@1"));

        assertThat(audit.newestFirst(SHOWN)).extracting(AuditEntry::action).containsExactly("redrive");
    }

    private static AuditEntry entry(String action, String target) {
        return new AuditEntry(Instant.EPOCH, "0123456789ab", action, target, "done");
    }
}
