package dev.dateline.enrich.stream;

import dev.dateline.common.model.Letter;
import dev.dateline.common.telemetry.StepCounter;
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
    private final StepCounter counter;
    private ExpiringStore<ArticleState> articles;
    private Followers followers;

    public RefuseProcessor(
            DecideArticle decide, Duration identityRetention, Duration copyRetention, StepCounter counter) {
        this.decide = decide;
        this.identityRetention = identityRetention;
        this.copyRetention = copyRetention;
        this.counter = counter;
    }

    @Override
    public void init(FixedKeyProcessorContext<String, Refused<T>> context) {
        super.init(context);
        articles = new ExpiringStore<>(context, StateStores.ARTICLES, identityRetention);
        followers = new Followers(context, copyRetention);
    }

    @Override
    public void process(FixedKeyRecord<String, Traced<T>> refused) {
        List<Letter> letters = counter.measure(() -> letters(refused.value().origin(), refused.timestamp()));
        counter.made(1);
        context().forward(refused.withValue(new Refused<>(refused.value(), letters)));
    }

    private List<Letter> letters(Origin origin, long timestamp) {
        var known = articles.get(origin.articleId(), timestamp);
        if (known == null) {
            return List.of();
        }
        Decided decided = decide.refused(known.value(), origin.revision());
        articles.replace(origin.articleId(), known, decided.state());
        return decided.notice()
                .map(notice -> followers.letters(notice, timestamp))
                .orElse(List.of());
    }
}
