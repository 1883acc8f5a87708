package dev.dateline.dashboard;

import dev.dateline.common.http.Endpoints;
import dev.dateline.common.runtime.KafkaSettings;
import dev.dateline.common.topics.Topics;
import dev.dateline.dashboard.http.SourceEndpoints;
import dev.dateline.dashboard.kafka.Followed;
import dev.dateline.dashboard.kafka.TopicFollower;
import dev.dateline.dashboard.series.Series;
import dev.dateline.dashboard.sources.SourceControl;
import dev.dateline.dashboard.sources.SourceTable;
import java.time.InstantSource;
import java.util.List;

/** The sources, as they are declared and polled; what came of them is fed with the stream. */
final class SourcesPart implements Part {
    private final SourceTable table;
    private final TopicFollower follower;
    private final Endpoints endpoints;

    SourcesPart(KafkaSettings kafka, AdminPart admin, Series series, InstantSource clock) {
        Topics topics = kafka.topics();
        this.table = new SourceTable(series::quietSources, series::pace);
        this.follower = new TopicFollower(
                kafka,
                "dashboard-sources",
                List.of(
                        Followed.decoded(
                                topics.sources(),
                                Followed.WHOLE,
                                (record, source) -> table.declared(record.key(), source)),
                        Followed.decoded(
                                topics.sourceStates(),
                                Followed.WHOLE,
                                (record, state) -> table.polled(record.key(), state))));
        SourceControl control = new SourceControl(topics.sources(), table, admin.writer(), admin.audit(), clock);
        this.endpoints = new SourceEndpoints(admin.admission(), table, control);
    }

    /** To be fed. */
    SourceTable table() {
        return table;
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
        follower.close();
    }
}
