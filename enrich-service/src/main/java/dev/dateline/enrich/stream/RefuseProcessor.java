package dev.dateline.enrich.stream;

import dev.dateline.enrich.decide.DecideArticle;
import dev.dateline.enrich.identify.ArticleState;
import dev.dateline.enrich.step.Origin;
import dev.dateline.enrich.step.Traced;
import java.time.Duration;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/** Remembers that an article was refused after its verdict, so that a redrive is tried again and nothing is withdrawn in vain. */
public final class RefuseProcessor<T> extends ContextualFixedKeyProcessor<String, Traced<T>, Traced<T>> {
    public static final String NAME = "note-refused-article";

    private final DecideArticle decide;
    private final Duration retention;
    private ExpiringStore<ArticleState> articles;

    public RefuseProcessor(DecideArticle decide, Duration retention) {
        this.decide = decide;
        this.retention = retention;
    }

    @Override
    public void init(FixedKeyProcessorContext<String, Traced<T>> context) {
        super.init(context);
        articles = new ExpiringStore<>(context, StateStores.ARTICLES, retention);
    }

    @Override
    public void process(FixedKeyRecord<String, Traced<T>> refused) {
        Origin origin = refused.value().origin();
        var known = articles.get(origin.articleId(), refused.timestamp());
        if (known != null) {
            articles.replace(origin.articleId(), known, decide.refused(known.value(), origin.revision()));
        }
        context().forward(refused);
    }
}
