package dev.dateline.enrich.stream;

import dev.dateline.common.model.LedgerLine;
import dev.dateline.common.model.Letter;
import dev.dateline.enrich.article.Article;
import dev.dateline.enrich.article.ArticleBuilder;
import dev.dateline.enrich.identify.RawPlace;
import dev.dateline.enrich.step.ReadProgress;
import dev.dateline.enrich.step.Traced;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Reads a text that was handed over, and takes it in as a revision of the article it was handed to. */
public final class TakeOverProcessor extends ContextualProcessor<String, Letter, String, Traced<Article>> {
    public static final String NAME = "take-over-update";

    private final Supplier<Reread> rereading;
    private final ReadProgress progress;
    private Reread reread;
    private ReadNotes notes;

    public TakeOverProcessor(Supplier<Reread> rereading, ReadProgress progress) {
        this.rereading = rereading;
        this.progress = progress;
    }

    @Override
    public void init(ProcessorContext<String, Traced<Article>> context) {
        super.init(context);
        reread = rereading.get();
        notes = new ReadNotes(progress, context);
    }

    @Override
    public void process(Record<String, Letter> handed) {
        Letter letter = handed.value();
        Traced<Article> article = reread.article(
                new RawPlace(letter.rawPartition(), letter.rawOffset()), letter.fromId(), LedgerLine.UNKNOWN_SOURCE);
        Traced<Article> taken = article.as(article.origin().of(article.origin().sourceId(), letter.articleId()));
        context()
                .forward(handed.withValue(
                        taken.failed() ? taken : taken.with(taken.origin(), under(letter.articleId(), taken.value()))));
        notes.done(handed.timestamp());
    }

    /**
     * The article under another id. It was published when its sender published it; that orders it among the other revisions, whatever marks
     * they carry.
     */
    public static Article under(String articleId, Article article) {
        return articleId.equals(article.articleId())
                ? article
                : ArticleBuilder.builder(article)
                        .articleId(articleId)
                        .providerVersion(null)
                        .modifiedAt(article.publishedAt())
                        .build();
    }

    @Override
    public void close() {
        if (reread != null) {
            reread.close();
        }
    }
}
