package dev.dateline.dashboard.deadletters;

import dev.dateline.common.model.AuditEntry;
import dev.dateline.common.model.DeadLetter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The dead letters read, newest first, and which of them were redriven. One thread feeds it, others read; each method is atomic. */
public final class LetterIndex {
    /** Letters that can be listed and selected; of older ones only the groups' counts are left. */
    static final int MAX_LETTERS = 50_000;

    private static final int MAX_GROUPS = 2000;
    private static final int MAX_MARKS = 200_000;

    private final String topic;
    private final int maxLetters;
    private final NavigableMap<Key, LetterRow> letters = new TreeMap<>();
    private final Map<LetterPosition, Key> keys = new HashMap<>();
    private final Map<String, LetterGroup> groups = new HashMap<>();
    private final Map<LetterPosition, String> redriven = new LinkedHashMap<>();
    private long read;
    private long leftOut;

    /** The order of the list: by time, and by position where the time is the same. */
    private record Key(long at, int partition, long offset) implements Comparable<Key> {
        private static final Comparator<Key> ORDER = Comparator.comparingLong(Key::at)
                .thenComparingInt(Key::partition)
                .thenComparingLong(Key::offset);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }

        static Key parse(String cursor) {
            int colon = cursor.indexOf(':');
            if (colon < 1) {
                throw new IllegalArgumentException("not a cursor of this list");
            }
            LetterPosition position = LetterPosition.parse(cursor.substring(colon + 1));
            return new Key(Long.parseLong(cursor.substring(0, colon)), position.partition(), position.offset());
        }

        String cursor() {
            return at + ":" + new LetterPosition(partition, offset);
        }
    }

    /** An index of one topic, with its name as the audit has it. */
    public LetterIndex(String topic) {
        this(topic, MAX_LETTERS);
    }

    LetterIndex(String topic, int maxLetters) {
        this.topic = topic;
        this.maxLetters = maxLetters;
    }

    /** A record of {@code news.dead-letters.v1}; one that is known already changes nothing. */
    public synchronized void take(int partition, long offset, Instant at, DeadLetter letter) {
        LetterPosition position = new LetterPosition(partition, offset);
        LetterRow row = LetterRow.of(position, at, letter);
        Key key = new Key(at.toEpochMilli(), partition, offset);
        if (keys.putIfAbsent(position, key) != null) {
            return;
        }
        letters.put(key, row);
        read++;
        LetterGroup group = groups.get(row.group());
        if (group != null) {
            groups.put(row.group(), group.with(row));
        } else if (groups.size() < MAX_GROUPS) {
            groups.put(row.group(), LetterGroup.of(row));
        } else {
            leftOut++;
        }
        if (redriven.containsKey(position)) {
            countRedriven(row);
        }
        if (letters.size() > maxLetters) {
            keys.remove(letters.pollFirstEntry().getValue().position());
        }
    }

    /** A record of {@code news.audit.v1}: the mark of a redriven letter, or something else. */
    public synchronized void take(AuditEntry entry) {
        String start = topic + "-";
        if (!AuditEntry.REDRIVE_LETTER.equals(entry.action()) || !entry.target().startsWith(start)) {
            return;
        }
        mark(LetterPosition.parse(entry.target().substring(start.length())), entry.outcome());
    }

    /** A letter was redriven, and to where. */
    synchronized void mark(LetterPosition position, String writtenTo) {
        boolean isNew = redriven.put(position, writtenTo) == null;
        Key key = keys.get(position);
        if (isNew && key != null) {
            countRedriven(letters.get(key));
        }
        if (redriven.size() > MAX_MARKS) {
            redriven.remove(redriven.keySet().iterator().next());
        }
    }

    private void countRedriven(LetterRow row) {
        groups.computeIfPresent(row.group(), (id, group) -> group.redriven(1));
    }

    synchronized boolean isRedriven(LetterPosition position) {
        return redriven.containsKey(position);
    }

    /** The record a letter was written to; empty when it was not redriven. */
    public synchronized Optional<String> redrivenTo(int partition, long offset) {
        return Optional.ofNullable(redriven.get(new LetterPosition(partition, offset)));
    }

    /** Whether everything was read up to the end is for the caller to know. */
    public synchronized LetterGroups groups(boolean complete) {
        List<LetterGroup> largestFirst = groups.values().stream()
                .sorted(Comparator.comparingLong(LetterGroup::count).reversed().thenComparing(LetterGroup::id))
                .toList();
        return new LetterGroups(largestFirst, read, letters.size(), leftOut, complete);
    }

    /**
     * A page of the list.
     *
     * @param group null for all
     * @param before the former page's cursor; null for the newest
     * @throws IllegalArgumentException when the cursor is none
     */
    public synchronized LetterPage page(String group, String before, int limit) {
        NavigableMap<Key, LetterRow> older = before == null ? letters : letters.headMap(Key.parse(before), false);
        List<LetterPage.Item> items = new ArrayList<>();
        String next = null;
        for (Map.Entry<Key, LetterRow> entry : older.descendingMap().entrySet()) {
            LetterRow row = entry.getValue();
            if (group != null && !group.equals(row.group())) {
                continue;
            }
            if (items.size() == limit) {
                LetterRow last = items.get(limit - 1).letter();
                next = keys.get(last.position()).cursor();
                break;
            }
            items.add(new LetterPage.Item(row, redriven.get(row.position())));
        }
        return new LetterPage(items, next);
    }

    /** Where the selected letters lie, oldest first, so that revisions are redriven in their order. */
    synchronized List<LetterPosition> select(Selection selection, int most) {
        return letters.values().stream()
                .filter(selection::takes)
                .map(LetterRow::position)
                .limit(most)
                .toList();
    }
}
