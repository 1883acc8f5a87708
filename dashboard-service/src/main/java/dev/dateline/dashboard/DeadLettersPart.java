package dev.dateline.dashboard;

import dev.dateline.common.http.Endpoints;
import dev.dateline.common.model.AuditEntry;
import dev.dateline.common.runtime.KafkaSettings;
import dev.dateline.common.topics.Topics;
import dev.dateline.dashboard.admin.Audit;
import dev.dateline.dashboard.deadletters.LetterIndex;
import dev.dateline.dashboard.deadletters.LetterReader;
import dev.dateline.dashboard.deadletters.Redriver;
import dev.dateline.dashboard.http.DeadLetterEndpoints;
import dev.dateline.dashboard.kafka.Followed;
import dev.dateline.dashboard.kafka.TopicFollower;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** The dead letters further back than the stream shows them, and which of them were redriven. */
final class DeadLettersPart implements Part {
    /** Of each partition: what lies further back is old, and large. */
    private static final long LETTERS_BACK = 10_000;

    private static final long MARKS_BACK = 200_000;

    private final TopicFollower follower;
    private final Redriver redriver;
    private final Endpoints endpoints;

    DeadLettersPart(KafkaSettings kafka, AdminPart admin, InstantSource clock) {
        Topics topics = kafka.topics();
        LetterIndex index = new LetterIndex(topics.deadLetters().name());
        this.follower = new TopicFollower(
                kafka,
                "dashboard-letters",
                List.of(
                        Followed.decoded(topics.deadLetters(), LETTERS_BACK, (record, letter) -> {
                            if (letter != null) {
                                index.take(
                                        record.partition(),
                                        record.offset(),
                                        Instant.ofEpochMilli(record.timestamp()),
                                        letter);
                            }
                        }),
                        Followed.decoded(
                                topics.audit(), MARKS_BACK, (record, entry) -> audited(admin.audit(), index, entry))));
        this.redriver = new Redriver(kafka, index, admin.audit(), admin.writer(), follower::isComplete, clock);
        this.endpoints = new DeadLetterEndpoints(
                admin.admission(), index, new LetterReader(kafka, index), redriver, follower::isComplete);
    }

    private static void audited(Audit audit, LetterIndex index, AuditEntry entry) {
        if (entry != null) {
            audit.take(entry);
            index.take(entry);
        }
    }

    @Override
    public Endpoints endpoints() {
        return endpoints;
    }

    @Override
    public void start() {
        follower.start();
    }

    @Override
    public void close() {
        redriver.close();
        follower.close();
    }
}
