package dev.dateline.enrich.tag.names;

import dev.dateline.common.model.EntityType;
import dev.dateline.enrich.tag.spans.Span;
import dev.dateline.enrich.tag.spans.SpanTagger;
import dev.dateline.enrich.tag.text.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Tags what a test tells it to: the first place where a name stands, or all. */
record MarkedSpans(List<Mark> marks) implements SpanTagger {
    private record Mark(EntityType type, String surface, double confidence, boolean everywhere) {}

    /**
     * A tagger of these names.
     *
     * @param marks {@code PER Anton Brask}, with {@code *} after the type for all places where it stands and {@code ?} for little confidence
     */
    static MarkedSpans of(String... marks) {
        List<Mark> all = new ArrayList<>();
        for (String mark : marks) {
            String[] parts = mark.split(" ", 2);
            all.add(new Mark(
                    EntityType.valueOf(parts[0].replaceAll("[*?]", "")),
                    parts[1],
                    parts[0].contains("?") ? 0.4 : 0.9,
                    parts[0].contains("*")));
        }
        return new MarkedSpans(all);
    }

    @Override
    public List<Span> tag(Tokens tokens) {
        List<Span> spans = new ArrayList<>();
        for (Mark mark : marks) {
            int from = 0;
            while ((from = tokens.text().indexOf(mark.surface(), from)) >= 0) {
                Span span = span(tokens, from, from + mark.surface().length(), mark);
                from += mark.surface().length();
                if (span != null && spans.stream().noneMatch(other -> overlap(span, other))) {
                    spans.add(span);
                    if (!mark.everywhere()) {
                        break;
                    }
                }
            }
        }
        spans.sort(Comparator.comparingInt(Span::first));
        return spans;
    }

    private static boolean overlap(Span one, Span other) {
        return one.first() <= other.last() && other.first() <= one.last();
    }

    private static Span span(Tokens tokens, int start, int end, Mark mark) {
        int first = -1;
        for (int i = 0; i < tokens.size(); i++) {
            first = tokens.start(i) == start ? i : first;
            if (first >= 0 && tokens.end(i) == end) {
                return new Span(first, i, mark.type(), mark.confidence());
            }
        }
        return null;
    }
}
