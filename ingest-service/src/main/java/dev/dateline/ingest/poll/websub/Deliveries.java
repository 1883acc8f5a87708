package dev.dateline.ingest.poll.websub;

import dev.dateline.common.http.ProblemException;
import dev.dateline.common.model.Source;
import dev.dateline.common.model.SourceState;
import dev.dateline.common.model.Subscription;
import dev.dateline.ingest.poll.fetch.Cancellation;
import dev.dateline.ingest.poll.read.ItemReader;
import dev.dateline.ingest.poll.read.Items;
import dev.dateline.ingest.poll.schedule.PollOutcome;
import dev.dateline.ingest.poll.source.SourceView;
import dev.dateline.ingest.poll.work.NewItems;
import dev.dateline.ingest.poll.work.PollMetrics;
import dev.dateline.ingest.read.Document;
import dev.dateline.ingest.read.MediaType;
import java.util.function.BiConsumer;

/** Documents that hubs deliver (W3C WebSub section 7): published like those that were polled. */
public final class Deliveries {
    private final SourceView view;
    private final ItemReader reader;
    private final NewItems newItems;
    private final BiConsumer<String, PollOutcome.Pushed> schedule;
    private final PollMetrics metrics;

    /** What became of a delivery. */
    enum Receipt {
        /** Written, or nothing new. */
        TAKEN,
        /** Not by the hub, or not readable; the hub is not to know (section 7.1). */
        IGNORED,
        /** Kafka does not take it now: to be delivered again. */
        AGAIN
    }

    public Deliveries(
            SourceView view,
            ItemReader reader,
            NewItems newItems,
            BiConsumer<String, PollOutcome.Pushed> schedule,
            PollMetrics metrics) {
        this.view = view;
        this.reader = reader;
        this.newItems = newItems;
        this.schedule = schedule;
        this.metrics = metrics;
    }

    Receipt take(Subscription subscription, String signature, String contentType, byte[] body)
            throws InterruptedException {
        Source source = view.source(subscription.sourceId()).orElse(null);
        if (source == null || source.paused() || !Signature.isValid(signature, subscription.secret(), body)) {
            return Receipt.IGNORED;
        }
        metrics.pushed();
        MediaType type = MediaType.parse(contentType);
        Items items;
        try {
            items = reader.read(new Document(body, type, source.id(), null, subscription.topic()), source.kind());
        } catch (ProblemException e) {
            return Receipt.IGNORED;
        }
        byte[] known = view.state(source.id()).map(SourceState::seen).orElse(null);
        NewItems.Result result = newItems.publish(source, type.name(), items.readings(), known, new Cancellation());
        schedule.accept(source.id(), new PollOutcome.Pushed(result.published(), result.added()));
        return result.complete() ? Receipt.TAKEN : Receipt.AGAIN;
    }
}
