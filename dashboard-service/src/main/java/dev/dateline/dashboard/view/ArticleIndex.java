package dev.dateline.dashboard.view;

import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What became of the articles seen last, by id; the one that was not mentioned for longest goes first. */
final class ArticleIndex {
    private static final int MAX_ID = 64;

    private final int capacity;
    private final Map<String, Entry> byId = new LinkedHashMap<>();
    private Instant since;

    private record Entry(Instant mentionedAt, ArticleFate fate) {}

    ArticleIndex(int capacity, Instant startedAt) {
        this.capacity = capacity;
        this.since = startedAt;
    }

    /** Throws {@link IllegalArgumentException} when the id can't be one. */
    void update(String articleId, Instant now, UnaryOperator<ArticleFate> change) {
        if (articleId == null || articleId.isEmpty() || articleId.length() > MAX_ID) {
            throw new IllegalArgumentException("an article id has 1 to " + MAX_ID + " characters");
        }
        Entry before = byId.remove(articleId);
        ArticleFate fate = before == null ? ArticleFate.unknown(articleId) : before.fate;
        byId.put(articleId, new Entry(now, change.apply(fate)));
        if (byId.size() > capacity) {
            Iterator<Entry> eldest = byId.values().iterator();
            since = eldest.next().mentionedAt;
            eldest.remove();
        }
    }

    Optional<ArticleFate> find(String articleId) {
        return Optional.ofNullable(byId.get(articleId)).map(Entry::fate);
    }

    Reach reach() {
        return new Reach(byId.size(), since);
    }
}
