package dev.dateline.enrich.stream;

import dev.dateline.common.model.Letter;
import dev.dateline.enrich.decide.DecideArticle;
import dev.dateline.enrich.decide.Decided;
import dev.dateline.enrich.identify.ArticleState;
import dev.dateline.enrich.step.Origin;
import dev.dateline.enrich.step.Traced;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/**
 * Remembers that an article was refused after its verdict, so that a redrive is tried again and nothing is withdrawn in vain; and tells
 * its followers, so that one of its copies becomes the original.
 */
public final class RefuseProcessor<T> extends ContextualFixedKeyProcessor<String, Traced<T>, Refused<T>> {
    public static final String NAME = "note-refused-article";

    private final DecideArticle decide;
    private final Duration identityRetention;
    private final Duration copyRetention;
    private ExpiringStore<ArticleState> articles;
    private Followers followers;

    public RefuseProcessor(DecideArticle decide, Duration identityRetention, Duration copyRetention) {
        this.decide = decide;
        this.identityRetention = identityRetention;
        this.copyRetention = copyRetention;
    }

    @Override
    public void init(FixedKeyProcessorContext<String, Refused<T>> context) {
        super.init(context);
        articles = new ExpiringStore<>(context, StateStores.ARTICLES, identityRetention);
        followers = new Followers(context, copyRetention);
    }

    @Override
    public void process(FixedKeyRecord<String, Traced<T>> refused) {
        Origin origin = refused.value().origin();
        var known = articles.get(origin.articleId(), refused.timestamp());
        List<Letter> letters = List.of();
        if (known != null) {
            Decided decided = decide.refused(known.value(), origin.revision());
            articles.replace(origin.articleId(), known, decided.state());
            letters = decided.notice()
                    .map(notice -> followers.letters(notice, refused.timestamp()))
                    .orElse(List.of());
        }
        context().forward(refused.withValue(new Refused<>(refused.value(), letters)));
    }
}
