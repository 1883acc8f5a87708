package dev.dateline.dashboard.articles;

import dev.dateline.common.model.Duplicate;
import dev.dateline.common.model.DuplicateKind;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The copies seen last, and the original that each points to now; the one that was not mentioned for longest goes first. */
final class Copies {
    /** Copies in one answer. */
    static final int SHOWN = 100;

    private static final int TITLE = 200;

    private final int capacity;
    private final Map<String, Copy> byId = new LinkedHashMap<>();
    private final Map<String, Map<String, Copy>> byOriginal = new LinkedHashMap<>();

    /**
     * A copy of an article.
     *
     * @param similarity 0 to 1
     * @param rawOffset with {@code rawPartition} where its raw record lies; negative when the verdict does not say
     * @param partition of the duplicates topic
     * @param version of the verdict; the highest holds
     */
    record Copy(
            String articleId,
            String originalId,
            String sourceId,
            String title,
            String url,
            Instant publishedAt,
            DuplicateKind kind,
            double similarity,
            int revision,
            int version,
            int rawPartition,
            long rawOffset,
            int partition,
            long offset) {}

    Copies(int capacity) {
        this.capacity = capacity;
    }

    void take(int partition, long offset, Duplicate duplicate) {
        Copy copy = new Copy(
                duplicate.articleId(),
                duplicate.originalId(),
                duplicate.sourceId(),
                cut(duplicate.title()),
                duplicate.url() != null && duplicate.url().length() <= 2 * TITLE ? duplicate.url() : null,
                duplicate.publishedAt(),
                duplicate.kind(),
                duplicate.similarity(),
                duplicate.revision(),
                duplicate.version(),
                duplicate.rawPartition() == null ? 0 : duplicate.rawPartition(),
                duplicate.rawOffset() == null ? -1 : duplicate.rawOffset(),
                partition,
                offset);
        Copy before = byId.get(copy.articleId());
        if (before != null && before.version() > copy.version()) {
            return;
        }
        remove(copy.articleId());
        byId.put(copy.articleId(), copy);
        byOriginal
                .computeIfAbsent(copy.originalId(), original -> new LinkedHashMap<>())
                .put(copy.articleId(), copy);
        if (byId.size() > capacity) {
            Iterator<String> eldest = byId.keySet().iterator();
            remove(eldest.next());
        }
    }

    private static String cut(String title) {
        return title == null || title.length() <= TITLE ? title : title.substring(0, TITLE) + "…";
    }

    /** The article is no copy any more. */
    void remove(String articleId) {
        Copy copy = byId.remove(articleId);
        if (copy != null) {
            byOriginal.computeIfPresent(copy.originalId(), (original, copies) -> {
                copies.remove(articleId);
                return copies.isEmpty() ? null : copies;
            });
        }
    }

    /** What is known of a copy; null when it is none. */
    Copy get(String articleId) {
        return byId.get(articleId);
    }

    /** In the order of their mention. */
    List<Copy> of(String originalId) {
        return List.copyOf(byOriginal.getOrDefault(originalId, Map.of()).values());
    }
}
