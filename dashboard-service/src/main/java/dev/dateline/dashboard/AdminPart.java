package dev.dateline.dashboard;

import dev.dateline.common.http.Endpoints;
import dev.dateline.common.runtime.AckedWriter;
import dev.dateline.common.runtime.KafkaSettings;
import dev.dateline.common.topics.Topics;
import dev.dateline.dashboard.admin.AdminGate;
import dev.dateline.dashboard.admin.Audit;
import dev.dateline.dashboard.http.Admission;
import dev.dateline.dashboard.http.AuditEndpoints;
import dev.dateline.dashboard.kafka.Followed;
import dev.dateline.dashboard.kafka.TopicFollower;
import java.time.InstantSource;
import java.util.List;

/** Who may change something, and what was changed: what the other parts need for that. */
final class AdminPart implements Part {
    private final AckedWriter writer;
    private final Audit audit;
    private final TopicFollower keys;
    private final Admission admission;

    AdminPart(KafkaSettings kafka, InstantSource clock) {
        Topics topics = kafka.topics();
        this.writer = new AckedWriter(kafka, "dashboard-writer");
        this.audit = new Audit(topics.audit(), writer, clock);
        AdminGate gate = new AdminGate(topics.accessKeys(), this::keysAreRead);
        this.keys = new TopicFollower(
                kafka,
                "dashboard-keys",
                List.of(new Followed(topics.accessKeys().name(), Followed.WHOLE, gate::take)));
        this.admission = new Admission(gate);
    }

    private boolean keysAreRead() {
        return keys.isComplete();
    }

    AckedWriter writer() {
        return writer;
    }

    Audit audit() {
        return audit;
    }

    Admission admission() {
        return admission;
    }

    @Override
    public Endpoints endpoints() {
        return new AuditEndpoints(audit);
    }

    @Override
    public void start() {
        keys.start();
    }

    @Override
    public void close() {
        keys.close();
        writer.close();
    }
}
