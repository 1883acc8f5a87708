package dev.dateline.ingest.poll;

import dev.dateline.common.model.Source;
import dev.dateline.common.model.SourceState;
import dev.dateline.common.model.Subscription;
import dev.dateline.ingest.poll.source.SourceStore;
import dev.dateline.ingest.poll.source.SourceView;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The poller's topics without Kafka. */
public final class MemorySources implements SourceView, SourceStore {
    private final Map<String, Source> sources = new ConcurrentHashMap<>();
    private final Map<String, SourceState> states = new ConcurrentHashMap<>();
    private final Map<String, Subscription> subscriptions = new ConcurrentHashMap<>();
    private volatile boolean complete = true;

    @Override
    public void declare(Source source) {
        sources.put(source.id(), source);
    }

    @Override
    public void remove(String id) {
        sources.remove(id);
        subscriptions.remove(id);
    }

    public void know(SourceState state) {
        states.put(state.sourceId(), state);
    }

    public void subscribe(Subscription subscription) {
        subscriptions.put(subscription.sourceId(), subscription);
    }

    @Override
    public boolean isComplete() {
        return complete;
    }

    public void complete(boolean now) {
        complete = now;
    }

    @Override
    public Collection<Source> sources() {
        return sources.values();
    }

    @Override
    public Optional<Source> source(String id) {
        return Optional.ofNullable(sources.get(id));
    }

    @Override
    public Optional<SourceState> state(String id) {
        return Optional.ofNullable(states.get(id));
    }

    @Override
    public Optional<Subscription> subscription(String id) {
        return Optional.ofNullable(subscriptions.get(id));
    }
}
