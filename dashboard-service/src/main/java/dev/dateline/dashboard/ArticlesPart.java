package dev.dateline.dashboard;

import dev.dateline.common.http.Endpoints;
import dev.dateline.common.model.Duplicate;
import dev.dateline.common.model.NewsEvent;
import dev.dateline.common.runtime.KafkaSettings;
import dev.dateline.common.topics.Topics;
import dev.dateline.dashboard.articles.ArticleReader;
import dev.dateline.dashboard.articles.Articles;
import dev.dateline.dashboard.http.ArticleEndpoints;
import dev.dateline.dashboard.kafka.Followed;
import dev.dateline.dashboard.kafka.TopicFollower;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The articles in memory: what is wired for them, beside the page's own reading. */
final class ArticlesPart implements Part {
    /** Events to hold. */
    private static final int CAPACITY = 50_000;

    private final TopicFollower follower;
    private final ArticleReader reader;
    private final Endpoints endpoints;

    ArticlesPart(KafkaSettings kafka, InstantSource clock) {
        Topics topics = kafka.topics();
        Articles articles = new Articles(clock, CAPACITY);
        // Twice the share of a partition: they are not filled alike, and transactions leave markers between the
        // records.
        long back = 2L * CAPACITY / kafka.partitions();
        this.follower = new TopicFollower(
                kafka,
                "dashboard-articles",
                List.of(
                        Followed.decoded(topics.events(), back, (record, event) -> event(articles, record, event)),
                        Followed.decoded(
                                topics.duplicates(),
                                back,
                                (record, duplicate) -> duplicate(articles, record, duplicate))));
        this.reader = new ArticleReader(kafka, articles);
        this.endpoints = new ArticleEndpoints(articles, reader, follower::isComplete);
    }

    private static void event(Articles articles, ConsumerRecord<String, byte[]> record, NewsEvent event) {
        if (event != null) {
            articles.event(record.partition(), record.offset(), Instant.ofEpochMilli(record.timestamp()), event);
        }
    }

    private static void duplicate(Articles articles, ConsumerRecord<String, byte[]> record, Duplicate duplicate) {
        if (duplicate == null) {
            articles.noDuplicate(record.key());
        } else {
            articles.duplicate(record.partition(), record.offset(), duplicate);
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
        follower.close();
        reader.close();
    }
}
