package dev.dateline.enrich.tag.spans.train;

import dev.dateline.enrich.tag.spans.Span;
import dev.dateline.enrich.tag.spans.SpanTagger;
import dev.dateline.enrich.tag.spans.train.LabelledText.Name;
import dev.dateline.enrich.tag.spans.train.LabelledText.Source;
import dev.dateline.enrich.tag.text.Tokens;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Sentences of unlabelled articles that a first model is sure of, to train a second one with (self-training, Yarowsky 1995). Of every article a
 * few, so that none speaks too loudly.
 */
final class SelfLabelled {
    static final Source SOURCE = new Source("self", true, 0.3);

    private static final double SURE = 0.9;
    private static final int PER_ARTICLE = 3;
    private static final int SHORTEST = 8;

    private final SpanTagger tagger;

    SelfLabelled(SpanTagger tagger) {
        this.tagger = tagger;
    }

    List<LabelledText> of(List<TrainingFiles.Story> stories) {
        List<LabelledText> texts = new ArrayList<>();
        stories.forEach(story -> add(story, texts));
        return texts;
    }

    private void add(TrainingFiles.Story story, List<LabelledText> to) {
        Tokens tokens = Tokens.of(story.body());
        List<Span> spans = tagger.tag(tokens);
        int left = PER_ARTICLE;
        int from = 0;
        int span = 0;
        // Sentences with names that no earlier one had, so that they differ.
        Set<String> known = new HashSet<>();
        for (int i = 1; i <= tokens.size() && left > 0; i++) {
            if (i < tokens.size() && !tokens.startsSentence(i)) {
                continue;
            }
            List<Span> inside = new ArrayList<>();
            while (span < spans.size() && spans.get(span).first() < i) {
                inside.add(spans.get(span++));
            }
            boolean fresh = false;
            for (Span name : inside) {
                fresh |= known.add(story.body().substring(tokens.start(name.first()), tokens.end(name.last())));
            }
            if (i - from >= SHORTEST && fresh && inside.stream().allMatch(name -> name.confidence() >= SURE)) {
                to.add(text(story, tokens, from, i, inside));
                left--;
            }
            from = i;
        }
    }

    private static LabelledText text(TrainingFiles.Story story, Tokens tokens, int from, int to, List<Span> spans) {
        int start = tokens.start(from);
        int end = to < tokens.size()
                ? tokens.previousSentenceEnd(to)
                : story.body().length();
        List<Name> names = spans.stream()
                .map(span ->
                        new Name(tokens.start(span.first()) - start, tokens.nameEnd(span.last()) - start, span.type()))
                .toList();
        return new LabelledText(
                SOURCE, story.id(), story.body().substring(start, Math.max(end, tokens.end(to - 1))), names);
    }
}
