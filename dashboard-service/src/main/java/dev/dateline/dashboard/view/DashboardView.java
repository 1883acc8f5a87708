package dev.dateline.dashboard.view;

import dev.dateline.common.model.DeadLetter;
import dev.dateline.common.model.Duplicate;
import dev.dateline.common.model.LedgerLine;
import dev.dateline.common.model.NewsEvent;
import dev.dateline.common.model.Telemetry;
import dev.dateline.common.runtime.Health;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The state behind the page. One thread feeds it with records, others read it; each method is atomic.
 *
 * <p>Feeding throws {@link IllegalArgumentException} or {@link NullPointerException} when a record lacks what identifies it; the
 * state is unchanged then.
 */
public final class DashboardView implements Feed {
    /** Rows of the ledger in an overview; {@link #ledger} finds the others. */
    public static final int TOP_SOURCES = 50;

    /** With four rounds a second: at most twenty events. */
    private static final int EVENTS_PER_ROUND = 5;

    private static final int RECENT = 20;
    private static final int NAME = 120;
    private static final int MESSAGE = 200;

    private final InstantSource clock;
    private final Bounds bounds;
    private final Rates rates = new Rates();
    private final Instances instances = new Instances();
    private final EventFeed feed = new EventFeed(EVENTS_PER_ROUND);
    private final ArticleIndex index;
    private final Map<String, Long> unreadable = new TreeMap<>();
    private final Recent<EventSummary> events =
            new Recent<>(RECENT, Comparator.comparing(event -> event.record().at()));
    private final Recent<DuplicateSummary> duplicates = new Recent<>(
            RECENT, Comparator.comparing(duplicate -> duplicate.record().at()));
    private final Recent<DeadLetterSummary> deadLetters =
            new Recent<>(RECENT, Comparator.comparing(letter -> letter.record().at()));
    private LedgerView ledger;
    /** The ledger while it is read from its beginning; null when it is up to date. */
    private LedgerView replayed;

    private int eventsLeftOut;

    /**
     * How much to remember.
     *
     * @param sources in the ledger
     * @param articles in the index of what became of each
     */
    public record Bounds(int sources, int articles) {}

    public DashboardView(InstantSource clock, Bounds bounds) {
        this.clock = clock;
        this.bounds = bounds;
        this.index = new ArticleIndex(bounds.articles(), clock.instant());
        this.ledger = new LedgerView(bounds.sources());
    }

    /** The ledger is about to be read from its beginning; what is shown stays until {@link #caughtUp()}. */
    @Override
    public synchronized void startReplay() {
        replayed = new LedgerView(bounds.sources());
    }

    /** The topics were read up to where they ended at the start; from here on everything is news. */
    @Override
    public synchronized void caughtUp() {
        ledger = replayed;
        replayed = null;
        // Else the replay would show as a flood of articles.
        rates.clear();
    }

    @Override
    public synchronized void ledger(String key, LedgerLine line) {
        LedgerView target = replayed == null ? ledger : replayed;
        if (line == null) {
            target.remove(key);
        } else {
            target.put(line);
        }
    }

    /** The books of all sources together, as far as they were read. */
    public synchronized Counts totals() {
        return ledger.totals();
    }

    @Override
    public synchronized void telemetry(Telemetry telemetry) {
        instances.heard(telemetry, clock.instant());
    }

    @Override
    public synchronized void event(RecordPosition record, NewsEvent event) {
        var latest = new ArticleFate.AsEvent(
                event.status(), event.revision(), Excerpt.of(event.duplicateOf(), NAME), record);
        index.update(event.articleId(), clock.instant(), fate -> fate.with(latest));
        EventSummary summary = EventSummary.of(record, event);
        show(events, summary);
        if (replayed == null) {
            feed.add(summary);
        }
    }

    @Override
    public synchronized void duplicate(RecordPosition record, Duplicate duplicate) {
        var latest = new ArticleFate.AsDuplicate(
                Excerpt.of(duplicate.originalId(), NAME),
                duplicate.kind(),
                duplicate.similarity(),
                duplicate.revision(),
                duplicate.version(),
                record);
        index.update(duplicate.articleId(), clock.instant(), fate -> fate.with(latest));
        show(duplicates, DuplicateSummary.of(record, duplicate));
    }

    /** A record of {@code news.dead-letters.v1}; one that could not be read has no article id. */
    @Override
    public synchronized void deadLetter(RecordPosition record, DeadLetter letter) {
        if (letter.articleId() != null) {
            var latest = new ArticleFate.AsDeadLetter(
                    Excerpt.of(letter.step(), NAME),
                    Excerpt.of(letter.reason(), NAME),
                    Excerpt.of(letter.message(), MESSAGE),
                    record);
            index.update(letter.articleId(), clock.instant(), fate -> fate.with(latest));
        }
        show(deadLetters, DeadLetterSummary.of(record, letter));
    }

    /** A record that can't be read was skipped. */
    public synchronized void unreadable(String topic) {
        unreadable.merge(topic, 1L, Long::sum);
    }

    /** Records that were skipped, by topic. */
    public synchronized Map<String, Long> unreadableByTopic() {
        return Map.copyOf(unreadable);
    }

    public synchronized long unreadable() {
        return unreadable.values().stream().mapToLong(Long::longValue).sum();
    }

    /** To be called once a second: measures the rates, and closes the second's account of events left out. */
    public synchronized void tick() {
        if (replayed == null) {
            rates.sample(clock.instant(), ledger.totals());
        }
        eventsLeftOut = feed.takeLeftOut();
    }

    /** New events for the live streams, oldest first; to be called four times a second. */
    public synchronized List<EventSummary> takeNewEvents() {
        return feed.take();
    }

    public synchronized Overview overview(Health health) {
        return new Overview(
                clock.instant(),
                new Overview.Reading(health.status().name().toLowerCase(Locale.ROOT), health.detail()),
                ledger.totals(),
                rates.byWindow(),
                rates.history(),
                ledger.page("", TOP_SOURCES),
                instances.alive(clock.instant()),
                Map.copyOf(unreadable),
                eventsLeftOut,
                events.newestFirst(),
                duplicates.newestFirst(),
                deadLetters.newestFirst());
    }

    /**
     * The largest sources whose id contains a text.
     *
     * @param query empty for all
     */
    public synchronized LedgerPage ledger(String query, int limit) {
        return ledger.page(query, limit);
    }

    /** What became of an article; empty when it is not among those seen last. */
    public synchronized Optional<ArticleFate> fate(String articleId) {
        return index.find(articleId);
    }

    public synchronized Reach reach() {
        return index.reach();
    }

    private <T> void show(Recent<T> list, T item) {
        if (replayed == null) {
            list.add(item);
        } else {
            list.addByTime(item);
        }
    }
}
