package dev.dateline.dashboard.articles;

import dev.dateline.common.model.Duplicate;
import dev.dateline.common.model.EventStatus;
import dev.dateline.common.model.NewsEvent;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The latest events, their revisions, copies and trends. The list and the map show each article once, as its latest event says; the
 * revisions before it are kept with it while they are among those held.
 */
public final class Articles {
    private static final int MOST_PLACES = 500;
    private static final int MOST_REVISIONS = 50;

    private final int capacity;
    private final InstantSource clock;
    private final RowReader reader = new RowReader();
    private final TreeMap<Position, Row> rows = new TreeMap<>();
    private final Map<String, Deque<Row>> byArticle = new HashMap<>();
    private final Copies copies;
    private final Trends trends = new Trends();

    /**
     * Nothing yet.
     *
     * @param capacity events, and copies, to hold
     */
    public Articles(InstantSource clock, int capacity) {
        this.clock = clock;
        this.capacity = capacity;
        this.copies = new Copies(capacity);
    }

    /**
     * A record of {@code news.events.v1}; one that is held already changes nothing.
     *
     * @throws RuntimeException when the event lacks what identifies it; nothing is changed then
     */
    public synchronized void event(int partition, long offset, Instant at, NewsEvent event) {
        Position position = new Position(at.toEpochMilli(), partition, offset);
        if (rows.containsKey(position)) {
            return;
        }
        Row row = reader.row(position, event);
        rows.put(position, row);
        Deque<Row> revisions = byArticle.computeIfAbsent(row.articleId(), id -> new ArrayDeque<>(2));
        // All records of an article lie in one partition: their offsets are their order.
        revisions.addLast(row);
        if (row.status() == EventStatus.ACTIVE) {
            trends.add(row);
        }
        if (revisions.size() > MOST_REVISIONS) {
            drop(revisions.peekFirst());
        }
        if (rows.size() > capacity) {
            drop(rows.firstEntry().getValue());
        }
    }

    private void drop(Row row) {
        rows.remove(row.position());
        byArticle.computeIfPresent(row.articleId(), (id, revisions) -> {
            revisions.remove(row);
            return revisions.isEmpty() ? null : revisions;
        });
        reader.release(row);
    }

    /** A record of {@code news.duplicates.v1}. */
    public synchronized void duplicate(int partition, long offset, Duplicate duplicate) {
        copies.take(partition, offset, duplicate);
    }

    /** A tombstone of {@code news.duplicates.v1}: the article is no copy any more. */
    public synchronized void noDuplicate(String articleId) {
        copies.remove(articleId);
    }

    /**
     * A page of the list.
     *
     * @param before cursor of the former page; null for the first
     * @param complete whether the topics were read to their ends, as the answer is to say
     * @throws InvalidFilterException when the cursor is none
     */
    public synchronized ArticlePage page(ArticleFilter filter, String before, int limit, boolean complete) {
        var from = rows.descendingMap();
        if (before != null) {
            try {
                from = from.tailMap(Position.parse(before), false);
            } catch (IllegalArgumentException e) {
                throw new InvalidFilterException("before", e.getMessage());
            }
        }
        List<ArticlePage.Line> lines = new ArrayList<>();
        String next = null;
        Row last = null;
        for (Iterator<Row> left = from.values().iterator(); left.hasNext() && next == null; ) {
            Row row = left.next();
            if (row.position().atMs() < filter.from()) {
                break;
            }
            if (isLatest(row) && filter.test(row)) {
                if (lines.size() == limit) {
                    next = last.position().toString();
                } else {
                    lines.add(ArticlePage.Line.of(row, copiesOf(row.articleId()).size()));
                    last = row;
                }
            }
        }
        Instant since =
                rows.isEmpty() ? null : Instant.ofEpochMilli(rows.firstKey().atMs());
        return new ArticlePage(lines, next, rows.size(), since, complete);
    }

    private boolean isLatest(Row row) {
        return byArticle.get(row.articleId()).peekLast().position().equals(row.position());
    }

    /** Where the events are that a filter lets through. */
    public synchronized PlaceMap map(ArticleFilter filter) {
        Map<Spot, Integer> counts = new HashMap<>();
        int events = 0;
        int without = 0;
        for (Row row : rows.values()) {
            if (isLatest(row) && filter.test(row)) {
                events++;
                if (row.place() == null) {
                    without++;
                } else {
                    counts.merge(row.place(), 1, Integer::sum);
                }
            }
        }
        int all = Math.max(1, events);
        List<PlaceMap.PlaceCount> places = counts.entrySet().stream()
                .map(entry -> place(entry.getKey(), entry.getValue(), all))
                .sorted(Comparator.comparingInt(PlaceMap.PlaceCount::count)
                        .reversed()
                        .thenComparing(PlaceMap.PlaceCount::id))
                .limit(MOST_PLACES)
                .toList();
        return new PlaceMap(places, counts.size() - places.size(), events, (double) without / all);
    }

    private static PlaceMap.PlaceCount place(Spot spot, int count, int events) {
        return new PlaceMap.PlaceCount(
                spot.tag().key(),
                spot.tag().name(),
                spot.country(),
                spot.lat(),
                spot.lon(),
                count,
                (double) count / events);
    }

    /** When the events were received that a filter lets through, as bars up to now. */
    public synchronized EventTimes times(ArticleFilter filter, TimeSpan span) {
        long last = Math.floorDiv(clock.millis(), span.barMs());
        long first = last - span.bars() + 1;
        int[] counts = new int[span.bars()];
        for (Row row : rows.tailMap(new Position(first * span.barMs(), 0, 0)).values()) {
            long bar = Math.floorDiv(row.position().atMs(), span.barMs()) - first;
            if (bar < counts.length && isLatest(row) && filter.test(row)) {
                counts[(int) bar]++;
            }
        }
        return new EventTimes(Instant.ofEpochMilli(first * span.barMs()), span.barSeconds(), counts);
    }

    /** What is named more than before. */
    public synchronized TrendPage trends(TrendKind kind, TrendWindow window) {
        return trends.page(kind, window, clock.millis());
    }

    /** What is known of an article in memory; empty when none of its events is held. */
    synchronized Optional<Known> find(String articleId) {
        return Optional.ofNullable(byArticle.get(articleId)).map(revisions -> {
            List<Copies.Copy> still = copiesOf(articleId);
            return new Known(
                    List.copyOf(revisions), still.stream().limit(Copies.SHOWN).toList(), still.size());
        });
    }

    private List<Copies.Copy> copiesOf(String articleId) {
        return copies.of(articleId).stream().filter(this::isStillACopy).toList();
    }

    /** The verdict that an article is a copy; empty when none is held. */
    synchronized Optional<Copies.Copy> copy(String articleId) {
        return Optional.ofNullable(copies.get(articleId));
    }

    /** An article that became an original again is said so by its event alone. */
    private boolean isStillACopy(Copies.Copy copy) {
        Deque<Row> events = byArticle.get(copy.articleId());
        return events == null || events.peekLast().status() == EventStatus.WITHDRAWN;
    }

    /**
     * An article in memory.
     *
     * @param events oldest first; never empty
     * @param copiesSeen of which {@code copies} are the first
     */
    record Known(List<Row> events, List<Copies.Copy> copies, int copiesSeen) {
        Row latest() {
            return events.get(events.size() - 1);
        }
    }
}
