package dev.dateline.dashboard.sources;

import dev.dateline.common.model.LedgerLine;
import dev.dateline.common.model.NewsEvent;
import dev.dateline.common.model.Source;
import dev.dateline.common.model.SourceState;
import dev.dateline.common.model.SourceStateBuilder;
import dev.dateline.dashboard.series.QuietSource;
import dev.dateline.dashboard.series.SourcePace;
import dev.dateline.dashboard.view.Feed;
import dev.dateline.dashboard.view.RecordPosition;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** All sources: as declared, as polled, as booked. Two threads feed it, others read; each method is atomic. */
public final class SourceTable implements Feed {
    private static final int MAX_SOURCES = 10_000;
    private static final int MAX_ID = 256;

    private final Supplier<List<QuietSource>> quiet;
    private final Function<String, SourcePace> pace;
    private final Map<String, Source> declared = new HashMap<>();
    private final Map<String, SourceState> states = new HashMap<>();
    private final Map<String, SourceActivity> activities = new HashMap<>();

    /**
     * An empty table.
     *
     * @param quiet sources that are silent for longer than they use to be, paused ones among them
     * @param pace how much a source of an id sends
     */
    public SourceTable(Supplier<List<QuietSource>> quiet, Function<String, SourcePace> pace) {
        this.quiet = quiet;
        this.pace = pace;
    }

    /** A record of {@code news.sources.v1}; null removes the source. */
    public synchronized void declared(String id, Source source) {
        put(declared, id, source);
    }

    /** A record of {@code news.source-states.v1}; null when there is none any more. */
    public synchronized void polled(String id, SourceState state) {
        // The digests of known items are the larger part, and nobody looks at them here.
        put(
                states,
                id,
                state == null
                        ? null
                        : SourceStateBuilder.builder(state).seen(null).build());
    }

    /** A tombstone leaves the counts as they were. */
    @Override
    public synchronized void ledger(String key, LedgerLine line) {
        if (line != null) {
            activity(line.sourceId()).ifPresent(of -> of.book(line));
        }
    }

    @Override
    public synchronized void event(RecordPosition record, NewsEvent event) {
        if (event.publishedAt() != null && event.receivedAt() != null) {
            activity(event.sourceId())
                    .ifPresent(of -> of.delayed(Duration.between(event.publishedAt(), event.receivedAt())));
        }
    }

    private Optional<SourceActivity> activity(String id) {
        check(id);
        if (!activities.containsKey(id) && activities.size() >= MAX_SOURCES) {
            return Optional.empty();
        }
        return Optional.of(activities.computeIfAbsent(id, of -> new SourceActivity()));
    }

    private static <V> void put(Map<String, V> rows, String id, V value) {
        check(id);
        if (value == null) {
            rows.remove(id);
        } else if (rows.containsKey(id) || rows.size() < MAX_SOURCES) {
            rows.put(id, value);
        }
    }

    private static void check(String id) {
        if (id == null || id.isEmpty() || id.length() > MAX_ID) {
            throw new IllegalArgumentException("a source id has 1 to " + MAX_ID + " characters");
        }
    }

    /** The source as it was declared last; empty when there is none of that id. */
    public synchronized Optional<Source> source(String id) {
        return Optional.ofNullable(declared.get(id));
    }

    /** Sources that are silent for longer than they use to be, the longest in proportion first; who is paused may be. */
    public List<QuietSource> silent() {
        List<QuietSource> found = quiet.get();
        synchronized (this) {
            return found.stream().filter(source -> !isPaused(source.sourceId())).toList();
        }
    }

    private boolean isPaused(String id) {
        return source(id).map(Source::paused).orElse(false);
    }

    /** All of them by id. */
    public List<SourceStatusRow> rows() {
        Set<String> silent = silent().stream().map(QuietSource::sourceId).collect(Collectors.toSet());
        return rows(silent);
    }

    private synchronized List<SourceStatusRow> rows(Set<String> silent) {
        Set<String> ids = new TreeSet<>(declared.keySet());
        ids.addAll(activities.keySet());
        return ids.stream().map(id -> row(id, silent.contains(id))).toList();
    }

    private SourceStatusRow row(String id, boolean silent) {
        Optional<Source> source = source(id);
        Optional<SourceState> state = source.flatMap(polled ->
                Optional.ofNullable(states.get(id)).filter(of -> polled.url().equals(of.url())));
        SourceActivity activity = activities.getOrDefault(id, new SourceActivity());
        LedgerLine books = activity.sum();
        SourcePace sends = pace.apply(id);
        long settled = books.raw() - books.inFlight();
        return new SourceStatusRow(
                id,
                source.map(Source::name).orElse(null),
                source.isPresent(),
                source.map(Source::paused).orElse(null),
                state.map(SourceState::status)
                        .map(of -> of.name().toLowerCase(Locale.ROOT))
                        .orElse(null),
                state.map(SourceState::detail).orElse(null),
                state.map(SourceState::httpStatus).orElse(null),
                state.map(SourceState::lastSuccessAt).orElse(null),
                state.map(SourceState::nextPollAt).orElse(null),
                activity.lastAt(),
                state.map(SourceState::failures).orElse(null),
                books.raw(),
                sends.perHour(),
                sends.baselinePerHour(),
                sends.baselineHours(),
                silent,
                share(books.duplicates(), settled),
                share(books.deadLetters(), settled),
                activity.delay());
    }

    private static Double share(long part, long whole) {
        return whole == 0 ? null : (double) part / whole;
    }
}
