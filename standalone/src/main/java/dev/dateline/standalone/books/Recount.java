package dev.dateline.standalone.books;

import dev.dateline.common.model.DeadLetter;
import dev.dateline.common.model.Duplicate;
import dev.dateline.common.model.DuplicateKind;
import dev.dateline.common.model.EventStatus;
import dev.dateline.common.model.LedgerLine;
import dev.dateline.common.model.NewsEvent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts again what the ledger says, from the records themselves. Pure; give it each topic's records in their order.
 *
 * <ul>
 *   <li>raw: every record of the raw topic, under the source that it names.
 *   <li>events: revisions of articles whose last event is active or revised.
 *   <li>duplicates: revisions that were withdrawn, or were assigned to an original without ever being an event. A text that was handed
 *       over counts where it was published: as a revision of the article that it updates.
 *   <li>dead letters: places in the raw topic that a dead letter names as its origin.
 *   <li>resends: what is left. A resend changes nothing and leaves no record, so it can't be counted, only concluded.
 * </ul>
 *
 * <p>Events and dead letters are then compared one by one, and resends show whether the sum is right. Sources are compared too; where
 * several sources deliver the same URL, a revision counts for the source that its event or assignment names.
 */
public final class Recount {
    private static final int MAX_REVISIONS = 3_000_000;

    private final String rawTopic;
    private final Map<String, Long> raw = new HashMap<>();
    private final Map<String, Fate> fates = new HashMap<>();
    private final Map<String, Assignments> assignments = new HashMap<>();
    private final Set<String> handedOver = new HashSet<>();
    private final Map<Fate, Fate> known = new HashMap<>();
    private final Set<String> buried = new HashSet<>();
    private final Map<String, Long> deadLetters = new HashMap<>();

    /** Where a revision stands, and for whom it counts. */
    private record Fate(String source, boolean event) {}

    /** How many assignments of one copy were there, and how many there have been. */
    private record Assignments(int seen, int made) {
        Assignments plus(int version) {
            return new Assignments(seen + 1, Math.max(made, version));
        }
    }

    /** More revisions than can be kept in memory. */
    public static final class TooManyException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManyException() {
            super("more than " + MAX_REVISIONS + " articles: too many to count again in memory");
        }
    }

    /** An empty count; only dead letters from this topic are counted. */
    public Recount(String rawTopic) {
        this.rawTopic = rawTopic;
    }

    /** Takes a raw record of a source; null when it names none. */
    public void raw(String sourceId) {
        raw.merge(orUnknown(sourceId), 1L, Long::sum);
    }

    public void event(NewsEvent event) {
        put(event.articleId(), event.revision(), new Fate(event.sourceId(), event.status() != EventStatus.WITHDRAWN));
    }

    /** Takes an assignment; after all events. */
    public void duplicate(Duplicate duplicate) {
        assignments.merge(
                duplicate.articleId(),
                new Assignments(1, duplicate.version()),
                (before, one) -> before.plus(one.made()));
        String revision = key(duplicate.articleId(), duplicate.revision());
        if (duplicate.kind() == DuplicateKind.UPDATE) {
            checkRoom();
            handedOver.add(revision);
        }
        fates.computeIfAbsent(revision, key -> {
            checkRoom();
            return shared(new Fate(duplicate.sourceId(), false));
        });
    }

    public void deadLetter(DeadLetter letter) {
        if (letter.originTopic().equals(rawTopic)
                && buried.add(letter.originPartition() + "@" + letter.originOffset())) {
            checkRoom();
            deadLetters.merge(orUnknown(letter.sourceId()), 1L, Long::sum);
        }
    }

    /** Assignments that compaction has removed: revisions they were about may be missing from the duplicates. */
    public long compactedAway() {
        return assignments.values().stream()
                .mapToLong(one -> Math.max(0, one.made() - one.seen()))
                .sum();
    }

    /** The counts by source. */
    public SortedMap<String, Count> counts() {
        Map<String, Long> events = new HashMap<>();
        Map<String, Long> duplicates = new HashMap<>();
        fates.forEach((revision, fate) -> {
            if (fate.event() || !handedOver.contains(revision)) {
                (fate.event() ? events : duplicates).merge(orUnknown(fate.source()), 1L, Long::sum);
            }
        });
        Set<String> sources = new HashSet<>(raw.keySet());
        sources.addAll(events.keySet());
        sources.addAll(duplicates.keySet());
        sources.addAll(deadLetters.keySet());
        SortedMap<String, Count> counts = new TreeMap<>();
        for (String source : sources) {
            counts.put(
                    source,
                    Count.withRemainder(
                            raw.getOrDefault(source, 0L),
                            events.getOrDefault(source, 0L),
                            duplicates.getOrDefault(source, 0L),
                            deadLetters.getOrDefault(source, 0L)));
        }
        return counts;
    }

    private void put(String articleId, int revision, Fate fate) {
        checkRoom();
        fates.put(key(articleId, revision), shared(fate));
    }

    private Fate shared(Fate fate) {
        return known.computeIfAbsent(fate, same -> same);
    }

    private void checkRoom() {
        if (fates.size() + buried.size() >= MAX_REVISIONS) {
            throw new TooManyException();
        }
    }

    private static String key(String articleId, int revision) {
        return articleId + "/" + revision;
    }

    private static String orUnknown(String sourceId) {
        return sourceId == null ? LedgerLine.UNKNOWN_SOURCE : sourceId;
    }
}
