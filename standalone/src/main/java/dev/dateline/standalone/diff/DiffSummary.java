package dev.dateline.standalone.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts over all articles of two files, with a few examples of each field. Not thread-safe. */
public final class DiffSummary {

    /**
     * What became of one field.
     *
     * @param events that differ in it
     * @param gone entries that only the first file has; for a field with one value, its old value
     * @param come entries that only the second file has
     */
    public record FieldCount(long events, long gone, long come) {
        FieldCount plus(FieldChange change) {
            return new FieldCount(
                    events + 1,
                    gone + change.gone().size(),
                    come + change.come().size());
        }
    }

    /** A change with the article it is about. */
    public record Example(String articleId, String title, FieldChange change) {}

    private final int examplesOfField;
    private final Map<String, FieldCount> fields = new TreeMap<>();
    private final Map<String, List<Example>> examples = new TreeMap<>();
    private long same;
    private long changed;
    private long onlyFirst;
    private long onlySecond;

    public DiffSummary(int examplesOfField) {
        this.examplesOfField = examplesOfField;
    }

    /**
     * Takes one article in.
     *
     * @param first its event in the first file, or null
     * @param second its event in the second file, or null
     * @return what differs; empty when it is in one file only
     */
    public List<FieldChange> add(JsonNode first, JsonNode second) {
        if (first == null || second == null) {
            onlyFirst += second == null ? 1 : 0;
            onlySecond += first == null ? 1 : 0;
            return List.of();
        }
        List<FieldChange> changes = EventDiff.of(first, second);
        if (changes.isEmpty()) {
            same++;
        } else {
            changed++;
        }
        for (FieldChange change : changes) {
            fields.merge(change.field(), new FieldCount(0, 0, 0).plus(change), (count, one) -> count.plus(change));
            List<Example> some = examples.computeIfAbsent(change.field(), field -> new ArrayList<>());
            if (some.size() < examplesOfField) {
                some.add(new Example(
                        second.path("article_id").asText(), second.path("title").asText(), change));
            }
        }
        return changes;
    }

    public long same() {
        return same;
    }

    public long changed() {
        return changed;
    }

    public long onlyFirst() {
        return onlyFirst;
    }

    public long onlySecond() {
        return onlySecond;
    }

    /** Whether both files say the same of the same articles. */
    public boolean isEmpty() {
        return changed == 0 && onlyFirst == 0 && onlySecond == 0;
    }

    /** By name of the field. */
    public Map<String, FieldCount> fields() {
        return Map.copyOf(fields);
    }

    /** The first changes of a field. */
    public List<Example> examples(String field) {
        return List.copyOf(examples.getOrDefault(field, List.of()));
    }
}
