package dev.dateline.enrich;

import dev.dateline.common.model.DeadLetter;
import dev.dateline.common.model.Duplicate;
import dev.dateline.common.model.NewsEvent;
import dev.dateline.common.outcome.Outcome;
import dev.dateline.common.topics.Topic;
import dev.dateline.common.topics.Topics;
import dev.dateline.common.wire.JsonSerde;
import dev.dateline.enrich.article.Article;
import dev.dateline.enrich.copies.Claim;
import dev.dateline.enrich.copies.Verdict;
import dev.dateline.enrich.publish.Original;
import dev.dateline.enrich.publish.Tagged;
import dev.dateline.enrich.step.StepMeter;
import dev.dateline.enrich.step.Traced;
import dev.dateline.enrich.stream.Arrival;
import dev.dateline.enrich.stream.DeadLetters;
import dev.dateline.enrich.stream.DecideProcessor;
import dev.dateline.enrich.stream.DecodeProcessor;
import dev.dateline.enrich.stream.HeaderProcessor;
import dev.dateline.enrich.stream.IdentifyProcessor;
import dev.dateline.enrich.stream.LedgerEntry;
import dev.dateline.enrich.stream.LedgerProcessor;
import dev.dateline.enrich.stream.MatchProcessor;
import dev.dateline.enrich.stream.RefuseProcessor;
import dev.dateline.enrich.stream.Ruling;
import dev.dateline.enrich.stream.StateStores;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
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
 *                     owner of the article id                     owner of the words
 *  news.raw.v1 ─► decode ─► extract ─► identify ──── claim ────► match copies
 *                   │          │          │ waits                     │
 *                   ▼          ▼          ▼                           │
 *             dead letters            decide ◄────── verdict ─────────┘
 *                   ▲                  │   │
 *                   └──── compose ◄─ tag   └─► news.duplicates.v1
 *                            │
 *                            └─► news.events.v1            every end ─► ledger ─► news.ledger.v1
 * </pre>
 *
 * <p>All that is published about one article is published by the task that owns its id, one revision after the other.
 */
public final class EnrichTopology implements Supplier<Topology> {
    private final Topics topics;
    private final int partitions;
    private final Duration identityRetention;
    private final Duration copyWindow;
    private final Pipeline pipeline;
    private final StepMeter steps;

    /**
     * A topology for one set of topics.
     *
     * @param partitions of {@code news.raw.v1} as it is on the cluster: verdicts go back to the partition they were asked from
     * @param identityRetention how long a resend or revision is recognised
     * @param copyWindow how long a copy is recognised
     */
    public EnrichTopology(
            Topics topics,
            int partitions,
            Duration identityRetention,
            Duration copyWindow,
            Pipeline pipeline,
            StepMeter steps) {
        this.topics = topics;
        this.partitions = partitions;
        this.identityRetention = identityRetention;
        this.copyWindow = copyWindow;
        this.pipeline = pipeline;
        this.steps = steps;
    }

    @Override
    public Topology get() {
        StreamsBuilder builder = new StreamsBuilder();
        StateStores.all(identityRetention, copyWindow).forEach(builder::addStateStore);

        // Arriving: from bytes to an article that is known or new, at the owner of its id.
        KStream<String, Traced<Article>> extracted = builder.stream(
                        topics.raw().name(),
                        Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("read-raw-articles"))
                .process(() -> new DecodeProcessor(steps, pipeline.decode()), Named.as(DecodeProcessor.NAME))
                .mapValues(steps.step("extract-article", pipeline.extract())::apply, Named.as("extract-article"));
        KStream<String, Arrival> arrivals = extracted
                .filterNot(EnrichTopology::failed, Named.as("pass-extracted-articles"))
                .process(
                        () -> new IdentifyProcessor(pipeline.identify(), identityRetention),
                        Named.as(IdentifyProcessor.NAME),
                        StateStores.ARTICLES,
                        StateStores.PENDING);

        // Asking: copies have other ids, so the question goes to the owner of the words, and the answer comes back.
        KStream<String, Ruling> rulings = arrivals.flatMapValues(Arrival::claims, Named.as("claim-words"))
                .selectKey((articleId, claim) -> claim.wordsHash(), Named.as("key-by-words"))
                .repartition(Repartitioned.<String, Claim>as("claims")
                        .withKeySerde(Serdes.String())
                        .withValueSerde(JsonSerde.of(Claim.class))
                        .withNumberOfPartitions(partitions))
                .process(
                        () -> new MatchProcessor(pipeline.match(), copyWindow),
                        Named.as(MatchProcessor.NAME),
                        StateStores.GROUPS,
                        StateStores.MEMBERS)
                .repartition(Repartitioned.<String, Verdict>as("verdicts")
                        .withKeySerde(Serdes.String())
                        .withValueSerde(JsonSerde.of(Verdict.class))
                        .withNumberOfPartitions(partitions)
                        .withStreamPartitioner(EnrichTopology::toOwner))
                .process(
                        () -> new DecideProcessor(pipeline.decide(), identityRetention),
                        Named.as(DecideProcessor.NAME),
                        StateStores.ARTICLES,
                        StateStores.PENDING);

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
        KStream<String, DeadLetter> refusedLate = composed.filter(
                        EnrichTopology::failed, Named.as("pass-refused-originals"))
                .processValues(
                        () -> new RefuseProcessor<NewsEvent>(pipeline.decide(), identityRetention),
                        Named.as(RefuseProcessor.NAME),
                        StateStores.ARTICLES)
                .mapValues(deadLetters::of, Named.as("bury-refused-originals"));
        KStream<String, DeadLetter> refused = extracted
                .filter(EnrichTopology::failed, Named.as("pass-refused-records"))
                .mapValues(deadLetters::of, Named.as("bury-refused-records"))
                .merge(refusedLate, Named.as("merge-refused"));

        publish(events, topics.events(), "events", NewsEvent::eventId, NewsEvent::sourceId);
        publish(
                duplicates,
                topics.duplicates(),
                "duplicates",
                copy -> copy.articleId() + "/" + copy.version(),
                Duplicate::sourceId);
        publish(
                refused,
                topics.deadLetters(),
                "dead-letters",
                letter -> letter.originTopic() + "-" + letter.originPartition() + "@" + letter.originOffset(),
                DeadLetter::sourceId);

        // The books: every record in once, and out once.
        extracted
                .mapValues(LedgerEntry::arrived, Named.as("book-arrivals"))
                .merge(
                        arrivals.flatMapValues(LedgerEntry::identified, Named.as("book-resends")),
                        Named.as("merge-resends"))
                .merge(composed.mapValues(LedgerEntry::published, Named.as("book-events")), Named.as("merge-events"))
                .merge(rulings.flatMapValues(LedgerEntry::decided, Named.as("book-copies")), Named.as("merge-copies"))
                .process(LedgerProcessor::new, Named.as(LedgerProcessor.NAME), StateStores.LEDGER)
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

    private static <V> void publish(
            KStream<String, V> stream,
            Topic<V> topic,
            String what,
            Function<V, String> id,
            Function<V, String> source) {
        stream.processValues(() -> new HeaderProcessor<>(topic.schema(), id, source), Named.as("head-" + what))
                .to(topic.name(), Produced.with(Serdes.String(), topic.serde()).withName("write-" + what));
    }

    private static Optional<Set<Integer>> toOwner(String topic, String articleId, Verdict verdict, int partitions) {
        return Optional.of(Set.of(verdict.ownerPartition()));
    }

    private static boolean failed(String key, Traced<?> traced) {
        return traced.failed();
    }
}
