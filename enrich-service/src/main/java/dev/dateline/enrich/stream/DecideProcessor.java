package dev.dateline.enrich.stream;

import dev.dateline.common.model.Letter;
import dev.dateline.common.model.LetterKind;
import dev.dateline.common.outcome.Outcome;
import dev.dateline.common.telemetry.StepCounter;
import dev.dateline.enrich.article.Article;
import dev.dateline.enrich.decide.Assignment;
import dev.dateline.enrich.decide.DecideArticle;
import dev.dateline.enrich.decide.Decided;
import dev.dateline.enrich.decide.Decision;
import dev.dateline.enrich.identify.ArticleState;
import dev.dateline.enrich.identify.Version;
import dev.dateline.enrich.near.Notice;
import dev.dateline.enrich.publish.Original;
import dev.dateline.enrich.step.ReadProgress;
import dev.dateline.enrich.step.StepMeter;
import dev.dateline.enrich.step.Traced;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the letters at an article's owner, and takes the article out of its waiting room once it is decided. */
public final class DecideProcessor extends ContextualProcessor<String, Letter, String, Ruled> {
    public static final String NAME = "decide-article";
    private static final Logger LOG = LoggerFactory.getLogger(DecideProcessor.class);

    private final DecideArticle decide;
    private final Duration identityRetention;
    private final Duration copyRetention;
    private final Supplier<Reread> rereading;
    private final StepCounter counter;
    private final ReadProgress progress;
    private ExpiringStore<ArticleState> articles;
    private KeyValueStore<String, Pending> pending;
    private Followers followers;
    private Reread reread;
    private ReadNotes notes;

    public DecideProcessor(
            DecideArticle decide,
            Duration identityRetention,
            Duration copyRetention,
            Supplier<Reread> rereading,
            StepMeter steps) {
        this.decide = decide;
        this.identityRetention = identityRetention;
        this.copyRetention = copyRetention;
        this.rereading = rereading;
        this.counter = steps.counters().of(NAME);
        this.progress = steps.progress();
    }

    @Override
    public void init(ProcessorContext<String, Ruled> context) {
        super.init(context);
        articles = new ExpiringStore<>(context, StateStores.ARTICLES, identityRetention);
        pending = context.getStateStore(StateStores.PENDING);
        followers = new Followers(context, copyRetention);
        reread = rereading.get();
        notes = new ReadNotes(progress, context);
    }

    @Override
    public void process(Record<String, Letter> received) {
        Ruled ruled = counter.measure(() -> ruled(received));
        for (Ruling ruling : ruled.rulings()) {
            if (ruling.waiting() == null) {
                counter.duplicates(1);
            } else {
                counter.made(1);
            }
        }
        if (!ruled.rulings().isEmpty() || !ruled.letters().isEmpty()) {
            context().forward(received.withValue(ruled));
        }
        notes.done(received.timestamp());
    }

    private Ruled ruled(Record<String, Letter> received) {
        Letter letter = received.value();
        var known = articles.get(letter.articleId(), received.timestamp());
        if (letter.kind() == LetterKind.FOLLOW) {
            return answer(received, known == null ? null : known.value());
        }
        if (known == null) {
            // It has left the window, so nothing can be told of it any more; if it waited, the ledger keeps it in
            // flight.
            LOG.warn("a letter came for {}, which is no longer known", letter.articleId());
            return new Ruled(List.of(), List.of());
        }
        Decided decided = decided(known.value(), letter);
        if (!decided.state().equals(known.value())) {
            articles.replace(letter.articleId(), known, decided.state());
        }
        return new Ruled(rulings(decided, received.timestamp()), letters(decided, received.timestamp()));
    }

    private Decided decided(ArticleState state, Letter letter) {
        return switch (letter.kind()) {
            case ANSWER ->
                decide.answered(
                        state, letter.revision(), letter.bandPartition(), Letters.neighbours(letter), letter.copies());
            case LATE -> decide.met(state, letter.revision(), Letters.neighbours(letter));
            case NOTICE -> decide.told(state, Letters.notice(letter));
            case FOLLOW, UPDATE -> throw new IllegalArgumentException("not decided upon: " + letter.kind());
        };
    }

    /** A follower is told at once what is known, and again whenever that changes. */
    private Ruled answer(Record<String, Letter> received, ArticleState state) {
        Letter letter = received.value();
        Follower follower = new Follower(letter.fromId(), letter.fromPartition());
        followers.add(letter.articleId(), follower, received.timestamp());
        Optional<Notice> notice = state == null
                ? Optional.of(new Notice(letter.articleId(), letter.revision(), Integer.MAX_VALUE, false, null))
                : decide.notice(state);
        return new Ruled(
                List.of(),
                notice.map(told -> Letters.notice(follower, told)).stream().toList());
    }

    private List<Ruling> rulings(Decided decided, long timestamp) {
        List<Ruling> rulings = new ArrayList<>();
        for (Decision decision : decided.decisions()) {
            String key = Pending.key(decision.state().articleId(), decision.revision());
            Pending waited = pending.delete(key);
            Traced<Original> original = decision instanceof Decision.Publish publish ? original(publish, waited) : null;
            rulings.add(new Ruling(decision, original, Instant.ofEpochMilli(timestamp)));
        }
        return rulings;
    }

    private Traced<Original> original(Decision.Publish publish, Pending waited) {
        if (waited != null) {
            Original original = new Original(waited.article(), publish.revision(), publish.copiesSeen());
            return new Traced<>(waited.origin(), Outcome.done(original), NAME, waited.durationsUs());
        }
        ArticleState state = publish.state();
        Version version = version(publish);
        Traced<Article> again = reread.article(version.raw(), state.articleId(), version.sourceId());
        Traced<Article> identified = again.as(
                again.origin().of(version.sourceId(), state.articleId()).identifiedAs(publish.revision()));
        return identified.failed()
                ? identified.skip()
                : identified.with(
                        identified.origin(),
                        new Original(
                                renamed(identified.value(), state.articleId()),
                                publish.revision(),
                                publish.copiesSeen()));
    }

    /** A revision that was handed over carries the id of the article that sent it. */
    private static Article renamed(Article article, String articleId) {
        return TakeOverProcessor.under(articleId, article);
    }

    private List<Letter> letters(Decided decided, long timestamp) {
        ArticleState state = decided.state();
        int partition = context().taskId().partition();
        List<Letter> letters = new ArrayList<>();
        decided.ask().ifPresent(asked -> letters.add(Letters.follow(asked, state.articleId(), partition)));
        decided.notice().ifPresent(notice -> letters.addAll(followers.letters(notice, timestamp)));
        for (Decision decision : decided.decisions()) {
            assignment(decision)
                    .filter(Assignment::handOver)
                    .ifPresent(update -> letters.add(Letters.update(
                            update.originalId(),
                            update.ownerPartition(),
                            state.articleId(),
                            decision.revision(),
                            version(decision).raw())));
        }
        return letters;
    }

    private static Optional<Assignment> assignment(Decision decision) {
        if (decision instanceof Decision.Assign assign) {
            return Optional.of(assign.assignment());
        }
        return decision instanceof Decision.Withdraw withdraw ? Optional.of(withdraw.assignment()) : Optional.empty();
    }

    private static Version version(Decision decision) {
        return decision.state().version(decision.revision()).orElseThrow();
    }

    @Override
    public void close() {
        if (reread != null) {
            reread.close();
        }
    }
}
