package dev.dateline.enrich.stream;

import dev.dateline.common.outcome.Outcome;
import dev.dateline.enrich.copies.Verdict;
import dev.dateline.enrich.decide.DecideArticle;
import dev.dateline.enrich.decide.Decision;
import dev.dateline.enrich.identify.ArticleState;
import dev.dateline.enrich.publish.Original;
import dev.dateline.enrich.step.Traced;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a verdict in at the article's owner, and takes the article out of its waiting room. */
public final class DecideProcessor extends ContextualProcessor<String, Verdict, String, Ruling> {
    public static final String NAME = "decide-article";
    private static final Logger LOG = LoggerFactory.getLogger(DecideProcessor.class);

    private final DecideArticle decide;
    private final Duration retention;
    private ExpiringStore<ArticleState> articles;
    private KeyValueStore<String, Pending> pending;

    public DecideProcessor(DecideArticle decide, Duration retention) {
        this.decide = decide;
        this.retention = retention;
    }

    @Override
    public void init(ProcessorContext<String, Ruling> context) {
        super.init(context);
        articles = new ExpiringStore<>(context, StateStores.ARTICLES, retention);
        pending = context.getStateStore(StateStores.PENDING);
    }

    @Override
    public void process(Record<String, Verdict> answered) {
        String articleId = answered.value().articleId();
        var known = articles.get(articleId, answered.timestamp());
        if (known == null) {
            // It has left the window, so nothing can be told of it any more; if it waited, the ledger keeps it in
            // flight.
            LOG.warn("a verdict came for {}, which is no longer known", articleId);
            return;
        }
        DecideArticle.Decided decided = decide.decide(known.value(), answered.value());
        articles.replace(articleId, known, decided.state());
        Instant at = Instant.ofEpochMilli(answered.timestamp());
        for (Decision decision : decided.decisions()) {
            Pending waited = pending.delete(Pending.key(articleId, decision.revision()));
            context().forward(answered.withValue(new Ruling(decision, original(decision, waited), at)));
        }
    }

    private static Traced<Original> original(Decision decision, Pending waited) {
        if (decision instanceof Decision.Publish publish && waited != null) {
            Original original = new Original(waited.article(), publish.revision(), publish.copiesSeen());
            return new Traced<>(waited.origin(), Outcome.done(original), NAME, waited.durationsUs());
        }
        return null;
    }
}
