package dev.dateline.ingest.poll.schedule;

import dev.dateline.common.model.Source;
import dev.dateline.common.model.SourceState;
import dev.dateline.ingest.poll.fetch.WebUri;
import dev.dateline.ingest.poll.source.SourceView;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Predicate;

/**
 * Starts the polls of the sources that this instance owns, round by round. A poll starts after its claim was written and never without;
 * what it found is written in the next round, in one go with new claims. For one thread.
 *
 * <p>Each round looks at every owned source: ten thousand of them cost less than a millisecond, and no queue has to be kept true to
 * declarations that change at any time.
 */
public final class Scheduler {
    /** States of ended polls that are kept for the next try when they could not be written. */
    private static final int MOST_UNWRITTEN = 1000;

    private final Turns rules;
    private final SourceView view;
    private final StateLog log;
    private final Polls polls;
    private final HostTurns hosts;
    private final Predicate<String> hubDelivers;
    private final InstantSource clock;
    private final Map<String, SourceState> owned = new HashMap<>();
    private final Map<String, SourceState> unwritten = new LinkedHashMap<>();
    private final BlockingQueue<Delivery> deliveries = new ArrayBlockingQueue<>(MOST_UNWRITTEN);

    /** {@code hubDelivers} tells whether the news of a source arrive by themselves. */
    public Scheduler(
            Turns rules,
            SourceView view,
            StateLog log,
            Polls polls,
            HostTurns hosts,
            Predicate<String> hubDelivers,
            InstantSource clock) {
        this.rules = rules;
        this.view = view;
        this.log = log;
        this.polls = polls;
        this.hosts = hosts;
        this.hubDelivers = hubDelivers;
        this.clock = clock;
    }

    private record Delivery(String sourceId, PollOutcome.Pushed pushed) {}

    private record Due(Source source, Instant at) {}

    /**
     * One round.
     *
     * @param isOurs whether a source is assigned to this instance, and its state was read to the end
     */
    public void round(Predicate<String> isOurs) {
        collect();
        collectDeliveries();
        Map<String, SourceState> states = new LinkedHashMap<>(unwritten);
        Map<String, Source> claims = claim(isOurs, states);
        forgetRemoved(isOurs, states);
        if (states.isEmpty()) {
            return;
        }
        if (log.write(states)) {
            unwritten.clear();
            states.forEach(this::remember);
            claims.forEach((id, source) -> polls.start(source, states.get(id)));
        } else {
            claims.values().forEach(source -> host(source).ifPresent(host -> hosts.leave(host, clock.instant())));
        }
    }

    /** Stops polling sources that are no longer ours, and writes what their last polls have found; afterwards none of them is running. */
    public void release(Predicate<String> isLost) {
        Set<String> lost = new HashSet<>(owned.keySet());
        lost.removeIf(id -> !isLost.test(id));
        polls.stop(lost);
        collect();
        Map<String, SourceState> last = new LinkedHashMap<>(unwritten);
        last.keySet().retainAll(lost);
        if (!last.isEmpty()) {
            // If it fails, the new owner waits for the time that was claimed and finds the same items once more.
            log.write(last);
        }
        drop(lost);
    }

    /** Forgets sources that another instance may be polling already: nothing of them can be written any more. */
    public void lose(Predicate<String> isLost) {
        Set<String> lost = new HashSet<>(owned.keySet());
        lost.removeIf(id -> !isLost.test(id));
        polls.stop(lost);
        collect();
        drop(lost);
    }

    /**
     * Notes what a hub has delivered, from any thread. It may be forgotten, if the source is not ours or too much comes at once: then the
     * next poll publishes these items again, which counts as resends.
     */
    public void delivered(String sourceId, PollOutcome.Pushed pushed) {
        var unused = deliveries.offer(new Delivery(sourceId, pushed));
    }

    /** How many sources this instance polls. */
    public int size() {
        return owned.size();
    }

    private void drop(Set<String> lost) {
        owned.keySet().removeAll(lost);
        unwritten.keySet().removeAll(lost);
    }

    private void collect() {
        for (Polls.Ended ended : polls.ended()) {
            String id = ended.source().id();
            if (owned.containsKey(id) && unwritten.size() < MOST_UNWRITTEN) {
                SourceState after = rules.after(
                        ended.source(), ended.claimed(), ended.outcome(), clock.instant(), hubDelivers.test(id));
                owned.put(id, after);
                unwritten.put(id, after);
            }
        }
    }

    private void collectDeliveries() {
        List<Delivery> waiting = new ArrayList<>();
        deliveries.drainTo(waiting);
        for (Delivery delivery : waiting) {
            SourceState state = owned.get(delivery.sourceId());
            if (polls.isRunning(delivery.sourceId())) {
                // Its end would write over this.
                var unused = deliveries.offer(delivery);
            } else if (state != null) {
                SourceState after = Turns.pushed(state, delivery.pushed(), clock.instant());
                owned.put(delivery.sourceId(), after);
                unwritten.put(delivery.sourceId(), after);
            }
        }
    }

    private Map<String, Source> claim(Predicate<String> isOurs, Map<String, SourceState> states) {
        Instant now = clock.instant();
        List<Due> due = new ArrayList<>();
        for (Source source : view.sources()) {
            if (isOurs.test(source.id()) && !polls.isRunning(source.id())) {
                Turns.due(source, state(source.id()))
                        .filter(at -> !at.isAfter(now))
                        .ifPresent(at -> due.add(new Due(source, at)));
            }
        }
        due.sort(Comparator.comparing(Due::at).thenComparing(one -> one.source().id()));
        Map<String, Source> claims = new LinkedHashMap<>();
        int free = polls.free();
        for (Due one : due) {
            if (claims.size() == free) {
                break;
            }
            Source source = one.source();
            if (host(source).map(host -> hosts.take(host, now)).orElse(true)) {
                states.put(source.id(), rules.claim(source, state(source.id()), now));
                claims.put(source.id(), source);
            }
        }
        return claims;
    }

    /** States of sources that were removed. */
    private void forgetRemoved(Predicate<String> isOurs, Map<String, SourceState> states) {
        for (String id : owned.keySet()) {
            if (isOurs.test(id) && view.source(id).isEmpty() && !polls.isRunning(id)) {
                states.put(id, null);
            }
        }
    }

    private void remember(String id, SourceState state) {
        if (state == null) {
            owned.remove(id);
        } else {
            owned.put(id, state);
        }
    }

    /** What is known of a source: from here on by ourselves, before by whoever polled it. */
    private SourceState state(String id) {
        SourceState known = owned.get(id);
        return known == null ? view.state(id).orElse(null) : known;
    }

    private Optional<String> host(Source source) {
        return WebUri.of(Turns.address(source, state(source.id()))).map(URI::getHost);
    }
}
