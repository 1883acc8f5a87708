package dev.dateline.enrich.stream;

import dev.dateline.enrich.article.Article;
import dev.dateline.enrich.identify.ArticleState;
import dev.dateline.enrich.identify.Identified;
import dev.dateline.enrich.identify.IdentifyArticle;
import dev.dateline.enrich.step.Origin;
import dev.dateline.enrich.step.Traced;
import java.time.Duration;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Looks an article up at its owner; what is new is remembered and waits for its verdict. */
public final class IdentifyProcessor extends ContextualProcessor<String, Traced<Article>, String, Arrival> {
    public static final String NAME = "identify-article";

    private final IdentifyArticle identify;
    private final Duration retention;
    private ExpiringStore<ArticleState> articles;
    private KeyValueStore<String, Pending> pending;

    public IdentifyProcessor(IdentifyArticle identify, Duration retention) {
        this.identify = identify;
        this.retention = retention;
    }

    @Override
    public void init(ProcessorContext<String, Arrival> context) {
        super.init(context);
        articles = new ExpiringStore<>(context, StateStores.ARTICLES, retention);
        pending = context.getStateStore(StateStores.PENDING);
    }

    @Override
    public void process(Record<String, Traced<Article>> arrived) {
        Traced<Article> traced = arrived.value();
        Article article = traced.value();
        var known = articles.get(article.articleId(), arrived.timestamp());
        Identified identified = identify.identify(known == null ? null : known.value(), article);
        if (known == null) {
            articles.put(article.articleId(), identified.state(), arrived.timestamp());
        } else if (!identified.state().equals(known.value())) {
            articles.replace(article.articleId(), known, identified.state());
        }
        Origin origin = traced.origin();
        if (identified instanceof Identified.Fresh fresh) {
            origin = origin.identifiedAs(fresh.version().revision());
            pending.put(
                    Pending.key(article.articleId(), origin.revision()),
                    new Pending(origin, article, traced.durationsUs()));
        }
        context()
                .forward(arrived.withValue(
                        new Arrival(origin, identified, context().taskId().partition())));
    }
}
