package dev.dateline.enrich.stream;

import dev.dateline.common.model.RawArticle;
import dev.dateline.common.outcome.Outcome;
import dev.dateline.common.outcome.Reason;
import dev.dateline.enrich.article.Article;
import dev.dateline.enrich.identify.RawPlace;
import dev.dateline.enrich.read.Intake;
import dev.dateline.enrich.read.RawArchive;
import dev.dateline.enrich.step.Origin;
import dev.dateline.enrich.step.Traced;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Makes an article once more of its raw record. The raw topic is opened when it is first needed, which is seldom. */
public final class Reread implements AutoCloseable {
    public static final String NAME = "reread-record";

    private final Supplier<RawArchive> open;
    private final Intake intake;
    private final Function<Traced<RawArticle>, Traced<Article>> extract;
    private final String topic;
    private RawArchive archive;

    /**
     * A reader of one topic.
     *
     * @param open opens the raw topic
     * @param extract the topology's own step
     * @param topic its name, for a dead letter
     */
    public Reread(
            Supplier<RawArchive> open,
            Intake intake,
            Function<Traced<RawArticle>, Traced<Article>> extract,
            String topic) {
        this.open = open;
        this.intake = intake;
        this.extract = extract;
        this.topic = topic;
    }

    /**
     * The article, or why it can't be had any more.
     *
     * @param sourceId who delivered it, for a dead letter
     */
    Traced<Article> article(RawPlace place, String articleId, String sourceId) {
        if (archive == null) {
            archive = open.get();
        }
        return archive.read(place.partition(), place.offset())
                .map(raw -> extract.apply(intake.read(raw)))
                .orElseGet(() -> gone(place, articleId, sourceId));
    }

    private Traced<Article> gone(RawPlace place, String articleId, String sourceId) {
        Origin origin = new Origin(
                topic, place.partition(), place.offset(), Instant.EPOCH, articleId, null, sourceId, articleId, 0, 0);
        return new Traced<>(
                origin,
                Outcome.failed(
                        Reason.RAW_EXPIRED,
                        "the raw record was deleted before the article turned out to be needed: keep the raw topic longer than the copy window"),
                NAME,
                Map.of());
    }

    @Override
    public void close() {
        if (archive != null) {
            archive.close();
            archive = null;
        }
    }
}
