package dev.dateline.enrich.stream;

import dev.dateline.common.telemetry.StepCounter;
import dev.dateline.enrich.article.Article;
import dev.dateline.enrich.identify.ArticleState;
import dev.dateline.enrich.identify.Identified;
import dev.dateline.enrich.identify.IdentifyArticle;
import dev.dateline.enrich.identify.RawPlace;
import dev.dateline.enrich.identify.Sketched;
import dev.dateline.enrich.near.Claim;
import dev.dateline.enrich.near.Member;
import dev.dateline.enrich.step.Origin;
import dev.dateline.enrich.step.Traced;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Looks an article up at its owner; what is new is remembered, waits for its verdict, and all shares of the bands are asked about it. */
public final class IdentifyProcessor extends ContextualProcessor<String, Traced<Sketched>, String, Arrival> {
    public static final String NAME = "identify-article";

    private final IdentifyArticle identify;
    private final Duration retention;
    private final int bandPartitions;
    private final StepCounter counter;
    private ExpiringStore<ArticleState> articles;
    private KeyValueStore<String, Pending> pending;

    public IdentifyProcessor(IdentifyArticle identify, Duration retention, int bandPartitions, StepCounter counter) {
        this.identify = identify;
        this.retention = retention;
        this.bandPartitions = bandPartitions;
        this.counter = counter;
    }

    @Override
    public void init(ProcessorContext<String, Arrival> context) {
        super.init(context);
        articles = new ExpiringStore<>(context, StateStores.ARTICLES, retention);
        pending = context.getStateStore(StateStores.PENDING);
    }

    @Override
    public void process(Record<String, Traced<Sketched>> arrived) {
        Arrival arrival = counter.measure(() -> identified(arrived));
        if (arrival.tellsNothingNew()) {
            counter.duplicates(1);
        } else {
            counter.made(1);
        }
        context().forward(arrived.withValue(arrival));
    }

    private Arrival identified(Record<String, Traced<Sketched>> arrived) {
        Traced<Sketched> traced = arrived.value();
        Article article = traced.value().article();
        Origin origin = traced.origin();
        var known = articles.get(article.articleId(), arrived.timestamp());
        Identified identified = asking(identify.identify(
                known == null ? null : known.value(), article, new RawPlace(origin.partition(), origin.offset())));
        if (known == null) {
            articles.put(article.articleId(), identified.state(), arrived.timestamp());
        } else if (!identified.state().equals(known.value())) {
            articles.replace(article.articleId(), known, identified.state());
        }
        List<Claim> claims = List.of();
        if (identified instanceof Identified.Fresh fresh) {
            int revision = fresh.version().revision();
            origin = origin.identifiedAs(revision);
            pending.put(Pending.key(article.articleId(), revision), new Pending(origin, article, traced.durationsUs()));
            claims = Claim.of(
                    new Member(
                            fresh.state().place(),
                            revision,
                            context().taskId().partition(),
                            traced.value().sketch()),
                    bandPartitions);
        }
        return new Arrival(origin, identified, claims);
    }

    private Identified asking(Identified identified) {
        if (identified instanceof Identified.Fresh fresh) {
            ArticleState state = fresh.state();
            return new Identified.Fresh(
                    state.with(state.standing().asked(fresh.version().revision(), bandPartitions)), fresh.version());
        }
        return identified;
    }
}
