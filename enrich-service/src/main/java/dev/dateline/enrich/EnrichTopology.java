package dev.dateline.enrich;

import dev.dateline.common.model.DeadLetter;
import dev.dateline.common.model.Duplicate;
import dev.dateline.common.model.LedgerLine;
import dev.dateline.common.model.Letter;
import dev.dateline.common.model.LetterKind;
import dev.dateline.common.model.NewsEvent;
import dev.dateline.common.model.RawArticle;
import dev.dateline.common.outcome.Outcome;
import dev.dateline.common.telemetry.StepCounter;
import dev.dateline.common.topics.Topic;
import dev.dateline.common.topics.Topics;
import dev.dateline.enrich.article.Article;
import dev.dateline.enrich.identify.Sketched;
import dev.dateline.enrich.near.Claim;
import dev.dateline.enrich.near.CopySettings;
import dev.dateline.enrich.publish.Original;
import dev.dateline.enrich.publish.Tagged;
import dev.dateline.enrich.read.Intake;
import dev.dateline.enrich.read.RawArchive;
import dev.dateline.enrich.step.StepMeter;
import dev.dateline.enrich.step.Traced;
import dev.dateline.enrich.stream.Arrival;
import dev.dateline.enrich.stream.ClaimSerde;
import dev.dateline.enrich.stream.DeadLetters;
import dev.dateline.enrich.stream.DecideProcessor;
import dev.dateline.enrich.stream.DecodeProcessor;
import dev.dateline.enrich.stream.HeaderProcessor;
import dev.dateline.enrich.stream.IdentifyProcessor;
import dev.dateline.enrich.stream.LedgerEntry;
import dev.dateline.enrich.stream.LedgerProcessor;
import dev.dateline.enrich.stream.MatchProcessor;
import dev.dateline.enrich.stream.RefuseProcessor;
import dev.dateline.enrich.stream.Refused;
import dev.dateline.enrich.stream.Reread;
import dev.dateline.enrich.stream.Ruled;
import dev.dateline.enrich.stream.Ruling;
import dev.dateline.enrich.stream.StateStores;
import dev.dateline.enrich.stream.TakeOverProcessor;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;

/**
 * The whole flow, one line per step.
 *
 * <pre>
 *                      owner of the article id                              owners of the bands
 *  news.raw.v1 ─► decode ─► extract ─► sketch ─► identify ──── claims ────────► match copies
 *                   │          │          │         ▲ waits                          │
 *                   ▼          ▼          ▼         │ update                         │ answer, late
 *             dead letters               decide ◄───┴─── news.letters.v1 ◄───────────┤
 *                   ▲                   │     │                                      │
 *                   └───── compose ◄─ tag     ├────────────── follow, notice ────────┘
 *                             │               └─► news.duplicates.v1
 *                             └─► news.events.v1            every end ─► ledger ─► news.ledger.v1
 * </pre>
 *
 * <p>All that is published about one article is published by the task that owns its id, one revision after the other.
 */
public final class EnrichTopology implements Supplier<Topology> {
    private final Topics topics;
    private final Duration identityRetention;
    private final CopySettings copies;
    private final Pipeline pipeline;
    private final StepMeter steps;
    private final Supplier<RawArchive> rawTopic;

    /**
     * A topology for one set of topics. On the cluster, {@code news.letters.v1} must have as many partitions as {@code news.raw.v1}: a
     * letter goes to the partition that its article waits in.
     *
     * @param identityRetention how long a resend or revision is recognised
     * @param copies how copies are found
     * @param rawTopic opens the raw topic to read single records again
     */
    public EnrichTopology(
            Topics topics,
            Duration identityRetention,
            CopySettings copies,
            Pipeline pipeline,
            StepMeter steps,
            Supplier<RawArchive> rawTopic) {
        this.topics = topics;
        this.identityRetention = identityRetention;
        this.copies = copies;
        this.pipeline = pipeline;
        this.steps = steps;
        this.rawTopic = rawTopic;
    }

    @Override
    public Topology get() {
        StreamsBuilder builder = new StreamsBuilder();
        StateStores.all(identityRetention, copies).forEach(builder::addStateStore);

        // Arriving: from bytes to an article that is known or new, at the owner of its id.
        Intake intake = new Intake(DecodeProcessor.NAME, steps, pipeline.decode());
        Function<Traced<RawArticle>, Traced<Article>> extract = steps.step("extract-article", pipeline.extract());
        Function<Traced<Article>, Traced<Sketched>> sketch = steps.step("sketch-article", pipeline.sketch());
        KStream<String, Traced<Sketched>> arrived = builder.stream(
                        topics.raw().name(),
                        Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("read-raw-articles"))
                .process(() -> new DecodeProcessor(intake, steps.progress()), Named.as(DecodeProcessor.NAME))
                .mapValues(extract::apply, Named.as("extract-article"))
                .mapValues(sketch::apply, Named.as("sketch-article"));
        KStream<String, Letter> letters = counted(
                "read-letters",
                builder.stream(
                        topics.letters().name(),
                        Consumed.with(Serdes.String(), topics.letters().serde()).withName("read-letters")));
        KStream<String, Traced<Sketched>> handed = letters.filter(EnrichTopology::isUpdate, Named.as("pass-updates"))
                .process(() -> new TakeOverProcessor(this::reread, steps.progress()), Named.as(TakeOverProcessor.NAME))
                .mapValues(sketch::apply, Named.as("sketch-update"));
        KStream<String, Traced<Sketched>> sketched = arrived.merge(handed, Named.as("merge-updates"));
        KStream<String, Arrival> arrivals = sketched.filterNot(
                        EnrichTopology::failed, Named.as("pass-sketched-articles"))
                .process(
                        () -> new IdentifyProcessor(
                                pipeline.identify(),
                                identityRetention,
                                copies.partitions(),
                                steps.counters().of(IdentifyProcessor.NAME)),
                        Named.as(IdentifyProcessor.NAME),
                        StateStores.ARTICLES,
                        StateStores.PENDING);

        // Asking: copies have other ids, so the question goes to the owners of the bands, and the answers come back.
        KStream<String, Letter> answers = arrivals.flatMapValues(Arrival::claims, Named.as("claim-bands"))
                .repartition(Repartitioned.<String, Claim>as("claims")
                        .withKeySerde(Serdes.String())
                        .withValueSerde(new ClaimSerde())
                        .withNumberOfPartitions(copies.partitions())
                        .withStreamPartitioner(EnrichTopology::toShare))
                .process(() -> new MatchProcessor(steps), Named.as(MatchProcessor.NAME), StateStores.BANDS);
        send(answers, "write-answers");
        KStream<String, Ruled> ruled = letters.filterNot(EnrichTopology::isUpdate, Named.as("pass-letters"))
                .process(
                        () -> new DecideProcessor(
                                pipeline.decide(), identityRetention, copies.retention(), this::reread, steps),
                        Named.as(DecideProcessor.NAME),
                        StateStores.ARTICLES,
                        StateStores.PENDING,
                        StateStores.FOLLOWERS);
        KStream<String, Ruling> rulings = ruled.flatMapValues(Ruled::rulings, Named.as("take-rulings"));

        // Publishing: originals get their tags; copies point to their original.
        KStream<String, Traced<NewsEvent>> composed = rulings.flatMapValues(
                        Ruling::originals, Named.as("take-originals"))
                .mapValues(tagging()::apply, Named.as("tag-article"))
                .mapValues(
                        steps.tracedStep("compose-event", pipeline.compose()::compose)::apply,
                        Named.as("compose-event"));
        KStream<String, NewsEvent> withdrawals =
                rulings.flatMapValues(ruling -> ruling.withdrawals(pipeline.compose()), Named.as("withdraw-events"));
        KStream<String, NewsEvent> events = composed.filterNot(EnrichTopology::failed, Named.as("pass-composed-events"))
                .mapValues(Traced::value, Named.as("take-events"))
                .merge(withdrawals, Named.as("merge-withdrawals"));
        KStream<String, Duplicate> duplicates = rulings.flatMapValues(Ruling::assignments, Named.as("assign-copies"));

        // Refusing: a record that failed keeps its bytes, its step and its reason.
        DeadLetters deadLetters = new DeadLetters(pipeline.version());
        KStream<String, Refused<NewsEvent>> refusedLate = composed.filter(
                        EnrichTopology::failed, Named.as("pass-refused-originals"))
                .processValues(
                        () -> new RefuseProcessor<NewsEvent>(
                                pipeline.decide(),
                                identityRetention,
                                copies.retention(),
                                steps.counters().of(RefuseProcessor.NAME)),
                        Named.as(RefuseProcessor.NAME),
                        StateStores.ARTICLES,
                        StateStores.FOLLOWERS);
        KStream<String, DeadLetter> refused = sketched.filter(EnrichTopology::failed, Named.as("pass-refused-records"))
                .mapValues(deadLetters::of, Named.as("bury-refused-records"))
                .merge(
                        refusedLate.mapValues(
                                late -> deadLetters.of(late.record()), Named.as("bury-refused-originals")),
                        Named.as("merge-refused"));

        // Telling: whoever follows an article learns what became of it.
        KStream<String, Letter> notices = ruled.flatMapValues(Ruled::letters, Named.as("take-letters"))
                .merge(
                        refusedLate.flatMapValues(Refused::letters, Named.as("take-letters-of-refusal")),
                        Named.as("merge-letters"))
                .selectKey((from, letter) -> letter.articleId(), Named.as("address-letters"));
        send(notices, "write-letters");

        publish(events, topics.events(), "events", NewsEvent::eventId, NewsEvent::sourceId, this::time);
        publish(
                duplicates,
                topics.duplicates(),
                "duplicates",
                copy -> copy.articleId() + "/" + copy.version(),
                Duplicate::sourceId,
                EnrichTopology::notTimed);
        publish(
                refused,
                topics.deadLetters(),
                "dead-letters",
                letter -> letter.originTopic() + "-" + letter.originPartition() + "@" + letter.originOffset(),
                DeadLetter::sourceId,
                EnrichTopology::notTimed);

        // The books: every record in once, and out once.
        KStream<String, LedgerLine> books = arrived.mapValues(LedgerEntry::arrived, Named.as("book-arrivals"))
                .merge(
                        handed.flatMapValues(LedgerEntry::takenOver, Named.as("book-updates")),
                        Named.as("merge-refused-updates"))
                .merge(
                        arrivals.flatMapValues(LedgerEntry::identified, Named.as("book-resends")),
                        Named.as("merge-resends"))
                .merge(composed.mapValues(LedgerEntry::published, Named.as("book-events")), Named.as("merge-events"))
                .merge(rulings.flatMapValues(LedgerEntry::decided, Named.as("book-copies")), Named.as("merge-copies"))
                .process(
                        () -> new LedgerProcessor(steps.counters().of(LedgerProcessor.NAME)),
                        Named.as(LedgerProcessor.NAME),
                        StateStores.LEDGER);
        counted("write-ledger", books)
                .to(
                        topics.ledger().name(),
                        Produced.with(Serdes.String(), topics.ledger().serde()).withName("write-ledger"));
        return builder.build();
    }

    private Function<Traced<Original>, Traced<Tagged>> tagging() {
        return steps.step("tag-article", original -> pipeline.tag()
                .apply(original.article())
                .then(tags -> Outcome.done(new Tagged(original, tags))));
    }

    private <V> void publish(
            KStream<String, V> stream,
            Topic<V> topic,
            String what,
            Function<V, String> id,
            Function<V, String> source,
            BiConsumer<? super V, Instant> published) {
        String sink = "write-" + what;
        StepCounter counter = steps.counters().of(sink);
        stream.processValues(
                        () -> new HeaderProcessor<>(topic.schema(), id, source, counter, published),
                        Named.as("head-" + what))
                .to(topic.name(), Produced.with(Serdes.String(), topic.serde()).withName(sink));
    }

    /** An article that is read again is published because of what became of another one: when it came itself tells nothing. */
    private void time(NewsEvent event, Instant now) {
        if (event.lineage() == null || !event.lineage().durationsUs().containsKey(Reread.NAME)) {
            steps.endToEnd().published(event, now);
        }
    }

    /** Only of events it is known how long they took. */
    private static void notTimed(Object published, Instant at) {
        // The counts of the step say all there is.
    }

    private Reread reread() {
        return new Reread(
                rawTopic,
                new Intake(Reread.NAME, steps, pipeline.decode()),
                steps.step("extract-article", pipeline.extract()),
                topics.raw().name());
    }

    private void send(KStream<String, Letter> letters, String sink) {
        counted(sink, letters)
                .to(
                        topics.letters().name(),
                        Produced.with(Serdes.String(), topics.letters().serde(), EnrichTopology::toOwner)
                                .withName(sink));
    }

    /** Counts what a source or a sink passes on, under its own name: Streams has no figures of these that tell records. */
    private <V> KStream<String, V> counted(String node, KStream<String, V> stream) {
        StepCounter counter = steps.counters().of(node);
        return stream.peek(
                (key, value) -> {
                    counter.given(1);
                    counter.made(1);
                },
                Named.as("count-" + node));
    }

    private static Optional<Set<Integer>> toOwner(String topic, String articleId, Letter letter, int partitions) {
        return Optional.of(Set.of(letter.ownerPartition()));
    }

    private static Optional<Set<Integer>> toShare(String topic, String articleId, Claim claim, int partitions) {
        return Optional.of(Set.of(claim.bandPartition()));
    }

    private static boolean isUpdate(String articleId, Letter letter) {
        return letter.kind() == LetterKind.UPDATE;
    }

    private static boolean failed(String key, Traced<?> traced) {
        return traced.failed();
    }
}
