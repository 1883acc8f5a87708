package dev.dateline.dashboard.articles;

import dev.dateline.common.http.Problem;
import dev.dateline.common.http.ProblemException;
import dev.dateline.common.http.ProblemType;
import dev.dateline.common.model.EventStatus;
import dev.dateline.common.model.NewsEvent;
import dev.dateline.common.model.RawArticle;
import dev.dateline.common.runtime.KafkaSettings;
import dev.dateline.common.topics.Topic;
import dev.dateline.dashboard.kafka.RecordReader;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;

/** Reads whole records from their topics when somebody asks for them: a few at a time, with connections that are kept. */
public final class ArticleReader implements AutoCloseable {
    private static final int AT_A_TIME = 3;
    private static final Duration TURN_WITHIN = Duration.ofSeconds(2);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final KafkaSettings kafka;
    private final Topic<NewsEvent> events;
    private final Topic<RawArticle> raw;
    private final Articles articles;
    private final Semaphore turns = new Semaphore(AT_A_TIME, true);
    private final ConcurrentLinkedDeque<RecordReader> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    public ArticleReader(KafkaSettings kafka, Articles articles) {
        this.kafka = kafka;
        this.events = kafka.topics().events();
        this.raw = kafka.topics().raw();
        this.articles = articles;
    }

    /**
     * The article with its revisions and copies; empty when none of its events is held, or the latest has expired.
     *
     * @throws ProblemException busy while others read, kafka-unavailable when it does not answer
     */
    public Optional<ArticleDetail> detail(String articleId) {
        return articles.find(articleId).flatMap(known -> event(known.latest()).map(event -> detail(known, event)));
    }

    private ArticleDetail detail(Articles.Known known, NewsEvent event) {
        return new ArticleDetail(
                event,
                known.events().stream().map(ArticleDetail.Revision::of).toList(),
                known.copies().stream()
                        .map(copy -> ArticleDetail.CopyLine.of(
                                copy, articles.find(copy.articleId()).isPresent()))
                        .toList(),
                known.copiesSeen() - known.copies().size(),
                event.lineage());
    }

    /**
     * The words of a revision; of the latest event that has that number and was not withdrawn. Those of a copy that never was an event
     * are taken from its raw record.
     *
     * @param revision 0 for the latest
     * @throws ProblemException as {@link #detail}
     */
    public Optional<ArticleText> text(String articleId, int revision) {
        return articles.find(articleId)
                .flatMap(known -> known.events().stream()
                        // A withdrawn event repeats no text.
                        .filter(row -> row.status() != EventStatus.WITHDRAWN)
                        .filter(row -> revision == 0 || row.revision() == revision)
                        .reduce((first, second) -> second))
                .flatMap(this::event)
                .map(event -> new ArticleText(
                        event.articleId(), event.revision(), event.title(), event.subtitle(), event.bodyText(), false))
                .or(() -> revision == 0 ? copyText(articleId) : Optional.empty());
    }

    private Optional<ArticleText> copyText(String articleId) {
        return articles.copy(articleId).filter(copy -> copy.rawOffset() >= 0).flatMap(copy -> read(
                        raw, copy.rawPartition(), copy.rawOffset())
                .map(delivered -> new ArticleText(
                        articleId,
                        copy.revision(),
                        delivered.title(),
                        delivered.subtitle(),
                        RawWords.of(delivered),
                        true)));
    }

    /**
     * The raw record that the latest event was made of.
     *
     * @throws ProblemException as {@link #detail}
     */
    public Optional<RawArticle> raw(String articleId) {
        return articles.find(articleId)
                .map(Articles.Known::latest)
                .filter(row -> row.rawOffset() >= 0)
                .flatMap(row -> read(raw, row.rawPartition(), row.rawOffset()));
    }

    private Optional<NewsEvent> event(Row row) {
        return read(events, row.position().partition(), row.position().offset());
    }

    private <V> Optional<V> read(Topic<V> topic, int partition, long offset) {
        awaitTurn();
        RecordReader reader = null;
        try {
            reader = idle.pollFirst();
            if (reader == null) {
                reader = new RecordReader(kafka, "dashboard-articles");
            }
            Optional<V> value = reader.read(topic.name(), partition, offset)
                    .map(record -> topic.serde().deserializer().deserialize(topic.name(), record.value()));
            giveBack(reader);
            reader = null;
            return value;
        } catch (SerializationException e) {
            throw new ProblemException(Problem.of(ProblemType.NOT_FOUND, "what lies there can't be read"));
        } catch (KafkaException e) {
            throw new ProblemException(
                    Problem.of(ProblemType.KAFKA_UNAVAILABLE, "Kafka did not give the record in time"), RETRY);
        } finally {
            if (reader != null) {
                reader.close();
            }
            turns.release();
        }
    }

    private void awaitTurn() {
        try {
            if (!turns.tryAcquire(TURN_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ProblemException(Problem.of(ProblemType.BUSY, "others read articles just now"), RETRY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(Problem.of(ProblemType.BUSY, "the dashboard is closing"), RETRY);
        }
    }

    private void giveBack(RecordReader reader) {
        idle.addFirst(reader);
        if (closed) {
            close();
        }
    }

    @Override
    public void close() {
        closed = true;
        for (RecordReader reader = idle.pollFirst(); reader != null; reader = idle.pollFirst()) {
            reader.close();
        }
    }
}
